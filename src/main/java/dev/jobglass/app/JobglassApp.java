package dev.jobglass.app;

import dev.jobglass.desktop.Desktop;
import dev.jobglass.desktop.DesktopNotifications;
import dev.jobglass.desktop.LoginEntry;
import dev.jobglass.desktop.MessageBus;
import dev.jobglass.desktop.StatusIcon;
import dev.jobglass.desktop.WakeLock;
import dev.jobglass.desktop.WakeUps;
import dev.jobglass.history.History;
import dev.jobglass.monitor.ServerManager;
import dev.jobglass.monitor.StartupServers;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.notifications.Channels;
import dev.jobglass.notifications.SoundChannel;
import dev.jobglass.notifications.SystemChannel;
import dev.jobglass.notifications.TellingLock;
import dev.jobglass.notifications.ToastChannel;
import dev.jobglass.settings.KeyStore;
import dev.jobglass.settings.Settings;
import dev.jobglass.settings.SettingsFile;
import dev.jobglass.settings.UnreadKeys;
import dev.jobglass.text.JobIdParser;
import dev.jobglass.text.Messages;
import dev.jobglass.ui.common.Dialogs;
import dev.jobglass.ui.common.PlatformServices;
import dev.jobglass.ui.common.ThemeManager;
import dev.jobglass.ui.common.WrappedLabel;
import dev.jobglass.ui.main.MainWindow;
import dev.jobglass.ui.watchscreen.Notice;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;

/** Wires the program: the only place that knows all its parts. */
public final class JobglassApp extends Application {
    /** Stands for no country in particular. */
    private static final String THE_WORLD = "001";
    private static final System.Logger LOG = System.getLogger(JobglassApp.class.getName());
    /** For another start that was faster to open its window, on a busy machine too. */
    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final Duration LONGEST_END = Duration.ofSeconds(6);
    /** The first rows come first. */
    private static final javafx.util.Duration NOT_AT_ONCE = javafx.util.Duration.seconds(5);
    private static final javafx.util.Duration NETWORK_AFTER_SLEEP = javafx.util.Duration.seconds(5);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);

    private final CommandLineOptions options = new CommandLineOptions();
    private final InstantSource clock = InstantSource.system();
    private Path folder;
    private SettingsFile settingsFile;
    private MessageBus bus;
    private MessageBus systemBus;
    private Settings settings;
    private History history;
    private ServerManager servers;
    private MainWindow window;
    private Optional<SingleInstance> instance = Optional.empty();
    private int status;
    /** Whether the window was closed, so that all is written. */
    private volatile boolean stopped;

    /** Made by the JavaFX launcher. */
    public JobglassApp() {
    }

    @Override
    public void init() throws UsageException, InterruptedException {
        CommandLineOptions.parser(options).parseArgs(getParameters().getRaw().toArray(String[]::new));
        Environment environment = Environment.of(System.getenv());
        folder = options.folder();
        LogFile.open(folder, !options.folderChosen());
        if (options.shareWindow() && !claimed(environment)) {
            System.out.println(Messages.of("app.handedOver"));
            Platform.exit(); // start() is not called then
            return;
        }
        bus = MessageBus.ofSession(System.getenv());
        // With a folder of the user's choice, all is kept there.
        KeyStore keys = options.folderChosen() ? KeyStore.none() : new KeyringKeys(bus, folder);
        settingsFile = new SettingsFile(folder, keys);
        settings = settingsFile.settings();
        String language = settings.look().languageProperty().get();
        if (!language.isEmpty()) {
            Locale.setDefault(Locale.forLanguageTag(language));
        }
        Locale formats = Locale.getDefault(Locale.Category.FORMAT);
        if (formats.getCountry().isEmpty() && !formats.getLanguage().equals(Locale.ENGLISH.getLanguage())) {
            // Without a country Java begins weeks on Sunday, as in America.
            Locale.setDefault(Locale.Category.FORMAT,
                    new Locale.Builder().setLocale(formats).setRegion(THE_WORLD).build());
        }
        if (options.readOnly) {
            settings.beReadOnlyForNow();
        }
        // Of someone whose settings cannot be read it is not known whom they want to be asked.
        boolean newUser = settingsFile.unreadable().isEmpty() && settingsFile.setAsideFile().isEmpty();
        history = new History(options.dataFolder().resolve("history.db"),
                Duration.ofDays(settings.historyDaysProperty().get()));
        servers = new ServerManager(new StartupServers(options.startupArguments(environment, newUser), settings),
                settings,
                history,
                clock, new UnreadKeys(settings, keys));
    }

    /** {@return whether to open a window; not when another start was just a bit faster, and has taken over} */
    private boolean claimed(Environment environment) throws InterruptedException {
        try {
            ThisUser user = ThisUser.find();
            long end = System.nanoTime() + LONGEST_START.toNanos();
            while (System.nanoTime() < end) {
                instance = SingleInstance.claim(folder, user);
                if (instance.isPresent()) {
                    return true;
                }
                if (SingleInstance.handOver(folder, user, options.request(environment))) {
                    return false;
                }
                Thread.sleep(BETWEEN_TRIES); // it holds the lock, and listens once its window is open
            }
            LOG.log(System.Logger.Level.WARNING, "Another window was to open but has not");
        } catch (TimeoutException _) {
            LOG.log(System.Logger.Level.WARNING, "Another window is open but does not listen");
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "A second start will open a window of its own: {0}", e.toString());
        }
        return true;
    }

    @Override
    public void start(Stage stage) {
        Runtime.getRuntime().addShutdownHook(new Thread(this::writeBeforeTheEnd, "before-the-end"));
        Platform.setImplicitExit(false); // it may go on without a window
        systemBus = MessageBus.ofSystem(System.getenv());
        ThemeManager themes = new ThemeManager(options.theme, settings.look());
        window = new MainWindow(stage, settings, themes, servers,
                new PlatformServices(System.getProperty("os.name")),
                new Channels(new ToastChannel(), new SystemChannel(System.getProperty("os.name"),
                        System.getenv().getOrDefault("PATH", "")), new SoundChannel(),
                        new TellingLock(folder.resolve("telling.lock"))),
                desktop(), clock, () -> Demo.open(clock));
        Thread.setDefaultUncaughtExceptionHandler(new UncaughtErrors(stage, folder, window.notices()));
        Workspace first = options.demo ? Demo.open(clock) : servers.first();
        window.show(first);
        if (!options.filter.isEmpty()) {
            window.filter(options.filter);
        }
        window.watch(JobIdParser.in(options.jobs()));
        if (options.startupReport) {
            new StartupReport(stage.getScene(), System.out);
        }
        if (options.snapshot != null) {
            window.open(options.size.width(), Math.min(options.size.height(), Snapshot.TALLEST_WINDOW));
            takeSnapshot(stage);
        } else if (!options.background) {
            window.openWhereItWas(options.screen, options.newWindow);
        }
        if (options.watchScreen) {
            window.showWatchScreen();
        }
        if (!options.link().isEmpty()) {
            window.follow(options.link(), options.watchScreen);
        }
        if (options.snapshot == null) {
            sayWhatWasSetAside(stage);
            WindowsLinks.register(System.getProperty("os.name"), InstalledProgram.launcher());
        }
        servers.readKeys();
        afterwards(NOT_AT_ONCE, () -> WakeUps.follow(systemBus, Platform::runLater, this::catchUp));
        instance.ifPresent(one -> one.listen(request -> CompletableFuture
                .runAsync(() -> window.handOver(request), Platform::runLater).join()));
    }

    /** The machine has slept: all servers are asked once, as soon as its network can be expected back. */
    private void catchUp() {
        afterwards(NETWORK_AFTER_SLEEP, window::askServers);
    }

    private static void afterwards(javafx.util.Duration time, Runnable action) {
        PauseTransition pause = new PauseTransition(time);
        pause.setOnFinished(_ -> action.run());
        pause.play();
    }

    private Desktop desktop() {
        if (options.snapshot != null) {
            return Desktop.none();
        }
        String osName = System.getProperty("os.name");
        return new Desktop(StatusIcon.of(osName, bus, Platform::runLater, Messages.of("common.direction")),
                WakeLock.of(osName, bus, Messages.of("app.awake.reason")),
                osName.equals("Linux")
                        ? Optional.of(new DesktopNotifications(bus, Platform::runLater))
                        : Optional.empty(),
                LoginEntry.of(osName, InstalledProgram.launcher(),
                        Path.of(System.getProperty("user.home")), System.getenv()));
    }

    private void takeSnapshot(Stage stage) {
        PauseTransition pause = new PauseTransition(javafx.util.Duration.millis(options.after.toMillis()));
        pause.setOnFinished(_ -> {
            try {
                Snapshot.write(stage.getScene(), options.size.width(), options.size.height(), options.snapshot);
            } catch (IOException _) {
                System.err.println(Messages.of("app.usage", Messages.of("app.bad.snapshotFile", options.snapshot)));
                status = Main.USAGE;
            } finally {
                Platform.exit();
            }
        });
        pause.play();
    }

    private void sayWhatWasSetAside(Stage stage) {
        settingsFile.unreadable().ifPresent(why -> sayThatItWasBad("app.settings.unreadable", why, stage));
        settingsFile.onNotWritten(
                why -> Platform.runLater(() -> sayThatItWasBad("app.settings.notWritten", why, stage)));
        settingsFile.onSecretInFile(file -> sayThatItWasBad("app.settings.secretInFile", file, stage));
        settingsFile.setAsideFile().ifPresent(file -> sayThatItWasBad("app.settings.bad", file, stage));
        if (!settingsFile.badValues().isEmpty()) {
            sayThatItWasBad("app.settings.values", String.join(", ", settingsFile.badValues()), stage);
        }
        history.onGone(file -> Platform.runLater(() -> sayThatItWasBad("app.history.gone", file, stage)));
        history.onSetAside(file -> Platform.runLater(() -> sayThatItWasBad("app.history.bad", file, stage)));
    }

    private void sayThatItWasBad(String what, Object detail, Stage stage) {
        Notice notice = new Notice(Messages.of(what + ".title"), Messages.of(what + ".text", detail));
        window.notices().say(notice,
                () -> Dialogs.alert(stage, Dialogs.Glyph.WARNING.sign(), notice.title(), notice.title(),
                        new WrappedLabel(notice.text())).show());
    }

    /** The process is told to end, so that {@link #stop} will not be called. */
    private void writeBeforeTheEnd() {
        if (stopped) {
            return;
        }
        CountDownLatch written = new CountDownLatch(1);
        Platform.runLater(() -> {
            write();
            written.countDown();
        });
        try {
            if (!written.await(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)) {
                write(); // JavaFX has ended before us, or hangs: nobody else changes anything now
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        settingsFile.close();
        history.close();
    }

    @Override
    public void stop() {
        stopped = true;
        instance.ifPresent(SingleInstance::stopListening);
        window.close();
        write(); // which may have keys for the keyring
        bus.close();
        systemBus.close();
        instance.ifPresent(SingleInstance::close);
        if (status != 0) {
            System.exit(status); // the launcher of JavaFX has no other way to pass it on
        }
    }
}
