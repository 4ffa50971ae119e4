package dev.jobglass.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobPage;
import dev.jobglass.api.JobState;
import dev.jobglass.api.Problem;
import dev.jobglass.api.Problem.BadAnswer;
import dev.jobglass.api.Problem.Flaw;
import dev.jobglass.testing.Statuses;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DiscoveryTest {
    private static final long SECOND = 1_000_000_000L;

    private final Discovery discovery = new Discovery(Duration.ofSeconds(5), 0);

    private static JobPage page(int number, int entries, int total) {
        return new JobPage(IntStream.range(0, entries)
                .mapToObj(i -> Statuses.of("run_" + number + "_" + i, JobState.RUNNING, 1)).toList(), entries, total);
    }

    @Test
    void walksToTheLastPageAndComesAgain() {
        assertThat(discovery.take()).isEqualTo(1);
        assertThat(discovery.due(0)).isFalse();
        discovery.responded(page(1, 100, 250), true, 0);
        assertThat(discovery.take()).isEqualTo(2);
        discovery.responded(page(2, 100, 250), true, 0);
        assertThat(discovery.take()).isEqualTo(3);
        assertThat(discovery.complete()).isFalse();
        discovery.responded(page(3, 50, 250), true, SECOND);

        assertThat(discovery.complete()).isTrue();
        assertThat(discovery.due(5 * SECOND)).isFalse();
        assertThat(discovery.due(6 * SECOND)).isTrue();
        assertThat(discovery.take()).isEqualTo(1);
    }

    @Test
    void theFirstWalkGoesToTheEndWhateverIsKnown() {
        discovery.take();
        discovery.responded(page(1, 100, 150), false, 0);
        assertThat(discovery.complete()).isFalse();
        assertThat(discovery.take()).isEqualTo(2);
        discovery.responded(page(2, 50, 150), false, 0);
        assertThat(discovery.complete()).isTrue();
    }

    @Test
    void stopsAtTheFirstPageWithNothingNewOrLive() {
        discovery.take();
        discovery.responded(page(1, 50, 50), true, -5 * SECOND);
        discovery.take();
        discovery.responded(page(1, 20, 250), false, 0);

        assertThat(discovery.nextDue()).isEqualTo(5 * SECOND);
    }

    @Test
    void nowAndThenTheLiveJobsAreWalkedToTheirEnd() {
        discovery.take();
        discovery.responded(page(1, 50, 50), true, 0);
        discovery.take();
        discovery.responded(page(1, 20, 50), false, 46 * SECOND);
        assertThat(discovery.due(46 * SECOND)).isTrue();
        assertThat(discovery.state()).isEqualTo(JobState.RUNNING);
        assertThat(discovery.take()).isEqualTo(1);
        discovery.responded(page(1, 100, 120), false, 46 * SECOND);
        assertThat(discovery.take()).isEqualTo(2);
        discovery.responded(page(2, 20, 120), false, 46 * SECOND);
        assertThat(discovery.state()).isEqualTo(JobState.QUEUED);
        discovery.take();
        discovery.responded(page(3, 0, 0), false, 46 * SECOND);
        assertThat(discovery.state()).as("that ran again between two looks").isEqualTo(JobState.FAILED);
        discovery.take();
        discovery.responded(page(4, 10, 10), false, 46 * SECOND);
        assertThat(discovery.state()).isNull();
        assertThat(discovery.nextDue()).isEqualTo(51 * SECOND);
        discovery.take();
        discovery.responded(page(1, 20, 50), false, 52 * SECOND);
        assertThat(discovery.state()).as("not so soon again").isNull();
    }

    @Test
    void aServerThatDoesNotListStatesIsAskedForThemOnce() {
        discovery.take();
        discovery.responded(page(1, 50, 50), true, 46 * SECOND);
        discovery.take();
        discovery.failed(new Problem.Rejected(422, ""), 46 * SECOND);
        assertThat(discovery.problem()).isNull();
        assertThat(discovery.state()).isNull();
        discovery.take();
        discovery.responded(page(1, 20, 50), false, 100 * SECOND);
        assertThat(discovery.state()).isNull();
    }

    @Test
    void laterWalksBeginWithASmallPageAndGoOnWithLargeOnes() {
        discovery.take();
        discovery.responded(page(1, 50, 50), true, 0);
        discovery.take();
        assertThat(discovery.pageSize()).isEqualTo(20);
        discovery.responded(page(1, 20, 50), false, 5 * SECOND);
        assertThat(discovery.nextDue()).isEqualTo(10 * SECOND);

        discovery.take();
        discovery.responded(page(1, 20, 150), true, 10 * SECOND);
        assertThat(discovery.due(10 * SECOND)).isTrue();
        assertThat(discovery.take()).isEqualTo(1);
        assertThat(discovery.pageSize()).isEqualTo(100);
        discovery.responded(page(1, 100, 150), true, 10 * SECOND);
        assertThat(discovery.take()).isEqualTo(2);
    }

    @Test
    void aWalkThatBreaksOffIsWalkedToItsEndLater() {
        discovery.take();
        discovery.responded(page(1, 50, 50), true, 0);
        discovery.take();
        discovery.responded(page(1, 20, 110), true, 5 * SECOND);
        discovery.take();
        discovery.failed(new Problem.ServerError(502, ""), 5 * SECOND);

        assertThat(discovery.take()).isEqualTo(1);
        assertThat(discovery.pageSize()).isEqualTo(100);
        discovery.responded(page(1, 100, 110), false, 10 * SECOND);
        assertThat(discovery.take()).isEqualTo(2);
        discovery.responded(page(2, 10, 110), false, 10 * SECOND);
        assertThat(discovery.pageSize()).isEqualTo(20);
    }

    @Test
    void aFullLastPageIsTheLast() {
        discovery.take();
        discovery.responded(page(1, 100, 100), true, 0);

        assertThat(discovery.nextDue()).isEqualTo(5 * SECOND);
    }

    @Test
    void aServerThatIgnoresThePageIsNotWalkedForEver() {
        discovery.take();
        discovery.responded(page(1, 100, -1), true, 0);
        assertThat(discovery.take()).isEqualTo(2);
        discovery.responded(page(1, 100, -1), true, 0);

        assertThat(discovery.nextDue()).isEqualTo(5 * SECOND);
        assertThat(discovery.complete()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("noSuchCall")
    void aListThatIsAwayForAMomentIsAskedForAsBefore(Problem problem) {
        discovery.take();
        discovery.responded(page(1, 100, 1), true, 0);
        discovery.take();
        discovery.failed(problem, 5 * SECOND);

        assertThat(discovery.nextDue()).isEqualTo(10 * SECOND);
        assertThat(discovery.problem()).isEqualTo(problem);
    }

    static Stream<Problem> noSuchCall() {
        return Stream.of(new Problem.NotFound(""), new Problem.Rejected(405, ""), new Problem.ServerError(501, ""));
    }

    @ParameterizedTest
    @MethodSource("noSuchCall")
    void aServerWithoutTheListIsAskedSeldom(Problem problem) {
        discovery.take();
        discovery.failed(problem, 0);

        assertThat(discovery.nextDue()).isEqualTo(60 * SECOND);
        assertThat(discovery.complete()).isTrue();
        assertThat(discovery.problem()).isEqualTo(problem);
    }

    static Stream<Problem> passing() {
        return Stream.of(new Problem.Unauthorised(401, true, ""), new Problem.ServerError(502, ""),
                new Problem.Throttled(503, null, ""), new BadAnswer(Flaw.HTML, ""), new Problem.Rejected(422, ""));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void whatMayPassIsTriedAgainSoonAndEndsNoFirstLook(Problem problem) {
        discovery.take();
        discovery.failed(problem, 0);

        assertThat(discovery.nextDue()).isEqualTo(5 * SECOND);
        assertThat(discovery.complete()).isFalse();
    }

    @Test
    void patienceIsHonouredWhateverAPersonWishes() {
        discovery.take();
        discovery.failed(new Problem.Throttled(429, Duration.ofSeconds(17), ""), 0);
        discovery.dueAt(SECOND);

        assertThat(discovery.nextDue()).isEqualTo(17 * SECOND);
    }

    @Test
    void tooLargeAPageIsAskedForInSmallerOnes() {
        discovery.take();
        discovery.failed(new BadAnswer(Flaw.TOO_LARGE, ""), 0);

        assertThat(discovery.due(0)).isTrue();
        assertThat(discovery.pageSize()).isEqualTo(20);
        assertThat(discovery.problem()).isNull();
    }

    @Test
    void theUserNeedNotWaitAsLongAsTheServerWants() {
        discovery.take();
        discovery.failed(new Problem.Throttled(503, Duration.ofHours(1), ""), 0);
        discovery.dueAt(2 * SECOND);
        assertThat(discovery.due(2 * SECOND)).as("by itself").isFalse();

        discovery.tryNow(3 * SECOND);
        assertThat(discovery.due(3 * SECOND)).isTrue();
    }
}
