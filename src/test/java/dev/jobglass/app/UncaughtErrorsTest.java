package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.testing.BesideOthers;
import dev.jobglass.testing.Fx;
import dev.jobglass.ui.main.DeferredDialogs;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.stage.Window;
import org.freedesktop.dbus.exceptions.NotConnected;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock(BesideOthers.LOG)
class UncaughtErrorsTest extends ProgramTest {
    /** Keeps what is logged. */
    private static final class Kept extends Handler {
        final List<LogRecord> records = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord logged) {
            records.add(logged);
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing to close.
        }
    }

    private final Logger logger = Logger.getLogger(UncaughtErrors.class.getName());
    private final Kept kept = new Kept();
    private UncaughtErrors errors;

    @BeforeEach
    void openWithLog() throws Exception {
        open();
        logger.addHandler(kept);
        errors = Fx.call(() -> new UncaughtErrors(stage, folder, new DeferredDialogs(new SimpleBooleanProperty())));
    }

    @AfterEach
    void leaveTheLog() {
        logger.removeHandler(kept);
    }

    @Test
    void thatTheDesktopHasEndedIsNoError() throws Exception {
        errors.uncaughtException(Thread.currentThread(), new NotConnected("Cannot send message"));
        Fx.run(() -> {
        });
        assertThat(Window.getWindows()).hasSize(1);
        assertThat(kept.records).isEmpty();
    }

    @Test
    void eachIsLoggedAndAStormIsOneDialog() throws Exception {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Thread thread = new Thread(() -> {
                throw new IllegalStateException("boom");
            });
            thread.setUncaughtExceptionHandler(errors);
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        Fx.await("the dialog", () -> Window.getWindows().size() == 2);
        Fx.run(() -> {
        });

        assertThat(Window.getWindows()).hasSize(2);
        assertThat(kept.records).hasSize(5).allMatch(logged -> logged.getThrown().getMessage().equals("boom"));
        Window dialog = Window.getWindows().getLast();
        picture("error", dialog);
    }
}
