package dev.jobglass.ui.failures;

import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Problem;
import dev.jobglass.api.Response.Failure;
import dev.jobglass.api.Response.Success;
import dev.jobglass.model.Job;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import javafx.scene.layout.Pane;

/**
 * Shows the error of a failed job. Of a huge one only an excerpt is kept; the whole is requested when it is shown.
 * JavaFX thread only.
 */
final class ErrorPane {
    private final Pane place;
    private final Workspace workspace;
    private Job shown;
    private String excerpt;
    /** As far as it is known. */
    private String error;

    ErrorPane(Pane place, Workspace workspace) {
        this.place = place;
        this.workspace = workspace;
    }

    /** Shows a failed job's error; does nothing when it is shown, for the user may have scrolled. */
    void show(Job job) {
        JobStatus status = job.view().status();
        String next = status.error() == null ? Messages.of("failures.noError") : status.error();
        if (job == shown && next.equals(excerpt)) {
            return;
        }
        shown = job;
        excerpt = next;
        error = next;
        boolean askable = status.errorCut() && workspace.contains(job);
        put(askable ? Messages.of("failures.error.asking", next, status.errorLength()) : next);
        if (askable) {
            workspace.actions().error(job, response -> {
                if (job == shown && next.equals(excerpt)) {
                    switch (response) {
                        case Success(String whole) -> {
                            error = whole;
                            put(whole);
                        }
                        case Failure(Problem problem) ->
                            put(Messages.of("failures.error.notGiven", next, status.errorLength(),
                                    Messages.problem(problem)));
                    }
                }
            });
        }
    }

    private void put(String text) {
        place.getChildren().setAll(ErrorBox.of(PlainText.lines(text)));
    }

    /** {@return the error shown, the whole of it when that is known} */
    String error() {
        return error;
    }
}
