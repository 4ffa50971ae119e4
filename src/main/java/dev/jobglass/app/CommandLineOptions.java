package dev.jobglass.app;

import dev.jobglass.api.ApiKey;
import dev.jobglass.api.ByteOrderMark;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.cli.TypedNames;
import dev.jobglass.desktop.LoginEntry;
import dev.jobglass.monitor.StartupArguments;
import dev.jobglass.settings.Theme;
import dev.jobglass.text.JobIdParser;
import dev.jobglass.text.Link;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.ui.main.StartRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** What the user wrote on the command line. A key is never among it, since others can read it in the process list. */
@Command(name = "jobglass", mixinStandardHelpOptions = true, sortOptions = false, scope = ScopeType.INHERIT)
public final class CommandLineOptions {
    @Option(names = "--server", paramLabel = "URL", converter = ServerConverter.class, //
            scope = ScopeType.INHERIT, descriptionKey = "jobglass.server")
    public List<String> servers = new ArrayList<>();
    @Option(names = "--api-key-file", paramLabel = "FILE", converter = KeyFileConverter.class, //
            scope = ScopeType.INHERIT, descriptionKey = "jobglass.api-key-file")
    public ApiKey key;
    @Option(names = "--watch", paramLabel = "JOB_ID")
    private List<String> watch = new ArrayList<>();
    @Option(names = "--demo")
    boolean demo;
    @Option(names = "--watch-screen")
    boolean watchScreen;
    @Option(names = "--read-only")
    boolean readOnly;
    @Option(names = LoginEntry.ARGUMENT)
    boolean background;
    @Option(names = "--screen", paramLabel = "N", converter = ScreenConverter.class)
    int screen;
    @Option(names = "--filter", paramLabel = "WORDS", defaultValue = "")
    String filter;
    @Option(names = "--view", paramLabel = "NAME", defaultValue = "")
    private String view = "";
    @Option(names = "--new-window")
    boolean newWindow;
    @Option(names = "--config-dir", paramLabel = "DIR", converter = FolderConverter.class, //
            scope = ScopeType.INHERIT, descriptionKey = "jobglass.config-dir")
    private Path configFolder;
    @Option(names = "--theme", paramLabel = "THEME", converter = ThemeConverter.class, //
            completionCandidates = Themes.class)
    Theme theme;
    @Option(names = "--snapshot", paramLabel = "FILE.png")
    Path snapshot;
    @Option(names = "--after", paramLabel = "SECONDS", defaultValue = "5", converter = SecondsConverter.class)
    Duration after;
    @Option(names = "--size", paramLabel = "WIDTHxHEIGHT", defaultValue = "1280x800", converter = SizeConverter.class)
    Size size;
    @Option(names = "--startup-report")
    boolean startupReport;
    @Parameters(paramLabel = "JOB_ID", arity = "0..*", descriptionKey = "jobIds")
    private List<String> jobIds = new ArrayList<>();

    /**
     * A picture's size.
     *
     * @param width in pixels, positive
     * @param height likewise
     */
    record Size(int width, int height) {
    }

    /**
     * {@return a parser for them, with the messages of this program}
     *
     * @param options takes them
     * @param commands what can be done instead of opening a window
     */
    static CommandLine parser(CommandLineOptions options, Object... commands) {
        CommandLine parser = new CommandLine(options);
        Stream.of(commands).forEach(parser::addSubcommand);
        parser.setResourceBundle(Messages.bundle());
        parser.getCommandSpec().version("jobglass " + Messages.version());
        return parser;
    }

    /** {@return where settings are kept} */
    Path folder() throws UsageException {
        return configFolder != null
                ? configFolder
                : AppDirectories.of(System.getenv()).config();
    }

    /** {@return whether the folder is of the user's choice, and may hold other things too} */
    boolean folderChosen() {
        return configFolder != null;
    }

    /** {@return where what is remembered is kept: with a folder of the user's choice, all is kept there} */
    Path dataFolder() throws UsageException {
        return configFolder != null
                ? folder()
                : AppDirectories.of(System.getenv()).data();
    }

    /** {@return whether a window that is open already can do all that is wanted} */
    boolean shareWindow() {
        return !newWindow && !demo && snapshot == null;
    }

    /** {@return the servers named; a key named without one is for the environment's, which is wanted then} */
    public List<String> named(Environment environment) {
        boolean forIts = servers.isEmpty() && key != null && environment.server() != null;
        return forIts ? List.of(environment.server()) : servers;
    }

    /** {@return the servers and keys given} */
    StartupArguments startupArguments(Environment environment, boolean newUser) {
        return new StartupArguments(named(environment), key, environment.server(), environment.key(), newUser);
    }

    /**
     * {@return what is wanted of a window that is open already}
     *
     * @param environment its key is for a server named here
     */
    StartRequest request(Environment environment) {
        List<String> named = named(environment);
        ApiKey meant = named.isEmpty() ? null : key != null ? key : environment.key();
        return new StartRequest(named, meant == null ? "" : meant.secret(), watchScreen, readOnly, background,
                screen,
                theme == null ? "" : theme.name(), link(), filter, jobs());
    }

    /** {@return the first that stands for itself, where a command would} */
    Optional<String> firstJob() {
        return jobIds.stream().limit(1).filter(id -> !isLink(id)).findFirst();
    }

    /** {@return what is named as a job and cannot be one: servers make ids up as they like, but that can be said} */
    Optional<String> noJob() {
        return Stream.concat(watch.stream(), jobIds.stream().filter(id -> !isLink(id)))
                .filter(id -> id.codePoints().noneMatch(Character::isLetterOrDigit)).findFirst();
    }

    /** {@return the address of a server that is named as if it were a job} */
    Optional<String> serverAsJob() {
        return Stream.concat(watch.stream(), jobIds.stream()).filter(id -> id.matches("(?i)https?://.*"))
                .filter(id -> JobIdParser.meant(id).stream().allMatch(job -> job.server() == null)).findFirst();
    }

    /** {@return all job ids named, as they were written} */
    String jobs() {
        return Stream.concat(watch.stream(), jobIds.stream().filter(id -> !isLink(id)))
                .collect(Collectors.joining("\n"));
    }

    private static boolean isLink(String text) {
        return text.toLowerCase(Locale.ROOT).startsWith(Link.SCHEME);
    }

    /** {@return the link given, or one to the view named, or an empty text} */
    String link() {
        return jobIds.stream().filter(CommandLineOptions::isLink).findFirst()
                .orElse(view.isBlank() ? "" : new Link.View(view).text());
    }

    /** Which scheme one without has depends on the servers that are known, which only the window knows. */
    private static final class ServerConverter implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            try {
                ServerAddress.typed(text, List.of()); // complains
                return text.strip();
            } catch (ServerAddress.Malformed e) {
                throw new TypeConversionException(
                        Messages.of("app.bad.server", withoutPassword(text), Messages.of("text.url." + e.complaint())));
            }
        }
    }

    /** {@return an address to be complained of: what stands before its host may be a password, and logs are kept} */
    static String withoutPassword(String address) {
        return address.replaceFirst("(^|//)[^/]*@", "$1…@");
    }

    private static final class KeyFileConverter implements ITypeConverter<ApiKey> {
        /** No key is longer; whatever is, was not meant to be read as one. */
        private static final int LONGEST = 64 * 1024;

        /** A pipe could be read only once, and both the check at the start and the program read it. */
        private static Path regularFile(String text) throws IOException {
            Path file = Path.of(text);
            if (!Files.isRegularFile(file)) {
                throw new NoSuchFileException(text);
            }
            return file;
        }

        @Override
        public ApiKey convert(String text) {
            try (var file = Files.newInputStream(regularFile(text))) {
                return new ApiKey(
                        ByteOrderMark.without(new String(file.readNBytes(LONGEST), StandardCharsets.UTF_8)));
            } catch (IOException _) {
                throw new TypeConversionException(Messages.of("app.bad.keyFile", text));
            } catch (IllegalArgumentException _) {
                throw new TypeConversionException(Messages.of("app.bad.key", text));
            }
        }
    }

    private static final class FolderConverter implements ITypeConverter<Path> {
        @Override
        public Path convert(String text) {
            try {
                return Path.of(text).toAbsolutePath();
            } catch (InvalidPathException _) {
                throw new TypeConversionException(Messages.of("app.bad.folder", PlainText.line(text)));
            }
        }
    }

    private static final class ThemeConverter implements ITypeConverter<Theme> {
        @Override
        public Theme convert(String text) {
            try {
                return Theme.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
            } catch (IllegalArgumentException _) {
                throw new TypeConversionException(Messages.of("app.bad.theme", text));
            }
        }
    }

    private static final class Themes extends TypedNames {
        private static final long serialVersionUID = 1;

        Themes() {
            super(Stream.of(Theme.values()));
        }
    }

    private static final class SecondsConverter implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            try {
                double seconds = Double.parseDouble(text);
                if (seconds >= 0 && seconds <= Duration.ofDays(1).toSeconds()) {
                    return Duration.ofMillis((long) (seconds * 1000));
                }
            } catch (NumberFormatException _) {
                // Said below.
            }
            throw new TypeConversionException(Messages.of("app.bad.after", text));
        }
    }

    private static final class ScreenConverter implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            if (!text.matches("[1-9]")) {
                throw new TypeConversionException(Messages.of("app.bad.screen", text));
            }
            return Integer.valueOf(text);
        }
    }

    private static final class SizeConverter implements ITypeConverter<Size> {
        private static final Pattern SIZE = Pattern.compile("([1-9]\\d{2,3})[xX×]([1-9]\\d{2,3})");

        @Override
        public Size convert(String text) {
            Matcher size = SIZE.matcher(text);
            if (!size.matches()) {
                throw new TypeConversionException(Messages.of("app.bad.size", text));
            }
            return new Size(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)));
        }
    }
}
