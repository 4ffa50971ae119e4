package dev.jobglass.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobKey;
import dev.jobglass.api.JobState;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.settings.WatchRule;
import dev.jobglass.settings.WatchRule.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RuleTrialTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final Instant BEGIN = NOON.minus(Duration.ofDays(7));

    private final List<ObservedRun> runs = new ArrayList<>();

    private static JobKey key(String id) {
        try {
            return new JobKey(ServerAddress.parse("http://127.0.0.1:" + (id.startsWith("other") ? 8006 : 8005)), id);
        } catch (ServerAddress.Malformed e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A run of a minute that waited for ten seconds and ended so many minutes before noon. */
    private void ended(String agent, JobState state, int minutesAgo) {
        ended("run_" + runs.size(), agent, state, minutesAgo);
    }

    private void ended(String id, String agent, JobState state, int minutesAgo) {
        Instant end = NOON.minus(Duration.ofMinutes(minutesAgo));
        runs.add(new ObservedRun(key(id), agent, state, end.minusSeconds(70), end.minusSeconds(60),
                end, end));
    }

    private List<Instant> told(Kind kind, String agent, int number, int minutes) {
        return RuleTrial.findings(new WatchRule(kind, agent, number, minutes, true), runs, BEGIN, NOON).stream()
                .map(Finding::at).toList();
    }

    private static Instant ago(int minutes) {
        return NOON.minus(Duration.ofMinutes(minutes));
    }

    @Test
    void anAgentThatFailsInARowIsToldOnceUntilItSucceeds() {
        for (int minute : new int[]{100, 90, 80, 70, 60}) {
            ended("a", JobState.FAILED, minute);
        }
        ended("b", JobState.SUCCEEDED, 75); // of another agent
        ended("a", JobState.CANCELLED, 65); // tells nothing
        ended("a", JobState.SUCCEEDED, 50);
        ended("a", JobState.FAILED, 40);
        ended("a", JobState.FAILED, 30);
        ended("a", JobState.FAILED, 20);
        Collections.shuffle(runs, new Random(1));
        assertThat(told(Kind.FAILED_IN_A_ROW, "", 3, 1)).containsExactly(ago(80), ago(20));
        assertThat(told(Kind.FAILED_IN_A_ROW, "b", 1, 1)).isEmpty();
    }

    @Test
    void whatAnAgentDoesOnAnotherServerSaysNothing() {
        ended("run_1", "a", JobState.FAILED, 100);
        ended("other_1", "a", JobState.FAILED, 90);
        ended("run_2", "a", JobState.FAILED, 80);
        ended("other_2", "a", JobState.SUCCEEDED, 75);
        ended("run_3", "a", JobState.FAILED, 70);
        assertThat(told(Kind.FAILED_IN_A_ROW, "", 3, 1)).containsExactly(ago(70));
    }

    @Test
    void failuresAreCountedWithinTheirTime() {
        ended("a", JobState.FAILED, 100);
        ended("a", JobState.FAILED, 80);
        ended("a", JobState.FAILED, 60); // 40 minutes after the first
        assertThat(told(Kind.FAILED_OFTEN, "a", 3, 30)).isEmpty();
        assertThat(told(Kind.FAILED_OFTEN, "a", 3, 41)).containsExactly(ago(60));
    }

    @Test
    void aSuccessRateIsToldOfEnoughRuns() {
        for (int i = 0; i < 4; i++) {
            ended("a", JobState.FAILED, 100 - i);
        }
        assertThat(told(Kind.SUCCEEDED_SELDOM, "", 50, 600)).isEmpty();
        ended("a", JobState.SUCCEEDED, 90);
        assertThat(told(Kind.SUCCEEDED_SELDOM, "", 50, 600)).containsExactly(ago(90));
        assertThat(told(Kind.SUCCEEDED_SELDOM, "", 20, 600)).as("a fifth is not less").isEmpty();
    }

    @Test
    void aQueueIsToldWhenItIsLongOrOld() {
        for (int i = 0; i < 4; i++) {
            runs.add(new ObservedRun(key("queued_" + i), "a", JobState.QUEUED, ago(60 - i), null, null, null));
        }
        assertThat(told(Kind.QUEUE_LONG, "", 3, 1)).containsExactly(ago(57));
        assertThat(told(Kind.QUEUE_LONG, "", 4, 1)).isEmpty();
        assertThat(told(Kind.QUEUE_OLD, "", 1, 30)).singleElement()
                .satisfies(at -> assertThat(Duration.between(ago(30), at)).isBetween(Duration.ZERO,
                        Duration.ofMinutes(6)));
    }

    @Test
    void aRunThatNeverBeganIsMissed() {
        for (int day = 8; day >= 3; day--) {
            ended("weekly-digest", JobState.SUCCEEDED, day * 24 * 60);
        }
        ended("weekly-digest", JobState.FAILED, 24 * 60);
        ended("other", JobState.SUCCEEDED, 60);
        assertThat(told(Kind.NO_SUCCESS, "weekly", 1, 26 * 60)).singleElement()
                .satisfies(at -> assertThat(Duration.between(ago(3 * 24 * 60 - 26 * 60), at)).isBetween(Duration.ZERO,
                        Duration.ofMinutes(6)));
        assertThat(told(Kind.NO_SUCCESS, "weekly", 1, 4 * 24 * 60)).isEmpty();
    }

    @Test
    void ofATimeBeforeAnythingIsRememberedNothingIsTold() {
        ended("weekly-digest", JobState.FAILED, 60);
        assertThat(told(Kind.NO_SUCCESS, "weekly", 1, 120)).isEmpty();
        runs.clear();
        assertThat(told(Kind.NO_SUCCESS, "weekly", 1, 120)).isEmpty();
    }

    @Test
    void aJobThatIsNoLongerThereRunsForLongNoMore() {
        RuleWatch watch = new RuleWatch(new WatchRule(Kind.RUNS_LONG, "", 1, 1, true));
        watch.see(new ObservedRun(key("slow"), "a", JobState.RUNNING, NOON, NOON, null, null));
        assertThat(watch.look(NOON.plusSeconds(45))).isEmpty();
        watch.gone(key("slow"));
        assertThat(watch.look(NOON.plusSeconds(99))).isEmpty();
    }

    @Test
    void endsThatAreTroublesomeCountOnce() {
        RuleWatch watch = new RuleWatch(new WatchRule(Kind.FAILED_IN_A_ROW, "", 3, 1, true));
        ended("old", JobState.FAILED, 2 * 24 * 60);
        for (int i = 0; i < 5; i++) {
            watch.see(runs.getFirst());
            assertThat(watch.look(NOON.plusSeconds(i))).isEmpty();
        }
        ended("old", JobState.FAILED, 3);
        ended("old", JobState.FAILED, 1);
        watch.see(runs.getLast()); // what ended last is told first
        assertThat(watch.look(NOON.plusSeconds(9))).isEmpty();
        watch.see(runs.get(1));
        assertThat(watch.look(NOON.plusSeconds(10))).hasSize(1);
    }

    @Test
    void aLongRunIsToldByItself() {
        runs.add(new ObservedRun(key("slow"), "a", JobState.RUNNING, ago(100), ago(90), null, null));
        runs.add(new ObservedRun(key("quick"), "a", JobState.SUCCEEDED, ago(100), ago(90), ago(80), ago(80)));
        List<Finding> found = RuleTrial.findings(new WatchRule(Kind.RUNS_LONG, "", 1, 60, true), runs, BEGIN, NOON);
        assertThat(found).extracting(finding -> finding.job().id()).containsExactly("slow");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatIsSeenAgainChangesNothing(Kind kind) {
        for (int i = 0; i < 200; i++) {
            ended("agent " + i % 3, i % 4 == 0 ? JobState.SUCCEEDED : JobState.FAILED, i * 7);
        }
        WatchRule rule = new WatchRule(kind, "", 3, 60, true);
        RuleWatch once = new RuleWatch(rule);
        RuleWatch twice = new RuleWatch(rule);
        runs.reversed().forEach(run -> {
            once.see(run);
            twice.see(run);
            twice.see(run);
            assertThat(twice.look(run.ended())).isEqualTo(once.look(run.ended()));
        });
    }
}
