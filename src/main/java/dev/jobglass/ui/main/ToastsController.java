package dev.jobglass.ui.main;

import dev.jobglass.api.JobKey;
import dev.jobglass.model.Job;
import dev.jobglass.notifications.Notification;
import dev.jobglass.notifications.ToastChannel;
import dev.jobglass.settings.NotificationKind;
import dev.jobglass.text.Messages;
import dev.jobglass.ui.common.Styling;
import dev.jobglass.ui.common.Texts;
import dev.jobglass.ui.common.WrappedLabel;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Shows notes in a corner of the dashboard. Not in popups as ControlsFX has them, for these lie above every window and
 * cover its buttons; and not by AtlantaFX's control, in which JavaFX cannot wrap what is written from right to left.
 */
public final class ToastsController implements AutoCloseable {
    private final ToastChannel channel;
    private final ObservableBooleanValue failuresShown;
    private final Function<List<JobKey>, List<Job>> jobs;
    private final Consumer<Job> show;
    private final ListChangeListener<Notification> change = _ -> show();
    private final ChangeListener<Boolean> failures = (_, _, _) -> dismissFailures();

    private DoubleBinding room;

    @FXML
    private Pane toasts;

    /**
     * Serves the FXML.
     *
     * @param channel knows what to show
     * @param failuresShown whether the window of failures is shown: nothing is said twice
     * @param jobs gives those of some that are still there
     * @param show shows a job that a note is about
     */
    ToastsController(ToastChannel channel, ObservableBooleanValue failuresShown,
            Function<List<JobKey>, List<Job>> jobs, Consumer<Job> show) {
        this.channel = channel;
        this.jobs = jobs;
        this.show = show;
        this.failuresShown = failuresShown;
    }

    @FXML
    private void initialize() {
        toasts.managedProperty().bind(toasts.visibleProperty());
        channel.shown().addListener(change);
        failuresShown.addListener(failures);
        show();
    }

    /** Shows no more at once than there is room for. */
    void within(DoubleBinding height) {
        room = height;
        height.subscribe(this::show);
    }

    private void dismissFailures() {
        channel.shown().stream().filter(ToastsController::ofFailure).toList().forEach(channel::dismiss);
    }

    private static boolean ofFailure(Notification notification) {
        return notification.kind() == NotificationKind.FAILED;
    }

    /** By the window of failures, and of a server that is lost by the banner. */
    private boolean saidElsewhere(Notification notification) {
        return failuresShown.get() && ofFailure(notification)
                || notification.kind() == NotificationKind.SERVER_LOST;
    }

    private void show() {
        ObservableList<Node> notes = toasts.getChildren();
        notes.setAll(channel.shown().stream().filter(one -> !saidElsewhere(one)).map(this::toast).toList());
        Styling.now(toasts);
        while (!notes.isEmpty() && room != null && toasts.prefHeight(toasts.prefWidth(-1)) > room.get()) {
            notes.removeFirst();
        }
        toasts.setVisible(!notes.isEmpty());
    }

    private Node toast(Notification notification) {
        WrappedLabel title = new WrappedLabel(notification.title());
        title.getStyleClass().add("toast-title");
        WrappedLabel text = new WrappedLabel(notification.text());
        text.getStyleClass().add("subtle");
        text.setNodeOrientation(Texts.direction(notification.text()));
        VBox words = new VBox(title, text);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox toast = new HBox(words);
        if (!notification.jobs().isEmpty()) {
            toast.getChildren().add(link("notifications.show", () -> showJobOf(notification)));
        }
        toast.getChildren().add(link("notifications.close", () -> channel.dismiss(notification)));
        toast.getStyleClass().addAll("toast", "toast-" + notification.kind().name().toLowerCase(Locale.ROOT));
        toast.setAccessibleRole(AccessibleRole.TEXT);
        toast.setAccessibleText(notification.title() + ". " + notification.text());
        return toast;
    }

    private static Node link(String words, Runnable action) {
        Hyperlink link = new Hyperlink(Messages.of(words));
        link.setMinWidth(Region.USE_PREF_SIZE);
        link.setOnAction(_ -> action.run());
        return link;
    }

    private void showJobOf(Notification notification) {
        jobs.apply(notification.jobs()).stream().findFirst().ifPresent(show);
        channel.dismiss(notification);
    }

    /** Follows the channel no more. */
    @Override
    public void close() {
        channel.shown().removeListener(change);
        failuresShown.removeListener(failures);
    }
}
