package dev.jobglass.cli;

import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Asks once how jobs are. */
@Command(name = StatusCommand.NAME, sortOptions = false)
public final class StatusCommand extends AskingCommand {
    /** What it is called. */
    public static final String NAME = "status";

    @Parameters(paramLabel = "JOB_ID", arity = "1..*", descriptionKey = "jobs", converter = NamedJobs.Converter.class)
    private List<String> jobs = new ArrayList<>();

    /**
     * Makes the command.
     *
     * @param source whom to ask
     * @param terminal where to write
     */
    public StatusCommand(ServerSource source, Terminal terminal) {
        super(source, terminal);
    }

    private record Asked(String jobId, AskedServer server, CompletableFuture<Response<JobStatus>> response) {
        JobAnswer answer() {
            return JobAnswer.of(jobId, server.address(), response.join());
        }
    }

    @Override
    public Integer call() throws IOException {
        NamedJobs named = NamedJobs.of(jobs);
        List<AskedServer> servers = open(named.addresses());
        try {
            // All are asked before the first answer is waited for.
            List<List<Asked>> asked = named.ids().stream().map(id -> servers.stream()
                    .map(server -> new Asked(id, server, server.client().status(id))).toList()).toList();
            List<JobAnswer> answers = asked.stream()
                    .map(job -> job.stream().map(Asked::answer).reduce(JobAnswer::better).orElseThrow()).toList();
            print(answers);
            return answers.stream().map(JobAnswer::exit).reduce(ExitStatus.OK, ExitStatus::or).code();
        } finally {
            servers.forEach(AskedServer::close);
        }
    }
}
