package dev.jobglass.history;

import dev.jobglass.api.JobState;
import dev.jobglass.testing.Statuses;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** A history in a folder of its own. */
abstract class HistoryFixture {
    static final String SERVER = "http://127.0.0.1:8005";
    static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    @TempDir
    Path folder;
    History history;

    @BeforeEach
    void open() {
        history = history(Duration.ofDays(30));
    }

    History history(Duration keep) {
        return new History(folder.resolve("deep").resolve("history.db"), keep);
    }

    @AfterEach
    void close() {
        history.close();
    }

    void reopen() {
        history.close();
        open();
    }

    void seen(String id, JobState state, double percentage, int second) {
        history.seen(SERVER, Statuses.of(id, state, percentage, state == JobState.FAILED ? "It broke" : null),
                NOON.plusSeconds(second));
    }

    List<String> found(String words, JobState state, String server, Instant from, Instant to) {
        return history.search(new HistoryQuery(words, state, server, from, to, 100)).stream().map(Change::jobId)
                .toList();
    }

    void awaitSetAside() throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> history.setAsideFile().isPresent());
    }
}
