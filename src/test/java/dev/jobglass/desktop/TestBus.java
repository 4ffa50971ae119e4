package dev.jobglass.desktop;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.testfx.util.WaitForAsyncUtils;

/** A message bus of the test's own, by the daemon that desktops have. */
public final class TestBus implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Of a bus that starts no services of this machine. */
    private static final String CONFIGURATION = """
            <busconfig>
              <type>session</type>
              <listen>unix:path=%s</listen>
              <policy context="default">
                <allow send_destination="*"/>
                <allow receive_sender="*"/>
                <allow own="*"/>
              </policy>
            </busconfig>
            """;

    private final Path folder;
    private final Process daemon;
    private final List<DBusConnection> connections = new ArrayList<>();

    private TestBus(Path folder, Process daemon) {
        this.folder = folder;
        this.daemon = daemon;
    }

    /** A test that is over is no reason for the next to fail. */
    private static void ignoreWhatComesTooLate() throws ClassNotFoundException {
        Class.forName(WaitForAsyncUtils.class.getName()); // which has put its own handler there by now
        Thread.UncaughtExceptionHandler others = Thread.getDefaultUncaughtExceptionHandler();
        if (!(others instanceof TooLate)) {
            Thread.setDefaultUncaughtExceptionHandler(new TooLate(others));
        }
    }

    /** Passes on all but what connections throw in their own threads when they are closed while something comes. */
    private record TooLate(Thread.UncaughtExceptionHandler others) implements Thread.UncaughtExceptionHandler {
        @Override
        public void uncaughtException(Thread thread, Throwable error) {
            if (!MessageBus.closedMeanwhile(error)) {
                others.uncaughtException(thread, error);
            }
        }
    }

    /** {@return one that is there; the test is left out on machines that have none} */
    public static TestBus open() throws Exception {
        ignoreWhatComesTooLate();
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/dbus-daemon")));
        Path folder = Files.createTempDirectory("bus"); // a short name: those of sockets must be
        Path socket = folder.resolve("s");
        Path configuration = folder.resolve("c");
        Files.writeString(configuration, CONFIGURATION.formatted(socket));
        Process daemon = new ProcessBuilder("dbus-daemon", "--config-file=" + configuration, "--nofork")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        until("there", () -> Files.exists(socket));
        return new TestBus(folder, daemon);
    }

    public String address() {
        return "unix:path=" + folder.resolve("s");
    }

    /** {@return a connection of another program's} */
    public DBusConnection connect() throws Exception {
        DBusConnection connection = DBusConnectionBuilder.forAddress(address()).withShared(false).build();
        connections.add(connection);
        return connection;
    }

    /** Ends it while programs use it. */
    void end() {
        daemon.destroyForcibly();
    }

    /** Waits until it is so, but not for ever. */
    public static void until(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                fail("never " + what);
            }
            Thread.sleep(Duration.ofMillis(10));
        }
    }

    @Override
    public void close() throws IOException {
        for (DBusConnection connection : connections) {
            connection.close();
        }
        daemon.destroy();
        Files.deleteIfExists(folder.resolve("s"));
        Files.delete(folder.resolve("c"));
        Files.delete(folder);
    }
}
