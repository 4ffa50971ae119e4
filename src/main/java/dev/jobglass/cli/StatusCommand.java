package dev.jobglass.cli;

import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks once how jobs are. */
@Command(name = "status", sortOptions = false)
public final class StatusCommand implements Callable<Integer> {
    @Parameters(paramLabel = "JOB_ID", arity = "1..*", descriptionKey = "jobs")
    private List<String> jobs = new ArrayList<>();
    @Option(names = "--json", descriptionKey = "cli.json")
    private boolean json;

    private final ServerSource source;
    private final Terminal terminal;

    /**
     * Makes the command.
     *
     * @param source whom to ask
     * @param terminal where to write
     */
    public StatusCommand(ServerSource source, Terminal terminal) {
        this.source = source;
        this.terminal = terminal;
    }

    private record Asked(String jobId, AskedServer server, CompletableFuture<Response<JobStatus>> response) {
        JobAnswer answer() {
            return JobAnswer.of(jobId, server.address(), response.join());
        }
    }

    @Override
    public Integer call() throws IOException {
        NamedJobs named = NamedJobs.of(jobs);
        List<AskedServer> servers = source.open(named.addresses());
        try {
            List<Asked> asked = named.ids().stream().flatMap(id -> servers.stream()
                    .map(server -> new Asked(id, server, server.client().status(id)))).toList();
            List<JobAnswer> answers = named.ids().stream().map(id -> asked.stream()
                    .filter(one -> one.jobId().equals(id)).map(Asked::answer).reduce(JobAnswer::better).orElseThrow())
                    .toList();
            new JobPrinter(terminal.out(), json).print(answers);
            return answers.stream().map(JobAnswer::exit).reduce(ExitStatus.OK, ExitStatus::or).code();
        } finally {
            servers.forEach(AskedServer::close);
        }
    }
}
