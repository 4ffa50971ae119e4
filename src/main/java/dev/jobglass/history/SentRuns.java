package dev.jobglass.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Remembers the runs that users ask servers for. */
public final class SentRuns {
    private final QueueWriter queue;
    private final HistoryConnections connections;

    SentRuns(QueueWriter queue, HistoryConnections connections) {
        this.queue = queue;
        this.connections = connections;
    }

    /**
     * Remembers a run that is about to be asked for; blocks until that is written, or cannot be.
     *
     * @param run what is asked for
     */
    public void sent(SentRun run) {
        queue.add(new HistoryRecord.Sent(run));
        queue.settle();
    }

    /**
     * Remembers the job that came of a request. Any thread; returns at once.
     *
     * @param key of the request
     * @param jobId the job
     */
    public void submitted(String key, String jobId) {
        queue.add(new HistoryRecord.Answered(key, jobId));
    }

    /**
     * Forgets a request of which no job can have come, unless it was sent before. Any thread; returns at once.
     *
     * @param key of the request
     */
    public void refused(String key) {
        queue.add(new HistoryRecord.Answered(key, null));
    }

    /**
     * {@return the request that a job came of, if it is remembered}
     *
     * @param server its server's base address
     * @param jobId its id
     */
    public Optional<SentRun> of(String server, String jobId) {
        queue.settle();
        return connections.read(reader -> reader.sentRun(server, jobId), Optional.empty());
    }

    /**
     * {@return those of some jobs of which it is remembered what was asked for, each with the id of the last job that
     * runs it again, or an empty text} Blocks.
     *
     * @param server their server's base address
     * @param jobIds their ids
     */
    public Map<String, String> known(String server, List<String> jobIds) {
        queue.settle();
        return connections.read(reader -> reader.known(server, jobIds), Map.of());
    }

    /**
     * {@return the last request to run a job again of which no answer is known}
     *
     * @param server its server's base address
     * @param jobId its id
     * @param from not earlier
     */
    public Optional<SentRun> unansweredAgain(String server, String jobId, Instant from) {
        queue.settle();
        return connections.read(reader -> reader.unansweredLike(server, jobId, from), Optional.empty());
    }

    /**
     * {@return of which job a job is another run, if it was asked for so and that is remembered}
     *
     * @param server its server's base address
     * @param jobId its id
     */
    public Optional<Retry> retry(String server, String jobId) {
        queue.settle();
        return connections.read(reader -> reader.retry(server, jobId), Optional.empty());
    }

    /**
     * {@return what was sent already, when that was the same as what is to be sent and no answer is known} Blocks.
     *
     * @param run to be sent
     * @param longest how old what was sent may be
     */
    public Optional<SentRun> unanswered(SentRun run, Duration longest) {
        queue.settle();
        return connections.read(reader -> reader.unanswered(run, run.at().minus(longest)), Optional.<SentRun>empty())
                .map(sent -> sent.again(run.at()));
    }

    /**
     * {@return the last request to a server of which no answer is known}
     *
     * @param server its base address
     * @param from not earlier
     */
    public Optional<SentRun> unanswered(String server, Instant from) {
        queue.settle();
        return connections.read(reader -> reader.unanswered(server, from), Optional.empty());
    }
}
