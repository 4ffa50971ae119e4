package dev.jobglass.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.logging.ErrorManager;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;

/**
 * The rotating log beside the settings. The JDK's own follows links, and leaves it to the process's umask who else can
 * read what it writes.
 */
final class LogFile extends StreamHandler {
    /** They tell of themselves what helps nobody here. Held, since the JDK knows loggers weakly. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");
    private static final Logger BUS = Logger.getLogger("org.freedesktop.dbus");
    private static final int BYTES = 1_000_000;
    private static final int FILES = 3;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    private final Path folder;
    private final ThisUser user;
    private SeekableByteChannel channel;

    /** The same in every language, so that whoever helps can read it: the JDK's own translates levels and digits. */
    private static final class PlainFormatter extends Formatter {
        @Override
        public String format(LogRecord message) {
            StringWriter trace = new StringWriter();
            if (message.getThrown() != null) {
                message.getThrown().printStackTrace(new PrintWriter(trace, true));
            }
            return TIME.format(message.getInstant().atZone(ZoneId.systemDefault())) + " " + message.getLevel().getName()
                    + " " + message.getLoggerName() + ": " + formatMessage(message) + System.lineSeparator() + trace;
        }
    }

    private LogFile(Path folder, ThisUser user) throws IOException {
        this.folder = folder;
        this.user = user;
        setFormatter(new PlainFormatter());
        setLevel(Level.INFO);
        setEncoding(StandardCharsets.UTF_8.name());
        setOutputStream(append());
    }

    /**
     * Sends the program's messages to {@code jobglass.0.log} in a folder from now on, instead of to the terminal. When
     * the folder or the file is another user's, or the file is a link, they go on to the terminal, which says so.
     *
     * @param folder made when missing, so that nobody else can enter it
     * @param closed whether nobody else may enter it if it is there already, either
     */
    static void open(Path folder, boolean closed) {
        Logger root = Logger.getLogger("");
        try {
            ThisUser user = ThisUser.find();
            if (!Files.exists(folder)) {
                Files.createDirectories(folder, user.forFolder());
            }
            user.checkOwnOrLinked(folder);
            if (closed) {
                user.close(folder.toRealPath());
            }
            LogFile file = new LogFile(folder, user);
            quietLibraries();
            for (var handler : root.getHandlers()) {
                handler.setLevel(Level.SEVERE);
            }
            root.addHandler(file);
        } catch (IOException e) {
            root.log(Level.WARNING, "No log file in {0}: {1}", new Object[]{folder, e.toString()});
        }
    }

    /** Has libraries say only what is wrong. */
    static void quietLibraries() {
        JAVAFX.setLevel(Level.WARNING);
        BUS.setLevel(Level.OFF); // what does not work there is ours to say
    }

    private Path file(int number) {
        return folder.resolve("jobglass." + number + ".log");
    }

    private OutputStream append() throws IOException {
        Path file = file(0);
        user.checkOwn(file);
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException(file + " is no file"); // to open a pipe could take for ever
            }
            user.close(file);
        }
        channel = Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS), user.forFile());
        return Channels.newOutputStream(channel);
    }

    @Override
    public synchronized void publish(LogRecord message) {
        boolean interrupted = Thread.interrupted(); // which would close the file for good
        super.publish(message);
        flush();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        try {
            if (channel.isOpen() && channel.size() >= BYTES) {
                rotate();
            }
        } catch (IOException e) {
            reportError(null, e, ErrorManager.WRITE_FAILURE);
        }
    }

    private void rotate() throws IOException {
        close();
        for (int number = FILES - 2; number >= 0; number--) {
            if (Files.exists(file(number), LinkOption.NOFOLLOW_LINKS)) {
                Files.move(file(number), file(number + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        setOutputStream(append());
    }
}
