package dev.jobglass.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobState;
import dev.jobglass.api.Problem;
import dev.jobglass.testing.Statuses;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When to ask while jobs hang and servers are silent. */
class PollScheduleOutageTest extends PollScheduleFixture {
    @Test
    void aHangingJobDelaysOnlyItself() {
        ask("hangs");
        ask("well");
        for (int i = 0; i < 100; i++) {
            running("well", i, 1);
            after(1);
            assertThat(due()).containsExactly("well");
        }
    }

    @Test
    void anUnreachableServerIsProbedByOneAtATime() {
        IntStream.range(0, 30).forEach(i -> schedule.watch("j" + i, now, now));
        due().forEach(id -> schedule.failed(id, REFUSED, now));

        assertThat(health.down()).isTrue();
        int asked = 0;
        for (int i = 0; i < 600; i++) {
            List<String> probe = due();
            assertThat(probe).hasSizeLessThanOrEqualTo(1);
            asked += probe.size();
            assertThat(due()).isEmpty();
            probe.forEach(id -> schedule.failed(id, REFUSED, now));
            after(0.5);
        }
        assertThat(asked).isBetween(7, 20); // 2, 4, 8, 16, 32, then every 48 to 60 s
    }

    @Test
    void probesAreOfThoseThatOnceRespondedAndEachInTurn() {
        for (String id : List.of("never", "first", "second")) {
            ask(id);
        }
        running("first", 1, 1);
        running("second", 1, 1);
        schedule.failed("never", RESET, now);
        after(1);
        assertThat(due()).containsExactly("first", "second");
        schedule.failed("first", REFUSED, now);
        schedule.failed("second", REFUSED, now);
        assertThat(health.down()).isTrue();
        List<String> probes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            after(100);
            List<String> probe = due();
            probes.addAll(probe);
            probe.forEach(id -> schedule.failed(id, REFUSED, now));
        }
        assertThat(probes).containsExactlyInAnyOrder("first", "second", "never").endsWith("never");
    }

    @Test
    void wakesForTheProbeOfAServerThatIsDownAndNotWhileItIsUnderWay() {
        ask("j");
        schedule.failed("j", REFUSED, now);
        assertThat(schedule.nextWake(now)).isEqualTo(Math.max(health.probeDue(), schedule.firstDue()));
        after(10);
        assertThat(due()).containsExactly("j");
        schedule.watch("k", now, now);
        assertThat(schedule.nextWake(now)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void whoIsAskedForByHandIsTheProbeAtOnce() {
        ask("j");
        schedule.failed("j", REFUSED, now);
        assertThat(health.down()).isTrue();
        after(2);
        long probe = health.probeDue();
        schedule.failed("j", REFUSED, now);
        assertThat(health.probeDue()).isGreaterThanOrEqualTo(probe);
        schedule.pollNow("j", now);
        assertThat(due()).containsExactly("j");
    }

    @Test
    void nobodyRespondsUntilOneDoes() {
        ask("j");
        schedule.failed("j", RESET, now);
        assertThat(schedule.nobodyResponds()).isTrue();
        running("j", 1, 5);
        assertThat(schedule.nobodyResponds()).isFalse();
    }

    @Test
    void whoIsAskedForNoLongerSpeaksForNobody() {
        ask("hangs");
        ask("well");
        running("well", 1, 5);
        schedule.failed("hangs", RESET, now);
        assertThat(schedule.nobodyResponds()).isFalse();
        schedule.forget("well");
        assertThat(schedule.nobodyResponds()).as("only the other is left").isTrue();
        ask("another");
        running("another", 1, 5);
        schedule.forget("hangs");
        assertThat(schedule.nobodyResponds()).isFalse();
        schedule.watch("hangs", now, now);
        due();
        schedule.failed("another", RESET, now);
        assertThat(schedule.nobodyResponds()).as("of one nothing is known yet").isFalse();
    }

    @Test
    void afterAnOutageAnErrorThatIsAnsweredSpreadsThemTheSame() {
        for (int i = 0; i < 40; i++) {
            schedule.add("j" + i, now);
            running("j" + i, 1, 10);
        }
        ask("probe");
        schedule.failed("probe", REFUSED, now);
        assertThat(health.down()).isTrue();
        after(60);
        List<String> probe = due();
        assertThat(probe).hasSize(1);
        schedule.failed(probe.getFirst(), new Problem.ServerError(500, ""), now);
        assertThat(health.down()).isFalse();
        assertThat(due()).as("not all at once").hasSizeLessThan(16);
    }

    @Test
    void afterAnOutageAllResumeSpreadOut() {
        IntStream.range(0, 200).forEach(i -> schedule.watch("j" + i, now, now));
        due().forEach(id -> schedule.failed(id, REFUSED, now));
        after(300);
        List<String> probe = due();
        running(probe.getFirst(), 1, 5);

        assertThat(health.down()).isFalse();
        assertAllAskedSpreadOut(200);
    }

    @Test
    void afterSleepThePagesOfTheListServeInPlaceOfManyRequests() {
        for (int i = 0; i < 2_000; i++) {
            String id = "run_%04d".formatted(i);
            schedule.watch(id, now, now);
            schedule.responded(id, Statuses.of(id, JobState.RUNNING, 1), now, now);
        }
        schedule.takeSweeps(now);
        schedule.nextWake(now);
        after(120);
        int pages = 0;
        int singles = 0;
        for (int tick = 0; tick < 240; tick++) {
            for (SweepPlanner.Page page : schedule.takeSweeps(now)) {
                pages++;
                page.expected().forEach(job -> schedule.responded(job.jobId,
                        Statuses.of(job.jobId, JobState.RUNNING, 2), now, now));
                schedule.swept(page);
            }
            singles += due().size();
            schedule.nextWake(now);
            after(0.05);
        }
        assertThat(pages).isBetween(20, 60);
        assertThat(singles).isLessThan(100);
    }

    @Test
    void wakingFromSleepCausesNoStorm() {
        IntStream.range(0, 200).forEach(i -> schedule.watch("j" + i, now, now));
        for (List<String> asked = due(); !asked.isEmpty(); asked = due()) {
            asked.forEach(id -> running(id, 1, 5));
        }
        schedule.nextWake(now);
        after(3_600);

        assertThat(schedule.takeSweeps(now)).isEmpty();
        assertAllAskedSpreadOut(200);
    }

    @Test
    void oneBrokenJobDoesNotBringTheServerDown() {
        ask("well");
        running("well", 1, 5);
        ask("breaks");
        after(0.1);
        schedule.failed("breaks", RESET, now);

        assertThat(health.down()).isFalse();
        assertThat(secondsUntilDue("breaks")).isBetween(2.0, 2.5);
    }

    @Test
    void whenNobodyIsAnsweredTheServerIsDown() {
        ask("a");
        ask("b");
        schedule.failed("a", RESET, now);
        assertThat(health.down()).isFalse();
        schedule.failed("b", RESET, now);
        assertThat(health.down()).isTrue();
    }
}
