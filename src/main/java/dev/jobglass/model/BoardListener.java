package dev.jobglass.model;

import dev.jobglass.api.JobStatus;
import java.time.Instant;
import java.util.Collection;

/** Is told what happens on the board, to remember it. Called on the JavaFX thread; must return at once. */
public interface BoardListener {
    /** Remembers nothing. */
    BoardListener NONE = new BoardListener() {
        @Override
        public void news(JobStatus status, Instant at) {
            // Nothing is kept.
        }

        @Override
        public void gone(String jobId, Instant at) {
            // Nothing is kept.
        }

        @Override
        public void dismissed(Collection<String> jobIds, String note) {
            // Nothing is kept.
        }
    };

    /**
     * An answer brought news.
     *
     * @param status the answer
     * @param at when it came
     */
    void news(JobStatus status, Instant at);

    /**
     * The server no longer knows a job.
     *
     * @param jobId which
     * @param at when that was seen
     */
    void gone(String jobId, Instant at);

    /**
     * The person is done with failures.
     *
     * @param jobIds whose
     * @param note what the person has to say about it, or empty
     */
    void dismissed(Collection<String> jobIds, String note);
}
