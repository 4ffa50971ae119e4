package dev.jobglass.ui.failures;

import dev.jobglass.api.JobStatus;
import dev.jobglass.model.Job;
import dev.jobglass.model.JobOrder;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.settings.LookSettings;
import dev.jobglass.settings.NotificationSettings;
import dev.jobglass.settings.Settings;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.ui.common.Background;
import dev.jobglass.ui.common.Dialogs;
import dev.jobglass.ui.common.KeptFocus;
import dev.jobglass.ui.common.Later;
import dev.jobglass.ui.common.OwnedStage;
import dev.jobglass.ui.common.Views;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.event.EventTarget;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * One window for all open failures, not modal, so that the table keeps moving behind it. It opens when a job fails and
 * closes when nothing is left to read; closed by hand it keeps what it has for the next time. It waits while it would
 * take the keyboard from another program or a dialog, and when the user wants to hear nothing. JavaFX thread only.
 */
public final class FailureWindow {
    /** It opens by itself, and must not hide everything that goes on behind it. */
    private static final double MOST_OF_OWNER = 0.85;
    private static final Duration LEFT_ALONE = Duration.ofSeconds(20);
    private static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

    private final Workspace workspace;
    private final NotificationSettings settings;
    private final LookSettings look;
    private final UiClock clock;
    private final Background background;
    private final Actions actions;
    private final Stage owner;
    private final ObservableList<Job> open;
    /** Made when it is needed for the first time. */
    private OwnedStage stage;
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper();
    private FailureController controller;
    private final ObservableBooleanValue heldBack;
    private final ListChangeListener<Job> change = this::changed;
    private final InvalidationListener release = _ -> openIfItMay();
    private final InvalidationListener focus = _ -> focusChanged();
    /** So that a job that is removed and put back is no news. */
    private final Set<Job> told = Collections.newSetFromMap(new WeakHashMap<>());
    /** Who has closed it while there was something to read wants to see something else for a moment. */
    private Instant mayOpenAgain = Instant.MIN;
    /** Whether there is a failure that the window has not opened for. */
    private boolean waiting;
    /** Where no window manager gives the focus to anyone, nothing can be taken from another program. */
    private boolean everFocused;

    /**
     * What the window has done elsewhere.
     *
     * @param showJob selects a job in the owner
     * @param dismissed offers to undo the dismissal of failures, at least one
     * @param undo undoes the last
     */
    public record Actions(Consumer<Job> showJob, Consumer<List<Job>> dismissed, Runnable undo) {
    }

    /**
     * Prepares the window; it shows itself when there is a failure to show.
     *
     * @param workspace of the servers whose jobs fail
     * @param settings whether and when the window may open by itself, and how large text is
     * @param clock the ticking time
     * @param background works for this window
     * @param owner the window it stays in front of, whose style sheets it wears
     * @param actions what it has done elsewhere
     * @param heldBack while this holds the window does not open by itself; it does so afterwards
     */
    public FailureWindow(Workspace workspace, Settings settings, UiClock clock, Background background, Stage owner,
            Actions actions, ObservableBooleanValue heldBack) {
        this.settings = settings.notifications();
        this.look = settings.look();
        this.heldBack = heldBack;
        this.owner = owner;
        this.open = workspace.failures();
        this.workspace = workspace;
        this.clock = clock;
        this.background = background;
        this.actions = actions;
        everFocused = owner.isFocused();
        open.addListener(change);
        heldBack.addListener(release);
        clock.timeProperty().addListener(release);
        owner.focusedProperty().addListener(focus);
    }

    private void make() {
        controller = new FailureController(workspace, clock, background, job -> {
            hide(); // it would lie on what it shows
            actions.showJob().accept(job);
        }, actions.dismissed());
        stage = new OwnedStage(owner, Views.load("failures.fxml", controller), Messages.of("failures.title"), look);
        stage.getScene().addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (UNDO.match(event) && !typed(event.getTarget())) {
                actions.undo().run();
                event.consume();
            }
        });
        controller.sizeProperty().subscribe(size -> {
            if (size.intValue() == 0) {
                KeptFocus.during(stage::hide);
            }
        });
        shown.bind(stage.showingProperty());
        stage.setOnHidden(_ -> {
            controller.forgetOldOnes();
            if (controller.sizeProperty().get() > 0) {
                mayOpenAgain = clock.get().plus(LEFT_ALONE);
            }
        });
    }

    /** Then that is undone first, letter by letter. */
    private static boolean typed(EventTarget target) {
        return target instanceof TextInputControl field && field.getLength() > 0;
    }

    /** {@return whether it is shown} */
    public ReadOnlyBooleanProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    private void changed(ListChangeListener.Change<? extends Job> change) {
        while (change.next()) {
            // What is over or read may come again; what was only taken off the list and put back is no news.
            change.getRemoved().stream().filter(job -> !job.view().failureOpen()).forEach(told::remove);
            List<Job> fresh = change.getAddedSubList().stream().map(Job.class::cast).filter(told::add).toList();
            waiting |= fresh.stream().anyMatch(this::heard) && !shown.get();
        }
        Later.soon(this::openIfItMay); // the newest may come last
    }

    private void focusChanged() {
        everFocused |= owner.isFocused();
        openIfItMay();
    }

    /** Whether the user wants to be told of a job. */
    private boolean heard(Job job) {
        JobStatus status = job.view().status();
        String agent = status.agentId() == null ? null : PlainText.line(status.agentId());
        return !settings.mutes(job.key(), agent, job.errorSignature());
    }

    private void openIfItMay() {
        if (waiting && mayOpen()) {
            waiting = false;
            open.stream().filter(this::heard).max(JobOrder.BY_END).ifPresent(this::showBeside);
        }
    }

    private boolean mayOpen() {
        List<Window> windows = Window.getWindows();
        boolean elsewhere = everFocused && windows.stream().noneMatch(Window::isFocused);
        boolean choosing = windows.stream().anyMatch(ContextMenu.class::isInstance);
        return !heldBack.get() && !clock.get().isBefore(mayOpenAgain) && !elsewhere && !Dialogs.anyShown() && !choosing
                && settings.failureWindowProperty().get()
                && !settings.quietAt(clock.get(), ZoneId.systemDefault());
    }

    private void showBeside(Job newest) {
        KeptFocus.during(this::openWindow);
        controller.select(newest, true);
    }

    private void openWindow() {
        if (stage == null) {
            make();
        }
        waiting = false;
        boolean opens = !stage.isShowing();
        if (opens) {
            controller.sort();
        }
        stage.open(MOST_OF_OWNER);
        if (opens) {
            controller.focusList(); // not the button pressed last, which another failure must not find
        }
    }

    /**
     * Opens the window on one failure.
     *
     * @param job a failed one, dismissed or not
     */
    public void show(Job job) {
        openWindow();
        controller.select(job, false);
    }

    /** Opens the window on all that are open. */
    public void showOpen() {
        openWindow();
    }

    /** Closes the window until it is opened again. */
    public void hide() {
        if (stage != null) {
            stage.hide();
        }
    }

    /** Closes the window for good. */
    public void close() {
        waiting = false;
        open.removeListener(change);
        heldBack.removeListener(release);
        clock.timeProperty().removeListener(release);
        owner.focusedProperty().removeListener(focus);
        if (stage != null) {
            stage.hide();
            controller.close();
        }
    }
}
