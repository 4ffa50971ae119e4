package dev.jobglass.ui.details;

import dev.jobglass.api.Problem;
import dev.jobglass.api.RawResponse;
import dev.jobglass.api.Response.Failure;
import dev.jobglass.api.Response.Success;
import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Job;
import dev.jobglass.monitor.JobService;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.text.Times;
import dev.jobglass.ui.common.Background;
import dev.jobglass.ui.common.CopiedRows;
import dev.jobglass.ui.details.ShownText.Line;
import dev.jobglass.ui.details.ShownText.Style;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.concurrent.Task;
import javafx.fxml.FXML;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.util.Duration;

/**
 * The response about a job as it comes, with its headers and never the key; requested when the tab is opened, and when
 * the job's state changes while it is open.
 */
final class RawController {
    private static final System.Logger LOG = System.getLogger(RawController.class.getName());

    private final JobService actions;
    private final Background background;
    private final Times times;
    private final UiClock clock;
    /** Whoever goes through the table row by row does not want a request for each. */
    private final PauseTransition pause = new PauseTransition(Duration.millis(300));
    private Job shown;
    private Job requested;
    private DisplayState requestedState;
    private Task<?> task;

    @FXML
    private Tab rawTab;
    @FXML
    private ListView<Line> rawLines;

    RawController(JobService actions, Background background, Times times, UiClock clock) {
        this.actions = actions;
        this.background = background;
        this.times = times;
        this.clock = clock;
    }

    @FXML
    private void initialize() {
        CopiedRows.of(rawLines, Line::copied, Line::goesOn);
        pause.setOnFinished(_ -> request());
        rawTab.selectedProperty().addListener((_, _, selected) -> {
            requested = selected ? requested : null; // opened again, it is requested again
            request();
        });
    }

    /** Shows a job, or that something about it may have changed. */
    void show(Job job) {
        if (job != shown) {
            shown = job;
            requested = null; // an answer that comes meanwhile is not shown
            background.cancel(task);
            pause.playFromStart();
        } else if (pause.getStatus() != PauseTransition.Status.RUNNING) {
            request();
        }
    }

    /** Requests and shows nothing more. */
    void close() {
        shown = null;
        pause.stop();
        background.cancel(task);
    }

    private void request() {
        if (!rawTab.isSelected() || shown == null
                || shown == requested && shown.view().state() == requestedState) {
            return;
        }
        Job job = shown;
        requested = job;
        requestedState = job.view().state();
        say(Messages.of("details.raw.asking"));
        actions.raw(job, response -> {
            if (job != shown) {
                return;
            }
            switch (response) {
                case Success(RawResponse raw) -> {
                    background.cancel(task);
                    Instant now = clock.timeProperty().get();
                    String received = Messages.of("details.raw.received", times.clock(now, now));
                    task = background.begin(() -> lines(raw, received), rawLines.getItems()::setAll, this::notShown);
                }
                case Failure(Problem problem) ->
                    say(Messages.of("details.raw.failed", PlainText.line(Messages.problem(problem))));
            }
        });
    }

    private void notShown(Throwable why) {
        LOG.log(System.Logger.Level.WARNING, "A response could not be made readable", why);
        say(Messages.of("details.raw.notShown"));
    }

    private void say(String words) {
        rawLines.getItems().setAll(line(words));
    }

    private static Line line(String words) {
        return new Line(words, Style.PLAIN);
    }

    private static List<Line> lines(RawResponse raw, String received) throws IOException {
        List<Line> lines = new ArrayList<>(List.of(line(raw.request()), line(received), line(""),
                line("HTTP " + raw.status())));
        lines.addAll(ResultText.asItIs(raw.headers()).lines());
        lines.add(line(""));
        ShownText body = ResultText.of(raw.body());
        lines.addAll(body.lines());
        if (body.cut()) {
            lines.add(line(Messages.of("details.raw.cut", body.lines().size(), body.all())));
        }
        return lines;
    }
}
