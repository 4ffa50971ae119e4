package dev.jobglass.monitor;

import dev.jobglass.api.JobStatus;
import dev.jobglass.history.History;
import dev.jobglass.model.BoardListener;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;

/** Has the history remember what happens on a server's board. */
public final class HistoryRecorder implements BoardListener {
    private final History history;
    private final String server;
    private final InstantSource clock;

    public HistoryRecorder(History history, String server, InstantSource clock) {
        this.history = history;
        this.server = server;
        this.clock = clock;
    }

    @Override
    public void changed(JobStatus status, Instant at) {
        history.seen(server, status, at);
    }

    @Override
    public void gone(String jobId, Instant at) {
        history.gone(server, jobId, at);
    }

    @Override
    public void dismissed(Collection<String> jobIds, String note) {
        String who = user();
        history.acknowledged(server, jobIds, clock.instant(), note.isBlank() ? who : who + ": " + note.strip());
    }

    @Override
    public void reopened(Collection<String> jobIds) {
        history.reopened(server, jobIds, clock.instant(), user());
    }

    /** {@return the user's name on this computer} */
    static String user() {
        return System.getProperty("user.name", "");
    }
}
