package dev.jobglass.settings;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;

/**
 * Keeps the settings in {@code settings.json}: written a second after the last change, on a thread of its own, to a
 * file beside it that then takes its place, so that a kill at any moment leaves the old ones or the new ones. What
 * another window has written meanwhile is brought together with what was changed here. To be called on the JavaFX
 * thread, but for the constructor.
 */
public final class SettingsFile implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SettingsFile.class.getName());
    private static final Duration QUIET = Duration.ofMillis(100);
    /** It need not hold up the start. */
    private static final Duration KEYS_MOVED_AFTER = Duration.ofSeconds(3);
    /** What another window has written is seen here that soon. */
    private static final Duration OTHERS_SEEN_AFTER = Duration.ofSeconds(2);
    private static final Duration LONGEST_CLOSING = Duration.ofSeconds(3);
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;
    private final Settings settings = new Settings();
    private final KeyStore keyStore;
    /** Belongs to the writer thread once that works. */
    private final KeysApart keys;
    /** What comes after it is closed is no longer written. */
    private final ScheduledThreadPoolExecutor writer = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().daemon().name("settings").factory(), new ThreadPoolExecutor.DiscardPolicy());
    private final Set<String> badValues = new LinkedHashSet<>();
    private Path setAside;
    /** Why the file that is there cannot be read, or null; it is left as it is then. */
    private String unreadable;
    private volatile Consumer<String> whenNotWritten = _ -> {
    };
    private Consumer<Path> whenSecretInFile = _ -> {
    };
    /** Whether the last writing failed, which is said once; belongs to the writer thread. */
    private boolean notWritten;
    /** Whether what stood in the file made no sense when it was read last, such as while someone is editing it. */
    private boolean broken;
    private ScheduledFuture<?> pending;
    /** The file as this window wrote it last, or null; belongs to the writer thread. */
    private byte[] written;
    /** What that means, secrets included: also what only others know of. */
    private JsonNode whole;
    /** What was last read or written; belongs to the writer thread once that works. */
    private ObjectNode base;
    /** When the file was written that is known here; belongs to the writer thread once that works. */
    private FileTime known;

    /**
     * Reads the settings. A file that makes no sense at all is kept as {@code settings.json.bad}, and defaults are
     * used; in one that does, each value that makes none has its default.
     *
     * @param folder where {@code settings.json} is or will be
     * @param keyStore keeps keys apart from it, as far as it can
     */
    public SettingsFile(Path folder, KeyStore keyStore) {
        this(folder, keyStore, KEYS_MOVED_AFTER);
    }

    /** {@code keysMovedAfter} is when keys that stand in the file move to the keyring. */
    SettingsFile(Path folder, KeyStore keyStore, Duration keysMovedAfter) {
        this.keyStore = keyStore;
        keys = new KeysApart(keyStore);
        file = KnownServer.settingsFile(folder);
        known = lastWritten();
        read().ifPresent(json -> {
            keys.fill(json);
            settings.read(json, badValues::add);
        });
        if (!badValues.isEmpty()) {
            LOG.log(System.Logger.Level.WARNING, "{0} has values that make no sense, and their defaults are used: {1}",
                    file, badValues);
        }
        base = settings.written();
        writer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false); // closing writes everything itself
        settings.onAnyChange(this::writeSoon);
        writer.schedule(this::moveKeys, keysMovedAfter.toMillis(), TimeUnit.MILLISECONDS);
        writer.scheduleWithFixedDelay(this::lookForOthers, OTHERS_SEEN_AFTER.toMillis(), OTHERS_SEEN_AFTER.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Also while nothing changes here. */
    private void lookForOthers() {
        if (notWritten) {
            Platform.runLater(() -> inBackground(this::write)); // there may be room by now
            return;
        }
        FileTime now = lastWritten();
        if (unreadable == null && !now.equals(known)) {
            known = now;
            Platform.runLater(() -> inBackground(this::merged));
        }
    }

    /** {@return when the file was written last, by whomever; long ago if it is not there} */
    private FileTime lastWritten() {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException _) {
            return FileTime.fromMillis(0);
        }
    }

    /** Keys that an earlier version, or a start without a keyring, has written into the file. */
    private void moveKeys() {
        if (!keyStore.there()) {
            return;
        }
        Platform.runLater(() -> settings.keysApartProperty().set(true));
        if (unreadable == null && keys.hasKeys(base)) {
            try {
                replace(theirs().orElse(base));
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "Keys stay in {0}: {1}", file, e.toString());
            }
        }
    }

    /**
     * Looks once at all that can be in the file, which takes a while and need not be done when it is read. Any thread.
     *
     * @throws IOException never; the settings are those of a new user
     */
    public static void learn() throws IOException {
        JSON.readTree(JSON.writeValueAsBytes(new Settings().written()));
    }

    /** {@return the settings} */
    public Settings settings() {
        return settings;
    }

    /** {@return where a file that made no sense was kept, if there was one} */
    public Optional<Path> setAsideFile() {
        return Optional.ofNullable(setAside);
    }

    /** {@return the names of the values that made no sense} */
    public Set<String> badValues() {
        return badValues;
    }

    /** {@return why the settings that are there cannot be read, or nothing; then nothing is written either} */
    public Optional<String> unreadable() {
        return Optional.ofNullable(unreadable);
    }

    /**
     * Names who is told, on the writer's thread, when what was changed cannot be written; once, until it can.
     *
     * @param taker takes why
     */
    public void onNotWritten(Consumer<String> taker) {
        whenNotWritten = taker;
    }

    /**
     * Names who is told, on the JavaFX thread, when the keyring that had been there does not take a secret, which then
     * stays in the file.
     *
     * @param taker takes the file
     */
    public void onSecretInFile(Consumer<Path> taker) {
        whenSecretInFile = taker;
    }

    private Optional<ObjectNode> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            if (!Files.isRegularFile(file)) {
                throw new IOException("no file"); // to read a pipe might never end
            }
            if (JSON.readTree(file.toFile()) instanceof ObjectNode object) {
                return Optional.of(object);
            }
            LOG.log(System.Logger.Level.WARNING, "{0} holds no settings", file);
            setAside();
        } catch (JacksonException e) {
            LOG.log(System.Logger.Level.WARNING, "Cannot make sense of {0}: {1}", file, e.getClass().getSimpleName());
            setAside();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "Cannot read {0}, and leave it as it is: {1}", file, e.toString());
            unreadable = file + " (" + e.getClass().getSimpleName().replaceFirst("Exception$", "") + ")";
        }
        return Optional.empty();
    }

    private void setAside() {
        Path bad = file.resolveSibling("settings.json.bad");
        for (int number = 2; Files.exists(bad); number++) {
            bad = file.resolveSibling("settings.json.bad" + number);
        }
        try {
            setAside = Files.move(file, bad);
            OwnerOnly.close(bad); // there may be keys in it all the same
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "Cannot set {0} aside: {1}", file, e.toString());
        }
    }

    private void writeSoon() {
        if (pending != null) {
            pending.cancel(false);
        }
        pending = writer.schedule(() -> Platform.runLater(() -> inBackground(this::write)), QUIET.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Brings what is set here together with what others have written, and takes that over. */
    private void inBackground(Function<ObjectNode, Optional<JsonNode>> bringTogether) {
        ObjectNode ours = settings.written();
        writer.execute(() -> bringTogether.apply(ours).filter(merged -> !merged.equals(ours))
                .ifPresent(merged -> Platform.runLater(() -> takeOver(ours, merged))));
    }

    /** What another window has changed meanwhile is seen in this one too. */
    private void takeOver(ObjectNode written, JsonNode merged) {
        settings.read(SettingsMerge.merge(written, settings.written(), merged), _ -> {
            // The other window has checked it.
        });
    }

    /** Writes what was changed, and {@return what that has become when another window had written} */
    private Optional<JsonNode> write(ObjectNode ours) {
        if (ours.equals(base) || unreadable != null) {
            return Optional.empty();
        }
        Optional<JsonNode> merged = merged(ours);
        if (broken) {
            setAside(); // what is in it may be dear to whoever was about to change it by hand
        }
        try {
            replace(merged.orElse(ours));
            base = ours;
            notWritten = false;
            return merged;
        } catch (IOException e) {
            if (!notWritten) {
                LOG.log(System.Logger.Level.ERROR, "Cannot write {0}: {1}", file, e.toString());
                notWritten = true;
                whenNotWritten.accept(e.toString());
            }
            return Optional.empty();
        }
    }

    /** {@return what was changed here together with what stands in the file, or nothing without a file} */
    private Optional<JsonNode> merged(ObjectNode ours) {
        return theirs().map(theirs -> SettingsMerge.merge(base, ours, theirs));
    }

    /** {@return what stands in the file, which may have more in it than is known here} */
    private Optional<JsonNode> theirs() {
        broken = false;
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (Arrays.equals(bytes, written)) {
                return Optional.of(whole); // nobody else has written, and the keyring need not be asked
            }
            JsonNode theirs = JSON.readTree(bytes);
            keys.fill(theirs);
            return Optional.of(theirs).filter(JsonNode::isObject);
        } catch (JacksonException _) {
            broken = true;
            return Optional.empty();
        } catch (IOException _) {
            return Optional.empty(); // is overwritten by what is known here, which is better than nothing
        }
    }

    private void replace(JsonNode all) throws IOException {
        JsonNode json = keys.apart(all);
        byte[] bytes = JSON.writeValueAsBytes(json);
        // A link, such as to a folder of dotfiles, stays one.
        Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file;
        Path draft = target.resolveSibling("settings.json.tmp");
        Files.createDirectories(target.getParent());
        Files.deleteIfExists(draft);
        OwnerOnly.write(draft, bytes);
        FileTime now = Files.getLastModifiedTime(draft); // it keeps that
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        }
        written = bytes;
        known = now;
        whole = all;
        keys.forgetOthers(json);
        if (keys.hasKeys(json)) {
            Platform.runLater(this::sayThatASecretIsInTheFile);
        }
    }

    private void sayThatASecretIsInTheFile() {
        if (settings.keysApartProperty().get()) {
            settings.keysApartProperty().set(false);
            LOG.log(System.Logger.Level.WARNING, "The keyring does not take a secret, which stays in {0}", file);
            whenSecretInFile.accept(file);
        }
    }

    /** Writes what is left to write, and waits for that, but not for long; also when it is being closed already. */
    @Override
    public void close() {
        if (!writer.isShutdown()) {
            ObjectNode ours = settings.written();
            writer.execute(() -> write(ours));
            writer.shutdown();
        }
        try {
            if (!writer.awaitTermination(LONGEST_CLOSING.toSeconds(), TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "The last changes of {0} are not written", file);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
