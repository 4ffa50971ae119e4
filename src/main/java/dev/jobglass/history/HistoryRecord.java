package dev.jobglass.history;

import dev.jobglass.api.JobStatus;
import java.time.Instant;

/** Something to be remembered. */
sealed interface HistoryRecord {
    /** What an entry takes beside its texts, in bytes. */
    long OBJECTS = 300;

    /** {@return about how many bytes it holds in memory} */
    default long bytes() {
        return OBJECTS + 2L * switch (this) {
            case Seen(_, JobStatus status, _) -> length(status.jobId()) + length(status.error())
                    + length(status.progress().currentStep()) + length(status.agentId())
                    + length(status.sessionId()) + length(status.runId());
            case Gone(_, String jobId, _) -> length(jobId);
            case ByUser(_, String jobId, _, _, String who) -> length(jobId) + length(who);
            case Noted(String signature, String note, String owner, _) ->
                length(signature) + length(note) + length(owner);
            case Sent(SentRun run) -> run.request().values().values().stream().mapToInt(String::length).sum();
            case Answered(String key, String jobId) -> length(key) + length(jobId);
        };
    }

    private static int length(String text) {
        return text == null ? 0 : text.length();
    }

    /** A response with a change in it, perhaps one that is remembered already. */
    record Seen(String server, JobStatus status, Instant at) implements HistoryRecord {
    }

    /** The server no longer knows a job. */
    record Gone(String server, String jobId, Instant at) implements HistoryRecord {
    }

    /** What a user wrote of a kind of error; an empty note takes it away. */
    record Noted(String signature, String note, String owner, Instant at) implements HistoryRecord {
    }

    /** A run that is about to be asked for. */
    record Sent(SentRun run) implements HistoryRecord {
    }

    /** What came of asking for a run: a job, or null when none can have come of it. */
    record Answered(String key, String jobId) implements HistoryRecord {
    }

    /** A user has read a failure, or took that back. */
    record ByUser(String server, String jobId, Instant at, Change.Kind kind, String who) implements HistoryRecord {
    }
}
