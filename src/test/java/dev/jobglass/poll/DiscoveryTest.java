package dev.jobglass.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobPage;
import dev.jobglass.api.Problem;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiscoveryTest {
    private static final long SECOND = 1_000_000_000L;
    private static final JobPage FULL = new JobPage(List.of(), 100, 250);
    private static final JobPage LAST = new JobPage(List.of(), 50, 250);

    private final Discovery discovery = new Discovery(Duration.ofSeconds(5), 0);

    @Test
    void walksToTheLastPageAndComesAgain() {
        assertThat(discovery.take(0)).isEqualTo(1);
        assertThat(discovery.due(0)).isFalse();
        discovery.answered(FULL, true, 0);
        assertThat(discovery.take(0)).isEqualTo(2);
        discovery.answered(FULL, true, 0);
        assertThat(discovery.take(0)).isEqualTo(3);
        assertThat(discovery.complete()).isFalse();
        discovery.answered(LAST, true, SECOND);

        assertThat(discovery.complete()).isTrue();
        assertThat(discovery.due(5 * SECOND)).isFalse();
        assertThat(discovery.due(6 * SECOND)).isTrue();
        assertThat(discovery.take(6 * SECOND)).isEqualTo(1);
    }

    @Test
    void stopsAtTheFirstPageWithNothingNewOrLive() {
        discovery.take(0);
        discovery.answered(FULL, false, 0);

        assertThat(discovery.nextDue()).isEqualTo(5 * SECOND);
    }

    @Test
    void aServerWithoutTheListIsAskedSeldom() {
        discovery.take(0);
        discovery.failed(new Problem.NotFound(""), 0);

        assertThat(discovery.nextDue()).isEqualTo(60 * SECOND);
        assertThat(discovery.complete()).isTrue();
        assertThat(discovery.problem()).isInstanceOf(Problem.NotFound.class);
    }

    @Test
    void patienceIsHonoured() {
        discovery.take(0);
        discovery.failed(new Problem.Throttled(429, Duration.ofSeconds(17), ""), 0);

        assertThat(discovery.nextDue()).isEqualTo(17 * SECOND);
    }

    @Test
    void aRefusedKeyIsTriedAgainSoon() {
        discovery.take(0);
        discovery.failed(new Problem.Unauthorised(401, ""), 0);

        assertThat(discovery.nextDue()).isEqualTo(5 * SECOND);
        assertThat(discovery.complete()).isFalse();
    }
}
