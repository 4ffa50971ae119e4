package dev.jobglass.desktop;

import static dev.jobglass.desktop.TestBus.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.desktop.DesktopNotifications.Action;
import dev.jobglass.desktop.DesktopNotifications.Message;
import dev.jobglass.desktop.DesktopNotifications.Urgency;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.freedesktop.dbus.types.UInt32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Notifications on a real bus, before a desktop of the test's own. */
class DesktopNotificationsTest extends BusTest {
    private final List<String> chosen = new CopyOnWriteArrayList<>();
    private DesktopNotifications notifications;

    @BeforeEach
    void open() throws Exception {
        notifications = new DesktopNotifications(bus, Runnable::run);
    }

    private FakeNotifications desktop(String... capabilities) throws Exception {
        return new FakeNotifications(daemon.connect(), capabilities);
    }

    private Message message(String title) {
        return new Message(title, "a < b & c", Urgency.CRITICAL, () -> chosen.add(title),
                List.of(new Action("Show", () -> chosen.add("show " + title)),
                        new Action("Dismiss", () -> chosen.add("dismiss " + title))));
    }

    @Test
    void whatIsShownIsWhatTheDesktopCanShow() throws Exception {
        FakeNotifications desktop = desktop("body", "body-markup", "actions");

        notifications.show(message("one"), () -> chosen.add("untold"));

        until("shown", () -> !desktop.shown.isEmpty());
        assertThat(desktop.shown).containsExactly(new FakeNotifications.Shown("one", "a &lt; b &amp; c",
                List.of("default", "", "0", "Show", "1", "Dismiss"), (byte) 2));
    }

    @Test
    void aDesktopWithoutMarkupAndActionsGetsNone() throws Exception {
        FakeNotifications desktop = desktop("body");

        notifications.show(message("one"), () -> chosen.add("untold"));

        until("shown", () -> !desktop.shown.isEmpty());
        assertThat(desktop.shown)
                .containsExactly(new FakeNotifications.Shown("one", "a < b & c", List.of(), (byte) 2));
    }

    @Test
    void aDesktopThatKnowsLinksReadsMarkupToo() throws Exception {
        FakeNotifications desktop = desktop("body", "body-hyperlinks");
        notifications.show(message("one"), () -> chosen.add("untold"));
        until("shown", () -> !desktop.shown.isEmpty());
        assertThat(desktop.shown.getFirst().body()).isEqualTo("a &lt; b &amp; c");
    }

    @Test
    void thatNobodyShowsItIsTold() throws Exception {
        notifications.show(message("one"), () -> chosen.add("untold"));
        until("told", () -> chosen.equals(List.of("untold")));
    }

    @Test
    void whatTheUserChoosesIsDone() throws Exception {
        FakeNotifications desktop = desktop("actions");
        notifications.show(message("one"), () -> chosen.add("untold"));
        notifications.show(message("two"), () -> chosen.add("untold"));
        until("shown", () -> desktop.shown.size() == 2);

        desktop.choose(2, "1");
        desktop.choose(1, "default");
        desktop.choose(77, "0"); // another program's

        until("done", () -> chosen.size() == 2);
        assertThat(chosen).containsExactly("dismiss two", "one");
    }

    @Test
    void whatIsOverIsTakenAwayOnce() throws Exception {
        FakeNotifications desktop = desktop("actions");
        Runnable one = notifications.show(message("one"), () -> chosen.add("untold"));
        Runnable two = notifications.show(message("two"), () -> chosen.add("untold"));
        until("shown", () -> desktop.shown.size() == 2);

        desktop.closeByUser(1);
        desktop.choose(2, "0");
        until("heard", () -> !chosen.isEmpty());
        one.run();
        two.run();
        two.run();
        notifications.show(message("three"), () -> chosen.add("untold"));

        until("all said", () -> desktop.shown.size() == 3);
        assertThat(desktop.closed).containsExactly(new UInt32(2));
    }

    @Test
    void aKeyThatIsNoneOfOursDoesNothing() throws Exception {
        FakeNotifications desktop = desktop("actions");
        notifications.show(message("one"), () -> chosen.add("untold"));
        until("shown", () -> !desktop.shown.isEmpty());

        desktop.choose(1, "nonsense");
        desktop.choose(1, "9");
        desktop.choose(1, "0");

        until("done", () -> !chosen.isEmpty());
        assertThat(chosen).containsExactly("show one");
    }
}
