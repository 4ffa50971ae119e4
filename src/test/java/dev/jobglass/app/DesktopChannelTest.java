package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.desktop.DesktopNotifications;
import dev.jobglass.desktop.FakeNotifications;
import dev.jobglass.desktop.MessageBus;
import dev.jobglass.desktop.TestBus;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.RunsServer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import org.freedesktop.dbus.types.UInt32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the desktop is told of jobs, and what can be done about it there; over a real bus. */
class DesktopChannelTest extends ProgramTest {
    private TestBus daemon;
    private MessageBus bus;
    private FakeNotifications desktop;

    @BeforeEach
    void openBus() throws Exception {
        daemon = TestBus.open();
        desktop = new FakeNotifications(daemon.connect(), "actions", "body-markup");
        bus = MessageBus.open(daemon.address());
        notifications = Optional.of(new DesktopNotifications(bus, Platform::runLater));
    }

    @AfterEach
    void closeBus() throws Exception {
        closeProgram(); // which tells until its end
        if (bus != null) {
            bus.close();
            daemon.close();
        }
    }

    private void failed(String id, String agent, String error) {
        server.job(id, "failed", 40, Map.of("agent_id", agent, "error", error));
    }

    /** With jobs that run, and no window. */
    private void openHidden(int jobs) throws Exception {
        for (int i = 1; i <= jobs; i++) {
            server.job("run_" + i, "running", 40, Map.of("agent_id", "recipe:audit", "retry_after", 1));
        }
        open();
        Fx.await("the jobs", () -> table().getItems().size() == jobs);
        Fx.run(stage::hide);
    }

    private void awaitShown(int number) throws Exception {
        clock.await("notifications: " + number, () -> desktop.shown.size() == number);
    }

    @Test
    void aFailureCanBeShownDismissedOrMutedFromThere() throws Exception {
        openHidden(1);
        failed("run_1", "recipe:audit", "Rate limit <5>");
        awaitShown(1);
        assertThat(desktop.shown.getFirst()).isEqualTo(new FakeNotifications.Shown("\u200EJob failed: recipe:audit",
                "\u200ERate limit &lt;5&gt; · run_1", List.of("default", "", "0", "Show job", "1", "Dismiss", "2",
                        "No notifications of this agent"),
                (byte) 1));

        desktop.choose(1, "2");
        Fx.await("muted", () -> settings.notifications().mutedAgents().contains("recipe:audit"));
        desktop.choose(1, "0");
        Fx.await("shown", () -> stage.isShowing() && selected() != null && selected().id().equals("run_1"));
        desktop.choose(1, "1");
        Fx.await("dismissed", () -> workspace.failures().isEmpty());
        Fx.await("taken away", () -> desktop.closed.contains(new UInt32(1)));
        awaitText("#undoText", "ismissed");
    }

    @Test
    void whatIsDismissedElsewhereIsTakenAway() throws Exception {
        openHidden(1);
        failed("run_1", "recipe:audit", "It broke");
        awaitShown(1);
        Fx.run(() -> workspace.actions().dismiss(List.copyOf(workspace.failures()), ""));
        Fx.await("taken away", () -> desktop.closed.contains(new UInt32(1)));
    }

    @Test
    void severalThatAreToldTogetherAreDismissedTogether() throws Exception {
        openHidden(5);
        for (int i = 1; i <= 5; i++) {
            failed("run_" + i, i == 5 ? "recipe:news" : "recipe:audit", "It broke");
        }
        Fx.await("all failed", () -> workspace.failures().size() == 5); // before the clock is hurried
        awaitShown(1);
        assertThat(desktop.shown.getFirst().actions()).containsExactly("default", "", "0", "Show job", "1",
                "Dismiss 5");
        desktop.choose(1, "1");
        Fx.await("all dismissed", () -> workspace.failures().isEmpty());
    }

    @Test
    void whereNobodyShowsItTheWindowComesBack() throws Exception {
        openHidden(1);
        bus.close();
        failed("run_1", "recipe:audit", "It broke");
        clock.await("the window", () -> stage.isShowing());
    }

    @Test
    void aServerThatIsBackTakesItsLossAway() throws Exception {
        openHidden(1);
        int port = server.port();
        server.close();
        clock.await("lost", () -> desktop.shown.stream().anyMatch(one -> one.summary().contains("answer")));
        server = new RunsServer(port);
        Fx.run(workspace::tryNow); // else it is asked when its backoff is over
        Fx.await("taken away", () -> !desktop.closed.isEmpty());
    }
}
