package dev.jobglass.ui.details;

import dev.jobglass.api.Problem;
import dev.jobglass.api.RawResponse;
import dev.jobglass.api.Response.Failure;
import dev.jobglass.api.Response.Success;
import dev.jobglass.model.Job;
import dev.jobglass.monitor.JobService;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.ui.common.Background;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.concurrent.Task;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.util.Duration;

/** The answer about a job as it comes, with its headers and never the key; asked for when the tab is looked at. */
final class RawTab {
    private static final System.Logger LOG = System.getLogger(RawTab.class.getName());

    private final Tab tab;
    private final ListView<String> lines;
    private final JobService actions;
    private final Background background;
    /** Whoever goes through the table row by row does not want to ask for each. */
    private final PauseTransition pause = new PauseTransition(Duration.millis(300));
    private Job shown;
    private Job asked;
    private Task<?> task;

    RawTab(Tab tab, ListView<String> lines, JobService actions, Background background) {
        this.tab = tab;
        this.lines = lines;
        this.actions = actions;
        this.background = background;
        pause.setOnFinished(_ -> ask());
        tab.selectedProperty().addListener((_, _, selected) -> {
            asked = selected ? asked : null; // looked at again, it is asked for again
            ask();
        });
    }

    void show(Job job) {
        if (job != shown) {
            shown = job;
            background.cancel(task);
            pause.playFromStart();
        }
    }

    private void ask() {
        if (!tab.isSelected() || shown == null || shown == asked) {
            return;
        }
        Job job = shown;
        asked = job;
        lines.getItems().setAll(Messages.of("details.raw.asking"));
        actions.raw(job, answer -> {
            if (job != shown) {
                return;
            }
            switch (answer) {
                case Success(RawResponse raw) -> {
                    background.cancel(task);
                    task = background.begin(() -> lines(raw), lines.getItems()::setAll, this::notShown);
                }
                case Failure(Problem problem) ->
                    lines.getItems()
                            .setAll(Messages.of("details.raw.failed", PlainText.line(Messages.problem(problem))));
            }
        });
    }

    private void notShown(Throwable why) {
        LOG.log(System.Logger.Level.WARNING, "An answer could not be made readable", why);
        lines.getItems().setAll(Messages.of("details.raw.notShown"));
    }

    private static List<String> lines(RawResponse raw) throws IOException {
        List<String> lines = new ArrayList<>(List.of(raw.question(), "", "HTTP " + raw.status()));
        lines.addAll(ResultText.asItIs(raw.headers()).lines());
        lines.add("");
        ShownText body = ResultText.of(raw.body());
        lines.addAll(body.lines());
        if (body.cut()) {
            lines.add(Messages.of("details.raw.cut", body.lines().size(), body.all()));
        }
        return lines;
    }
}
