package dev.jobglass.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.settings.NotificationKind;
import dev.jobglass.testing.Fx;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToastChannelTest {
    private ToastChannel channel = new ToastChannel(Duration.ofDays(1));

    private void tell(NotificationKind kind, String title, String text) throws Exception {
        Fx.run(() -> channel.tell(new Notification(kind, title, text)));
    }

    private List<String> shown() throws Exception {
        return Fx.call(() -> channel.shown().stream().map(Notification::title).toList());
    }

    @Test
    void theOldestGoesForAFourth() throws Exception {
        for (String title : List.of("1", "2", "3")) {
            tell(NotificationKind.SUCCEEDED, title, "");
        }
        assertThat(shown()).containsExactly("1", "2", "3");
        tell(NotificationKind.SUCCEEDED, "4", "");
        assertThat(shown()).containsExactly("2", "3", "4");
    }

    @Test
    void ofTwoThatSayTheSameTheOneMeantGoes() throws Exception {
        tell(NotificationKind.SUCCEEDED, "same", "");
        tell(NotificationKind.FAILED, "other", "");
        tell(NotificationKind.SUCCEEDED, "same", "");
        Fx.run(() -> channel.dismiss(channel.shown().getLast()));
        assertThat(shown()).containsExactly("same", "other");
        Fx.run(() -> channel.dismiss(new Notification(NotificationKind.FAILED, "other", "")));
        assertThat(shown()).as("an equal one is not it").containsExactly("same", "other");
    }

    @Test
    void aServerThatIsBackTakesItsLossAway() throws Exception {
        tell(NotificationKind.SERVER_LOST, "lost", "refused · lab\nand 1 more");
        tell(NotificationKind.SERVER_LOST, "lost", "refused · other");
        tell(NotificationKind.SERVER_BACK, "back", "lab");
        assertThat(shown()).containsExactly("lost", "back");
        tell(NotificationKind.SERVER_LOST, "lost", "");
        tell(NotificationKind.SUCCEEDED, "done", "other");
        assertThat(shown()).as("only of a server").containsExactly("back", "lost", "done");
    }

    @Test
    void eachGoesByItself() throws Exception {
        channel = new ToastChannel(Duration.ofMillis(1));
        tell(NotificationKind.SUCCEEDED, "1", "");
        Fx.await("gone", () -> channel.shown().isEmpty());
    }
}
