package dev.jobglass.model;

import dev.jobglass.api.JobStatus;
import java.time.Instant;
import java.util.Collection;

/** Is told what happens on the board, to remember it. Called on the JavaFX thread; must return at once. */
public interface BoardListener {
    /** Remembers nothing. */
    BoardListener NONE = new BoardListener() {
        @Override
        public void changed(JobStatus status, Instant at) {
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

        @Override
        public void reopened(Collection<String> jobIds) {
            // Nothing is kept.
        }
    };

    /**
     * A response brought a change that {@linkplain JobStatus#differsByLittle is more than little}, or a job of which the
     * board knew nothing before, or that was gone.
     *
     * @param status the response
     * @param at when it came
     */
    void changed(JobStatus status, Instant at);

    /**
     * The server no longer knows a job.
     *
     * @param jobId which
     * @param at when that was seen
     */
    void gone(String jobId, Instant at);

    /**
     * The user is done with failures.
     *
     * @param jobIds whose
     * @param note what the user has to say about it, or empty
     */
    void dismissed(Collection<String> jobIds, String note);

    /**
     * The user took that back.
     *
     * @param jobIds whose failures they want to see again
     */
    void reopened(Collection<String> jobIds);
}
