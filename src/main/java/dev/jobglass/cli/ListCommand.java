package dev.jobglass.cli;

import dev.jobglass.api.JobPage;
import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Problem;
import dev.jobglass.api.Response;
import dev.jobglass.poll.ListWalk;
import dev.jobglass.text.Messages;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Lists the newest jobs. */
@Command(name = ListCommand.NAME, sortOptions = false)
public final class ListCommand extends AskingCommand {
    /** What it is called. */
    public static final String NAME = "list";

    private static final Comparator<JobAnswer.Known> NEWEST = Comparator.comparing(job -> job.status().createdAt(),
            Comparator.nullsLast(Comparator.<Instant>reverseOrder()));

    @Option(names = "--state", paramLabel = "STATE", converter = StateConverter.class, //
            completionCandidates = States.class)
    private JobState state;
    @Option(names = "--limit", paramLabel = "N", defaultValue = "100", converter = LimitConverter.class)
    private int limit;

    /**
     * Makes the command.
     *
     * @param source whom to ask
     * @param terminal where to write
     */
    public ListCommand(ServerSource source, Terminal terminal) {
        super(source, terminal);
    }

    @Override
    public Integer call() throws IOException {
        List<AskedServer> servers = open(List.of());
        List<JobAnswer.Known> found = new ArrayList<>();
        ExitStatus exit = ExitStatus.OK;
        try {
            for (AskedServer server : servers) {
                exit = exit.or(read(server, found));
            }
        } finally {
            servers.forEach(AskedServer::close);
        }
        print(found.stream().sorted(NEWEST).limit(limit)
                .map(JobAnswer.class::cast).toList());
        return exit.code();
    }

    private ExitStatus read(AskedServer server, List<JobAnswer.Known> found) {
        List<JobStatus> its = new ArrayList<>();
        Set<String> seen = new HashSet<>(); // lists move between two pages
        ListWalk walk = new ListWalk();
        walk.begin(false);
        ExitStatus exit = ExitStatus.OK;
        boolean more = true;
        while (more && its.size() < limit) {
            switch (server.client().list(state, walk.page(), walk.size()).join()) {
                case Response.Success<JobPage>(JobPage jobs) -> {
                    jobs.jobs().stream().filter(job -> seen.add(job.jobId()))
                            .filter(job -> state == null || job.state() == state).forEach(its::add);
                    more = walk.came(jobs);
                }
                case Response.Failure<JobPage>(var problem) -> {
                    more = walk.failed(problem);
                    if (!more) {
                        complain(server, problem);
                        exit = ExitStatus.NO_ANSWER;
                    }
                }
            }
        }
        if (walk.passedOver() > 0) {
            complain(server, new Problem.PartOfList(walk.passedOver(), false));
        }
        its.stream().limit(limit).map(job -> new JobAnswer.Known(server.address(), job)).forEach(found::add);
        return exit;
    }

    private static final class States extends TypedNames {
        private static final long serialVersionUID = 1;

        States() {
            super(Arrays.stream(JobState.values()).filter(state -> state != JobState.UNKNOWN));
        }
    }

    private static final class StateConverter implements ITypeConverter<JobState> {
        @Override
        public JobState convert(String text) {
            JobState state = JobState.of(text);
            if (state == JobState.UNKNOWN) {
                throw new TypeConversionException(Messages.of("cli.bad.state", text.toLowerCase(Locale.ROOT)));
            }
            return state;
        }
    }

    private static final class LimitConverter implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            if (!text.matches("[1-9]\\d{0,5}")) {
                throw new TypeConversionException(Messages.of("cli.bad.limit", text));
            }
            return Integer.valueOf(text);
        }
    }
}
