package dev.jobglass.desktop;

import static dev.jobglass.desktop.TestBus.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.junit.jupiter.api.Test;

/** The machine's sleep, told on a real bus. */
class WakeUpsTest {
    @Test
    void wakingIsToldAndFallingAsleepIsNot() throws Exception {
        AtomicInteger woken = new AtomicInteger();
        try (TestBus daemon = TestBus.open(); MessageBus bus = MessageBus.open(daemon.address())) {
            WakeUps.follow(bus, Runnable::run, woken::incrementAndGet);
            DBusConnection machine = daemon.connect();

            until("told", () -> {
                machine.sendMessage(new LoginManager.PrepareForSleep(LoginManager.PATH, true));
                machine.sendMessage(new LoginManager.PrepareForSleep(LoginManager.PATH, false));
                return woken.get() > 0; // it may not have listened yet
            });
            int before = woken.get();
            machine.sendMessage(new LoginManager.PrepareForSleep(LoginManager.PATH, true));
            machine.sendMessage(new LoginManager.PrepareForSleep(LoginManager.PATH, false));

            until("told again", () -> woken.get() > before);
            assertThat(woken.get()).isLessThanOrEqualTo(before * 2 + 1_000);
        }
    }
}
