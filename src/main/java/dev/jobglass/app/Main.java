package dev.jobglass.app;

import dev.jobglass.text.Messages;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ProxySelector;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Where the program starts. Does not extend {@link Application}, for then the toolkit would start before the platform
 * for a snapshot could be chosen here.
 */
public final class Main {
    private static final System.Logger LOG = System.getLogger(Main.class.getName());
    /** The exit status for anything the user has to put right. */
    static final int USAGE = 2;

    private Main() {
    }

    /**
     * Starts Jobglass and ends the process when its window is closed.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String... arguments) {
        useProxies();
        WarmUp.begin();
        System.exit(run(arguments, System.getenv(), System.out, System.err));
    }

    /** For all connections: what the environment names, else what the system knows. */
    private static void useProxies() {
        System.setProperty("java.net.useSystemProxies", "true");
        // To name the host of a connection to one of its addresses, see the class HostAddresses.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
        ProxySelector.setDefault(new EnvironmentProxies(System.getenv(), ProxySelector.getDefault()));
    }

    /**
     * Runs until the window is closed.
     *
     * @return the exit status
     */
    static int run(String[] arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        CommandLineOptions options = new CommandLineOptions();
        CommandLine parser = CommandLineOptions.parser(options);
        try {
            parser.parseArgs(arguments);
            if (parser.isUsageHelpRequested()) {
                parser.usage(out);
                return 0;
            }
            if (parser.isVersionHelpRequested()) {
                parser.printVersionHelp(out);
                return 0;
            }
            if (options.demo && !options.servers.isEmpty()) {
                throw new UsageException(Messages.of("app.bad.demo"));
            }
            if (options.noJob().isPresent()) {
                throw new UsageException(Messages.of("app.bad.job", options.noJob().get()));
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
