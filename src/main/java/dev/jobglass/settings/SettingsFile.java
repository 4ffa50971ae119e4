package dev.jobglass.settings;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * Keeps the settings in {@code settings.json}: written a second after the last change, to a file beside it that then
 * takes its place, so that a kill at any moment leaves the old ones or the new ones. What another window has written
 * meanwhile is read before, and what was changed here is done to it. Safe for use by any thread.
 */
public final class SettingsFile implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SettingsFile.class.getName());
    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).build();

    private final Path file;
    private final ScheduledExecutorService writer = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("settings").factory());
    private Settings settings;
    /** Since the file was last read or written. */
    private final List<UnaryOperator<Settings>> changes = new ArrayList<>();
    private FileTime seen;
    private Path setAside;
    private Future<?> pending;

    /**
     * Reads the settings. A file that cannot be read is kept as {@code settings.json.bad} and defaults are used.
     *
     * @param folder where {@code settings.json} is or will be
     */
    public SettingsFile(Path folder) {
        file = folder.resolve("settings.json");
        settings = read();
    }

    /**
     * Looks once at all that can be in the file, which takes a while and need not be done when it is read. Any thread.
     *
     * @throws IOException never; the settings are those of a new person
     */
    public static void learn() throws IOException {
        Settings some = Settings.DEFAULT.withServer("http://localhost", server -> server);
        JSON.readValue(JSON.writeValueAsBytes(some), Settings.class);
    }

    private Settings read() {
        if (!Files.exists(file)) {
            return Settings.DEFAULT;
        }
        Optional<Settings> read = readable();
        if (read.isEmpty()) {
            setAside();
        }
        return read.orElse(Settings.DEFAULT);
    }

    private Optional<Settings> readable() {
        seen = modified();
        try {
            Settings read = JSON.readValue(file.toFile(), Settings.class);
            if (read != null) {
                return Optional.of(read);
            }
            LOG.log(System.Logger.Level.WARNING, "{0} holds nothing", file);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "Cannot read {0}: {1}", file, e.getClass().getSimpleName());
        }
        return Optional.empty();
    }

    private void setAside() {
        try {
            setAside = Files.move(file, file.resolveSibling("settings.json.bad"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "Cannot set {0} aside: {1}", file, e.toString());
        }
    }

    /** {@return where an unreadable file was kept, if there was one} */
    public Optional<Path> setAsideFile() {
        return Optional.ofNullable(setAside);
    }

    /** {@return the settings as they are now} */
    public synchronized Settings get() {
        return settings;
    }

    /**
     * Changes the settings and has them written soon.
     *
     * @param change from the present ones to the new ones; short
     */
    public synchronized void update(UnaryOperator<Settings> change) {
        Settings changed = change.apply(settings);
        if (changed.equals(settings)) {
            return;
        }
        settings = changed;
        changes.add(change);
        if (pending != null) {
            pending.cancel(false);
        }
        pending = writer.schedule(this::write, QUIET.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Changes what is kept about a server and has it written soon.
     *
     * @param url its base address
     * @param change as for {@link #update}
     */
    public void updateServer(String url, UnaryOperator<ServerSettings> change) {
        update(now -> now.withServer(url, change));
    }

    /** Writes now what has changed. */
    public synchronized void write() {
        if (changes.isEmpty()) {
            return;
        }
        takeInWhatOthersWrote();
        Path draft = file.resolveSibling("settings.json.tmp");
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(draft);
            // The file holds keys: nobody else may read it, from its first byte on.
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(draft, PosixFilePermissions
                        .asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.write(draft, JSON.writeValueAsBytes(settings));
            replace(draft);
            changes.clear();
            seen = modified();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "Cannot write {0}: {1}", file, e.toString());
        }
    }

    private void takeInWhatOthersWrote() {
        if (Files.exists(file) && !modified().equals(seen)) {
            // What cannot be read is overwritten by what is known here, which is better than nothing.
            readable().ifPresent(theirs -> {
                settings = theirs;
                changes.forEach(change -> settings = change.apply(settings));
            });
        }
    }

    /** {@return when the file was last modified, or the distant past} */
    private FileTime modified() {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException _) {
            return FileTime.fromMillis(0);
        }
    }

    private void replace(Path draft) throws IOException {
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Writes what is left to write. */
    @Override
    public void close() {
        writer.shutdownNow();
        write();
    }
}
