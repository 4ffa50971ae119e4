package dev.jobglass.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobState;
import dev.jobglass.history.Insights.ErrorKind;
import dev.jobglass.testing.BesideOthers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the sums say of jobs that are no longer in the file. */
@BesideOthers
class PrunedInsightsTest extends InsightsFixture {
    private Insights ofDaysBefore(int first, int days) {
        Instant from = Instant.parse("2026-11-25T00:00:00Z").minus(Duration.ofDays(first));
        return history.insights(new InsightsQuery(List.of(SERVER), from, from.plus(Duration.ofDays(days)),
                Duration.ofMinutes(30)));
    }

    /** A job 40 days old and one of today, of which only the latter is still in the file. */
    private void pruneTheOlderOfTwo() {
        ended("run_old", "a", JobState.FAILED, NOON.minus(Duration.ofDays(40)), 60, 600, "Kind of old");
        reopenAfterDays(-1); // clocks of the days between are believed
        ended("run_new", "a", JobState.SUCCEEDED, NOON.minusSeconds(60), 60, 600, null);
        history.pruneNow();
        reopenAfterDays(0);
        history.pruneNow();
        assertThat(history.jobs(SERVER, 10)).hasSize(1);
    }

    @Test
    void countingAnewLosesNothingOfJobsThatWerePruned() {
        pruneTheOlderOfTwo();
        Insights before = ofDaysBefore(60, 61);
        assertThat(before.all().runs()).isEqualTo(2);
        history.sumAnew();
        awaitSummed();
        assertThat(ofDaysBefore(60, 61)).isEqualTo(before);
        assertThat(before.errors()).extracting(ErrorKind::last).containsExactly(NOON.minus(Duration.ofDays(40)));
    }

    @Test
    void aPrunedJobThatIsListedAgainIsNotCountedTwice() {
        pruneTheOlderOfTwo();
        ended("run_old", "a", JobState.FAILED, NOON.minus(Duration.ofDays(40)), 60, 600, "Kind of old");
        assertThat(ofDaysBefore(60, 61).all().runs()).isEqualTo(2);
    }

    @Test
    void aPrunedJobThatRunsAgainTakesNothingAwayThatIsNotThere() {
        ended("run_old", "a", JobState.FAILED, NOON.minus(Duration.ofDays(5)), 60, 600, "Kind of old");
        ended("run_new", "a", JobState.SUCCEEDED, NOON.minusSeconds(60), 60, 600, null);
        reopenAfterDays(0);
        history.pruneNow(); // the slots of five minutes are gone, the job is not
        history.seen(SERVER, run("run_old", "a", JobState.RUNNING, NOON.minus(Duration.ofDays(5)), NOON, null, null),
                NOON);
        Instant from = NOON.minus(Duration.ofDays(5)).minusSeconds(1_800);
        Insights hour = history.insights(new InsightsQuery(List.of(SERVER), from, from.plusSeconds(3_600),
                Duration.ofMinutes(5)));
        assertThat(hour.all().runs()).isZero();
        assertThat(hour.all().successRate()).isEmpty();
        assertThat(hour.bars()).allMatch(bar -> bar.runs() == 0);
    }

    @Test
    void aSingleDayLongAgoHasItsRuns() {
        ended("run_1", "a", JobState.SUCCEEDED, NOON.minus(Duration.ofDays(8)), 60, 600, null);
        reopenAfterDays(0);
        history.pruneNow();
        assertThat(ofDaysBefore(8, 1).all().runs()).isOne();
        assertThat(ofDaysBefore(7, 1).allBefore().runs()).isOne();
    }

    @Test
    void anErrorThatWasQuietForLongerThanSumsAreKeptHasComeBack() {
        ended("run_old", "a", JobState.FAILED, NOON.minus(Duration.ofDays(200)), 1, 1, "Kind K broke 1");
        reopenAfterDays(-1);
        seen("run_other", JobState.RUNNING, 0.5, 0);
        history.pruneNow();
        reopenAfterDays(0);
        history.pruneNow();
        assertThat(ofDaysBefore(210, 211).errors()).isEmpty();
        ended("run_new", "a", JobState.FAILED, NOON.minusSeconds(60), 1, 1, "Kind K broke 2");
        assertThat(ofDay().errors().getFirst().quietDays()).isEqualTo(199);
        assertThat(ofDay().errors().getFirst().first()).isEqualTo(NOON.minus(Duration.ofDays(200)));
    }
}
