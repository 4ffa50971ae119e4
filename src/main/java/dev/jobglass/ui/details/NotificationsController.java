package dev.jobglass.ui.details;

import dev.jobglass.model.Job;
import dev.jobglass.model.JobSnapshot;
import dev.jobglass.settings.NotificationSettings;
import dev.jobglass.text.Messages;
import dev.jobglass.ui.common.Visibility;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.util.Subscription;

/** Says of a job when the user chose to be told nothing of it, or also of its end. */
final class NotificationsController {
    private final NotificationSettings settings;
    private final Subscription following;
    private Job shown;

    @FXML
    private Label told;

    NotificationsController(NotificationSettings settings) {
        this.settings = settings;
        following = settings.subscribe(this::write);
    }

    @FXML
    private void initialize() {
        Visibility.onlyWithText(told);
    }

    void show(Job job) {
        shown = job;
        write();
    }

    private void write() {
        if (shown != null) {
            JobSnapshot view = shown.view();
            boolean tellsEnd = !view.state().over() && settings.tellEnd().contains(shown.key());
            told.setText(settings.whyMuted(shown.key(), Messages.agent(view), shown.errorSignature())
                    .map(reason -> Messages.of("common.muted." + reason))
                    .orElse(tellsEnd ? Messages.of("details.tellEnd") : ""));
        }
    }

    /** Follows the settings no longer. */
    void close() {
        following.unsubscribe();
    }
}
