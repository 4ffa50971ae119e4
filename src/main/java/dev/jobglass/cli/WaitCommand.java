package dev.jobglass.cli;

import dev.jobglass.api.JobState;
import dev.jobglass.api.Problem;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Waits until jobs are over. */
@Command(name = WaitCommand.NAME, sortOptions = false)
public final class WaitCommand extends AskingCommand {
    /** What it is called. */
    public static final String NAME = "wait";

    @Parameters(paramLabel = "JOB_ID", arity = "1..*", descriptionKey = "jobs", converter = NamedJobs.Converter.class)
    private List<String> jobs = new ArrayList<>();
    @Option(names = "--timeout", paramLabel = "TIME", converter = TimeConverter.class)
    private Duration timeout;

    /**
     * Makes the command.
     *
     * @param source whom to ask
     * @param terminal where to write
     */
    public WaitCommand(ServerSource source, Terminal terminal) {
        super(source, terminal);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        NamedJobs named = NamedJobs.of(jobs);
        List<AskedServer> servers = open(named.addresses());
        if (terminal().interactive()) { // whoever breaks it off is left with a line of their own
            Runtime.getRuntime().addShutdownHook(new Thread(() -> terminal().progress("")));
        }
        try (JobWait wait = new JobWait(servers, named.ids(), new Progress())) {
            boolean over = wait.run(timeout);
            terminal().progress("");
            print(wait.answers());
            // Whatever kept it: servers that are in trouble are waited for.
            return (over
                    ? wait.answers().stream().map(WaitCommand::exit).reduce(ExitStatus.OK, ExitStatus::or)
                    : ExitStatus.TIMED_OUT).code();
        }
    }

    private static ExitStatus exit(JobAnswer answer) {
        boolean bad = answer instanceof JobAnswer.Known(_, var status)
                && (status.state() == JobState.FAILED || status.state() == JobState.CANCELLED);
        return bad ? ExitStatus.FAILED : answer.exit();
    }

    /** Says how it goes, in one line, and what keeps it from going. */
    private final class Progress implements JobWait.Listener {
        @Override
        public void changed(Collection<JobAnswer> answers, int left) {
            String doing = answers.stream().filter(JobAnswer.Known.class::isInstance).map(JobAnswer.Known.class::cast)
                    .filter(known -> !known.status().state().terminal()).findFirst()
                    .map(known -> Messages.of("cli.progress.job", PlainText.shortLine(known.jobId()),
                            Messages.percent(known.status().progress().percentage()),
                            PlainText.shortLine(JobPrinter.detail(known.status()))))
                    .orElse("");
            terminal().progress(Messages.of("cli.progress", left, doing));
        }

        @Override
        public void troubled(AskedServer server, Problem problem) {
            terminal().progress("");
            complain(server, problem);
        }
    }

    private static final class TimeConverter implements ITypeConverter<Duration> {
        private static final Duration LONGEST = Duration.ofDays(9_999);
        private static final Pattern TIME = Pattern.compile("([1-9]\\d{0,6})([smhd]?)");

        @Override
        public Duration convert(String text) {
            Matcher time = TIME.matcher(text);
            if (!time.matches()) {
                throw new TypeConversionException(Messages.of("cli.bad.time", text));
            }
            long number = Long.parseLong(time.group(1));
            Duration asked = switch (time.group(2)) {
                case "m" -> Duration.ofMinutes(number);
                case "h" -> Duration.ofHours(number);
                case "d" -> Duration.ofDays(number);
                default -> Duration.ofSeconds(number);
            };
            if (asked.compareTo(LONGEST) > 0) {
                throw new TypeConversionException(Messages.of("cli.bad.time", text));
            }
            return asked;
        }
    }
}
