package dev.jobglass.ui.details;

import dev.jobglass.api.JobKey;
import dev.jobglass.history.Retry;
import dev.jobglass.model.Job;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.ui.common.Background;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.concurrent.Task;
import javafx.fxml.FXML;
import javafx.scene.control.Hyperlink;

/** Says of a job that was run again from here which one it is another run of, and leads there. */
final class RetryController {
    private final Workspace workspace;
    private final Background background;
    private final Consumer<Job> showJob;
    private JobKey shown;
    private Retry retry;
    private Task<?> reading;

    @FXML
    private Hyperlink retryOf;

    /** {@code showJob} selects one in the table. */
    RetryController(Workspace workspace, Background background, Consumer<Job> showJob) {
        this.workspace = workspace;
        this.background = background;
        this.showJob = showJob;
    }

    @FXML
    private void initialize() {
        retryOf.managedProperty().bind(retryOf.visibleProperty());
        retryOf.visibleProperty().bind(retryOf.textProperty().isNotEmpty());
    }

    /** Shows it for a job; what is remembered of one never changes. */
    void show(Job job) {
        if (!job.key().equals(shown)) {
            shown = job.key();
            retryOf.setText("");
            background.cancel(reading);
            reading = background.begin(() -> workspace.runs().retry(job.key()), this::found, _ -> {
                // The history has told the log.
            });
        }
    }

    private void found(Optional<Retry> found) {
        found.ifPresent(known -> {
            retry = known;
            retryOf.setText(Messages.of("details.retry", known.number(), PlainText.line(known.of())));
        });
    }

    /** Watches it again when it is no longer on the list. */
    @FXML
    private void showFirst() {
        workspace.server(shown.server()).ifPresent(server -> {
            if (server.board().job(retry.of()).isEmpty()) {
                server.watch(Set.of(retry.of()));
            }
            server.board().job(retry.of()).ifPresent(showJob);
        });
    }

    /** Shows nothing more. */
    void close() {
        background.cancel(reading);
    }
}
