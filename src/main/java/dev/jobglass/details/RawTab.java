package dev.jobglass.details;

import dev.jobglass.api.Answer.Given;
import dev.jobglass.api.Answer.Refused;
import dev.jobglass.api.Problem;
import dev.jobglass.api.ProblemText;
import dev.jobglass.api.RawAnswer;
import dev.jobglass.board.Job;
import dev.jobglass.board.JobActions;
import dev.jobglass.board.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.util.Duration;

/** The answer about a job as it comes, with its headers and never the key; asked for when the tab is looked at. */
final class RawTab {
    private final Tab tab;
    private final ListView<String> lines;
    private final JobActions actions;
    /** Whoever goes through the table row by row does not want to ask for each. */
    private final PauseTransition pause = new PauseTransition(Duration.millis(300));
    private Job shown;
    private Job asked;

    RawTab(Tab tab, ListView<String> lines, JobActions actions) {
        this.tab = tab;
        this.lines = lines;
        this.actions = actions;
        pause.setOnFinished(_ -> ask());
        tab.selectedProperty().addListener((_, _, selected) -> {
            asked = selected ? asked : null; // looked at again, it is asked for again
            ask();
        });
    }

    void show(Job job) {
        if (job != shown) {
            shown = job;
            pause.playFromStart();
        }
    }

    private void ask() {
        if (!tab.isSelected() || shown == null || shown == asked) {
            return;
        }
        Job job = shown;
        asked = job;
        lines.getItems().setAll(Texts.of("raw.asking"));
        actions.raw(job, answer -> {
            if (job == shown) {
                Thread.startVirtualThread(() -> {
                    List<String> readable = switch (answer) {
                        case Given(RawAnswer raw) -> lines(raw);
                        case Refused(Problem problem) ->
                            List.of(Texts.of("raw.failed", PlainText.line(ProblemText.of(problem))));
                    };
                    Platform.runLater(() -> show(job, readable));
                });
            }
        });
    }

    private void show(Job job, List<String> readable) {
        if (job == shown) {
            lines.getItems().setAll(readable);
        }
    }

    private static List<String> lines(RawAnswer raw) {
        List<String> lines = new ArrayList<>(List.of(raw.question(), "", "HTTP " + raw.status()));
        lines.addAll(PlainText.lines(raw.headers()).lines().toList());
        lines.add("");
        lines.addAll(ResultText.lines(raw.body()));
        return lines;
    }
}
