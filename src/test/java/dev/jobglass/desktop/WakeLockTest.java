package dev.jobglass.desktop;

import static dev.jobglass.desktop.TestBus.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Asking a desktop for light, on a real bus. */
class WakeLockTest extends BusTest {
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private WakeLock lock;

    @BeforeEach
    void open() throws Exception {
        lock = new BusWakeLock(bus, "a wall");
    }

    private final class Saver implements ScreenSaver {
        @Override
        public UInt32 inhibit(String program, String reason) {
            asked.add(program + " for " + reason);
            return new UInt32(7);
        }

        @Override
        public void release(UInt32 cookie) {
            asked.add("released " + cookie);
        }

        @Override
        public String getObjectPath() {
            return PATH;
        }
    }

    private final class Gnome implements GnomeSession {
        @Override
        public UInt32 inhibit(String program, UInt32 window, String reason, UInt32 flags) {
            asked.add(program + " for " + reason + " by " + flags);
            return new UInt32(8);
        }

        @Override
        public void release(UInt32 cookie) {
            asked.add("released " + cookie);
        }

        @Override
        public String getObjectPath() {
            return PATH;
        }
    }

    private final class Portal implements InhibitPortal, InhibitPortal.Request {
        @Override
        public DBusPath inhibit(String window, UInt32 flags, Map<String, Variant<?>> options) {
            asked.add(options.get("reason").getValue() + " by " + flags);
            return new DBusPath(PATH);
        }

        @Override
        public void close() {
            asked.add("closed");
        }

        @Override
        public String getObjectPath() {
            return PATH;
        }
    }

    private void isHeldAndGivenBack(String held, String givenBack) throws Exception {
        lock.hold(true);
        lock.hold(false);

        until("asked", () -> asked.size() == 2);
        assertThat(asked).containsExactly(held, givenBack);
    }

    @Test
    void itIsHeldOnceAndGivenBackOnce() throws Exception {
        serve(new Saver(), ScreenSaver.NAME);

        lock.hold(true);
        lock.hold(true);
        lock.hold(false);
        lock.hold(false);
        lock.hold(true);

        until("asked", () -> asked.size() == 3);
        assertThat(asked).containsExactly("Jobglass for a wall", "released 7", "Jobglass for a wall");
    }

    @Test
    void gnomeIsAskedInItsOwnWay() throws Exception {
        serve(new Gnome(), GnomeSession.NAME);
        isHeldAndGivenBack("Jobglass for a wall by 8", "released 8");
    }

    @Test
    void aSandboxAsksItsPortal() throws Exception {
        serve(new Portal(), InhibitPortal.SERVICE);
        isHeldAndGivenBack("a wall by 8", "closed");
    }

    @Test
    void aDesktopThatComesLaterIsAskedNextTime() throws Exception {
        lock.hold(true); // nobody listens
        lock.hold(false);
        serve(new Saver(), ScreenSaver.NAME);
        lock.hold(true);

        // It may have come before the first was given back.
        until("asked", () -> !asked.isEmpty() && asked.getLast().equals("Jobglass for a wall"));
    }
}
