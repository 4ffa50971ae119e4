package dev.jobglass.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobState;
import dev.jobglass.testing.Statuses;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordQueueTest {
    private static HistoryRecord entry(int number) {
        return new HistoryRecord.Seen("http://127.0.0.1:8005",
                Statuses.of("run_" + number, JobState.FAILED, 1, "x".repeat(3_000)), Instant.EPOCH);
    }

    @Test
    void theOldestGiveWayWhenThereIsTooMuch() {
        RecordQueue queue = new RecordQueue(100_000);
        int dropped = 0;
        for (int i = 0; i < 1_000; i++) {
            dropped += queue.add(entry(i));
        }
        List<HistoryRecord> left = new ArrayList<>();
        queue.drainTo(left, 10_000);
        assertThat(left).hasSizeBetween(10, 20).hasSize(1_000 - dropped);
        assertThat(left.getLast()).isEqualTo(entry(999));
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void thereIsAlwaysRoomForOne() {
        RecordQueue queue = new RecordQueue(10);
        queue.add(entry(1));
        assertThat(queue.add(entry(2))).isEqualTo(1);
        List<HistoryRecord> left = new ArrayList<>();
        queue.drainTo(left, 1);
        assertThat(left).containsExactly(entry(2));
    }
}
