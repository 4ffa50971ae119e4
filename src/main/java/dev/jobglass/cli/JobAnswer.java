package dev.jobglass.cli;

import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Problem;
import dev.jobglass.api.Response;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;

/** What came of asking for a job. */
sealed interface JobAnswer {
    /** {@return the job} */
    String jobId();

    /** {@return how that ends the command} */
    ExitStatus exit();

    /** A server knows it. */
    record Known(ServerAddress server, JobStatus status) implements JobAnswer {
        @Override
        public String jobId() {
            return status.jobId();
        }

        @Override
        public ExitStatus exit() {
            return ExitStatus.OK;
        }
    }

    /** There is no answer about it: as far as they can be asked, no server knows it. */
    record Unanswered(String jobId, ServerAddress server, Problem problem) implements JobAnswer {
        @Override
        public ExitStatus exit() {
            return problem instanceof Problem.NotFound ? ExitStatus.UNKNOWN_JOB : ExitStatus.NO_ANSWER;
        }

        String words() {
            return JobAnswer.words(server, problem);
        }
    }

    /** Nobody has said anything of it yet. */
    record Unheard(String jobId) implements JobAnswer {
        @Override
        public ExitStatus exit() {
            return ExitStatus.TIMED_OUT;
        }
    }

    /** {@return what troubles a server, in one line that does nothing to a terminal} */
    static String words(ServerAddress server, Problem problem) {
        return PlainText.line(Messages.of("cli.problem", server, Messages.problem(problem)));
    }

    static JobAnswer of(String jobId, ServerAddress server, Response<JobStatus> response) {
        return switch (response) {
            case Response.Success<JobStatus>(JobStatus status) -> new Known(server, status);
            case Response.Failure<JobStatus>(Problem problem) -> new Unanswered(jobId, server, problem);
        };
    }

    /** {@return the one that says more: of what one server does not know, another may not have been able to tell} */
    static JobAnswer better(JobAnswer one, JobAnswer other) {
        return one instanceof Known || other instanceof Unheard
                || !(other instanceof Known) && one.exit() == ExitStatus.NO_ANSWER ? one : other;
    }
}
