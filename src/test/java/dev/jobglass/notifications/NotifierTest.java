package dev.jobglass.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobKey;
import dev.jobglass.api.JobState;
import dev.jobglass.model.PollReport;
import dev.jobglass.settings.NotificationKind;
import dev.jobglass.testing.Fx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** By which ways the user is told, wherever they are. */
class NotifierTest extends NotificationsFixture {
    private static final Duration GATHERED = Duration.ofSeconds(2);

    private final List<String> bySystem = new ArrayList<>();
    private final List<String> bySound = new ArrayList<>();
    private ToastChannel toast;
    private Stage window;
    private Notifier notifier;
    private boolean covered;

    @BeforeEach
    void listen() throws Exception {
        Fx.run(() -> {
            window = new Stage();
            window.setScene(new Scene(new Pane(), 200, 100));
            window.show();
            window.requestFocus();
            toast = new ToastChannel();
            notifier = new Notifier(workspace, clock, chosen, window, () -> covered, new Channels(toast,
                    told -> bySystem.add(said(told)), told -> bySound.add(said(told)), () -> true));
            chosen.soundProperty().set(true);
        });
        Fx.await("in front of it", window::isFocused);
        shown("a", JobState.RUNNING);
        shown("b", JobState.RUNNING);
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(() -> {
            notifier.close();
            window.hide();
        });
    }

    private static String said(Notification told) {
        return told.kind() + " " + told.jobs().stream().map(JobKey::id).toList();
    }

    private List<String> byToast() throws Exception {
        return Fx.call(() -> toast.shown().stream().map(NotifierTest::said).toList());
    }

    @Test
    void whoeverSitsInFrontOfTheWindowIsToldThere() throws Exception {
        shown("a", JobState.FAILED);
        after(Duration.ofSeconds(1));
        assertThat(bySound).as("more may come").isEmpty();
        after(GATHERED);
        assertThat(byToast()).containsExactly("FAILED [a]");
        assertThat(bySound).containsExactly("FAILED [a]");
        assertThat(bySystem).isEmpty();
        after(GATHERED);
        assertThat(bySound).as("once").hasSize(1);
    }

    @Test
    void whoeverHasPutTheWindowAwayIsToldByTheDesktop() throws Exception {
        Fx.run(window::hide);
        shown("a", JobState.FAILED);
        after(GATHERED);
        assertThat(byToast()).isEmpty();
        assertThat(bySystem).containsExactly("FAILED [a]");
        Fx.run(() -> {
            window.show();
            window.setIconified(true);
        });
        shown("b", JobState.FAILED);
        after(GATHERED);
        assertThat(byToast()).isEmpty();
        assertThat(bySystem).containsExactly("FAILED [a]", "FAILED [b]");
    }

    @Test
    void noWayIsUsedThatTheUserDoesNotWant() throws Exception {
        Fx.run(() -> {
            chosen.toastProperty().set(false);
            chosen.soundProperty().set(false);
        });
        shown("a", JobState.FAILED);
        after(GATHERED);
        assertThat(byToast()).isEmpty();
        assertThat(bySound).isEmpty();
        Fx.run(() -> {
            chosen.systemProperty().set(false);
            window.hide();
        });
        shown("b", JobState.FAILED);
        after(GATHERED);
        assertThat(bySystem).isEmpty();
    }

    @Test
    void theWatchScreenSaysItAllButForWhatWasAskedFor() throws Exception {
        covered = true;
        Fx.run(() -> chosen.tellEnd().add(job("b").key()));
        shown("a", JobState.FAILED);
        shown("b", JobState.SUCCEEDED);
        after(GATHERED);
        assertThat(byToast()).isEmpty();
        assertThat(bySystem).isEmpty();
        assertThat(bySound).as("heard in the room").containsExactly("FAILED [a]");
        assertThat(chosen.tellEnd()).as("still to be told, over a restart too").hasSize(1);
        covered = false;
        after(Duration.ofSeconds(1));
        assertThat(byToast()).containsExactly("ENDED [b]");
        assertThat(chosen.tellEnd()).isEmpty();
    }

    @Test
    void theEndThatWasAskedForIsToldOnce() throws Exception {
        JobKey b = job("b").key();
        Fx.run(() -> chosen.tellEnd().add(b));
        shown("b", JobState.SUCCEEDED);
        NotificationEvent again = new NotificationEvent(NotificationKind.ENDED, b.server(), "", "b", "", "");
        Fx.run(() -> notifier.take(again));
        after(GATHERED);
        after(GATHERED);
        assertThat(bySound).containsExactly("ENDED [b]");
        after(Duration.ofMinutes(11));
        Fx.run(() -> notifier.take(again));
        after(GATHERED);
        assertThat(bySound).as("asked for anew").containsExactly("ENDED [b]", "ENDED [b]");
    }

    @Test
    void aServerIsToldToBeLostAndBackUntilItIsWatchedNoMore() throws Exception {
        apply(PollReport.Reach.DOWN);
        after(Duration.ofMinutes(1));
        after(GATHERED);
        assertThat(bySound).containsExactly("SERVER_LOST []");
        Fx.run(() -> workspace.remove(workspace.servers().getFirst()));
        apply(PollReport.Reach.UP);
        after(GATHERED);
        after(GATHERED);
        assertThat(bySound).hasSize(1);
    }

    @Test
    void oneThatIsClosedTellsNothing() throws Exception {
        shown("a", JobState.FAILED);
        Fx.run(notifier::close);
        after(GATHERED);
        assertThat(bySound).isEmpty();
    }
}
