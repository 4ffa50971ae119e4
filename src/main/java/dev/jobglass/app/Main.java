package dev.jobglass.app;

import dev.jobglass.cli.CompletionCommand;
import dev.jobglass.cli.ListCommand;
import dev.jobglass.cli.ServerSource;
import dev.jobglass.cli.StatusCommand;
import dev.jobglass.cli.Terminal;
import dev.jobglass.cli.WaitCommand;
import dev.jobglass.text.Messages;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.application.Application;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Where the program starts. Does not extend {@link Application}, for then the toolkit would start before the platform
 * for a snapshot could be chosen here.
 */
public final class Main {
    private static final System.Logger LOG = System.getLogger(Main.class.getName());
    /** The exit status for anything the user has to put right. */
    static final int USAGE = 2;
    /** Of shorter words a single mistake is many. */
    private static final int SHORT = 4;
    /** What is done without a window, and without JavaFX. */
    private static final Set<String> COMMANDS = Set.of(StatusCommand.NAME, ListCommand.NAME, WaitCommand.NAME,
            CompletionCommand.NAME);

    private Main() {
    }

    /**
     * Starts Jobglass and ends the process when its window is closed.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String... arguments) {
        setUpRuntime();
        if (Collections.disjoint(COMMANDS, List.of(arguments))) {
            WarmUp.begin();
            if (System.getProperty("os.name").equals("Linux")) {
                System.setProperty("java.awt.headless", "true"); // the system tray of the others is AWT's
            }
        }
        System.exit(run(arguments, System.getenv(), System.out, System.err));
    }

    /** Before anything is connected to: some of it is only read once. */
    private static void setUpRuntime() {
        System.setProperty("slf4j.internal.verbosity", "ERROR"); // it tells of how it begins, on the terminal
        // To name the host of a connection to one of its addresses, see the class HostAddresses.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
        // Else a proxy would be told no name and password for what it only passes on, encrypted.
        System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
        // For all connections: the proxies that the environment names, else those that the system knows.
        System.setProperty("java.net.useSystemProxies", "true");
        ProxySelector.setDefault(new EnvironmentProxies(System.getenv(), ProxySelector.getDefault()));
    }

    /**
     * Runs until the window is closed, or until what scripts ask is answered.
     *
     * @return the exit status
     */
    static int run(String[] arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        CommandLineOptions options = new CommandLineOptions();
        Terminal terminal = Terminal.of(out, err);
        ServerSource servers = new ServerConnections(options, environment);
        CommandLine parser = CommandLineOptions.parser(options, new StatusCommand(servers, terminal),
                new ListCommand(servers, terminal), new WaitCommand(servers, terminal),
                new CompletionCommand(terminal));
        parser.setOut(new PrintWriter(out, true));
        try {
            ParseResult parsed = parser.parseArgs(arguments);
            Integer helped = CommandLine.executeHelpRequest(parsed);
            if (helped != null) {
                return helped;
            }
            EnvironmentProxies.unreadable(environment)
                    .forEach(name -> err.println(Messages.of("app.bad.proxy", name)));
            if (parsed.hasSubcommand()) {
                return command(parsed.subcommand(), err);
            }
            if (options.demo && !options.servers.isEmpty()) {
                throw new UsageException(Messages.of("app.bad.demo"));
            }
            if (options.noJob().isPresent()) {
                throw new UsageException(Messages.of("app.bad.job", options.noJob().get()));
            }
            if (options.serverAsJob().isPresent()) {
                throw new UsageException(Messages.of("app.bad.serverAsJob", options.serverAsJob().get()));
            }
            Optional<String> meant = options.firstJob().flatMap(Main::similarCommand);
            if (meant.isPresent()) {
                throw new UsageException(Messages.of("app.bad.command", options.firstJob().get(), meant.get()));
            }
            Environment known = Environment.of(environment);
            if (options.key != null && options.servers.isEmpty() && known.server() == null) {
                throw new UsageException(Messages.of("app.bad.keyForNone"));
            }
            options.folder(); // complains
            if (options.shareWindow() && handedOver(options, known)) {
                out.println(Messages.of("app.handedOver"));
                return 0;
            }
        } catch (UnmatchedArgumentException e) {
            err.println(Messages.of("app.usage", Messages.of("app.bad.unknown", String.join(" ", e.getUnmatched()))));
            return USAGE;
        } catch (ParameterException e) {
            err.println(Messages.of("app.usage", firstLine(e)));
            return USAGE;
        } catch (UsageException e) {
            err.println(Messages.of("app.usage", e.getMessage()));
            return USAGE;
        }
        return launch(options, arguments, err);
    }

    /** {@return the command that somebody may have mistyped, rather than have a job watched that is called so} */
    static Optional<String> similarCommand(String word) {
        return COMMANDS.stream().filter(command -> distance(word, command) <= (command.length() > SHORT ? 2 : 1))
                .findFirst();
    }

    /** {@return how many letters have to be added, left out or replaced to make one of the other} */
    private static int distance(String one, String other) {
        int[] before = IntStream.rangeClosed(0, other.length()).toArray();
        for (int i = 1; i <= one.length(); i++) {
            int[] now = new int[before.length];
            now[0] = i;
            for (int j = 1; j < now.length; j++) {
                int replaced = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(replaced, 1 + Math.min(before[j], now[j - 1]));
            }
            before = now;
        }
        return before[other.length()];
    }

    @SuppressWarnings("unchecked") // each of the commands is one
    private static int command(ParseResult parsed, PrintStream err) {
        LogFile.quietLibraries();
        System.setProperty("java.util.logging.SimpleFormatter.format", "jobglass: %5$s%n");
        try {
            return ((Callable<Integer>) parsed.commandSpec().userObject()).call();
        } catch (IOException e) {
            err.println(Messages.of("cli.error", e.getMessage()));
            return USAGE;
        } catch (Exception e) {
            LOG.log(System.Logger.Level.ERROR, "Cannot do it", e);
            return 1;
        }
    }

    private static boolean handedOver(CommandLineOptions options, Environment environment) throws UsageException {
        try {
            return SingleInstance.handOver(options.folder(), ThisUser.find(), options.request(environment));
        } catch (IOException | TimeoutException _) {
            return false; // the window that opens now finds the same, and tells its log
        }
    }

    private static String firstLine(ParameterException e) {
        return e.getMessage().lines().findFirst().orElse("");
    }

    private static int launch(CommandLineOptions options, String[] arguments, PrintStream err) {
        if (options.snapshot != null) {
            System.setProperty("java.awt.headless", "true");
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        }
        Painting.choose(System.getProperty("os.name"), Path.of("/sys/class/drm"));
        try {
            Application.launch(JobglassApp.class, arguments);
            return 0;
        } catch (UnsupportedOperationException _) { // what JavaFX throws when there is no display
            err.println(Messages.of("app.noDisplay"));
        } catch (UnsatisfiedLinkError e) {
            err.println(Messages.of("app.noLibrary", e.getMessage()));
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "Cannot start", e);
            err.println(Messages.of("app.failed", e.getCause() == null ? e : e.getCause()));
            return 1;
        }
        return USAGE;
    }
}
