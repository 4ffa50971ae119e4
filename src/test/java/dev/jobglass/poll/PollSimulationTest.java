package dev.jobglass.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.poll.PollSimulation.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The simulation holds, on some seeds always and on new ones. More with {@code -Dsimulation.answers}. */
class PollSimulationTest {
    private static final int SEEDS = Integer.getInteger("simulation.seeds", 5);
    private static final long ANSWERS = Long.getLong("simulation.answers", 50_000);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 34638258329631L, 34680720376477L})
    void holds(long seed) throws Exception {
        assertThat(PollSimulation.run(seed, ANSWERS).answers()).isGreaterThanOrEqualTo(ANSWERS);
    }

    @Test
    void theSameSeedGivesTheSameRun() throws Exception {
        Outcome once = PollSimulation.run(7, 3_000);
        assertThat(PollSimulation.run(7, 3_000)).isEqualTo(once);
    }

    @Test
    void holdsForNewSeeds() throws Exception {
        long first = System.nanoTime();
        System.out.println("Poll simulation: seeds from " + first);
        long answers = 0;
        long lives = 0;
        for (int i = 0; i < SEEDS; i++) {
            Outcome outcome = PollSimulation.run(first + i, ANSWERS);
            answers += outcome.answers();
            lives += outcome.lives();
        }
        System.out.println("Poll simulation: " + answers + " answers in " + lives + " lives");
    }
}
