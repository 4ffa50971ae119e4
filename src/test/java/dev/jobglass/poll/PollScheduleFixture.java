package dev.jobglass.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Problem;
import dev.jobglass.api.Problem.Cause;
import dev.jobglass.api.Progress;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** A schedule with a time that the test turns. */
abstract class PollScheduleFixture {
    static final Problem RESET = new Problem.Unreachable(Cause.RESET, "");
    static final Problem REFUSED = new Problem.Unreachable(Cause.REFUSED, "");
    static final long SECOND = 1_000_000_000L;

    final ServerHealth health = new ServerHealth(new Backoff(new Random(7)));
    final Throttle throttle = new Throttle(16, new Backoff(new Random(7)));
    final PollSchedule schedule = new PollSchedule(new Random(7), health, throttle);
    long now = 5 * SECOND;

    PollScheduleFixture() {
        for (int i = 0; i < 16; i++) {
            throttle.responded(0); // so that all slots are open
        }
    }

    static JobStatus status(String id, JobState state, double percentage, Integer retryAfter) {
        return new JobStatus(id, state, state.name(), new Progress(percentage, null, null, null), null, null, null,
                null, null, null, null, retryAfter == null ? null : Duration.ofSeconds(retryAfter));
    }

    void after(double seconds) {
        now += (long) (seconds * SECOND);
    }

    List<String> due() {
        return schedule.takeDue(now);
    }

    void running(String id, double percentage, Integer retryAfter) {
        schedule.responded(id, status(id, JobState.RUNNING, percentage, retryAfter), now, now);
    }

    /** Asks for a new job, so that its answer is awaited. */
    void ask(String id) {
        schedule.watch(id, now, now);
        assertThat(due()).contains(id);
    }

    /** Lets six seconds pass, in which so many jobs are asked for, but never many at once. */
    void assertAllAskedSpreadOut(int jobs) {
        int most = 0;
        int all = 0;
        for (int tenths = 0; tenths < 60; tenths++) {
            List<String> asked = due();
            most = Math.max(most, asked.size());
            all += asked.size();
            asked.forEach(id -> running(id, 1, 60));
            after(0.1);
        }
        assertThat(all).isEqualTo(jobs);
        assertThat(most).isLessThan(16);
    }

    double secondsUntilDue(String id) {
        return (schedule.due(id) - now) / (double) SECOND;
    }
}
