package dev.jobglass.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.poll.Simulation.Outcome;
import dev.jobglass.poll.Simulation.World;
import dev.jobglass.testing.BesideOthers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The simulation holds, on some seeds always and on new ones; for longer by {@code mvn -Psimulate verify -Dminutes=60}.
 */
@BesideOthers
class SimulationTest {
    private static final int SEEDS = 3;
    private static final long ANSWERS = 50_000;
    private static final Duration LONGER = Duration.ofMinutes(Integer.getInteger("simulation.minutes", 0));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 34638258329631L, 34680720376477L, 46651698871577L, 48610371913993L, 49957087447081L,
            5826988204534L, 61432446436210L})
    void holds(long seed) throws Exception {
        assertThat(Simulation.run(seed, World.WHOLE, folder.resolve("disk"), ANSWERS).answers())
                .isGreaterThanOrEqualTo(ANSWERS);
    }

    @Test
    void theSameSeedGivesTheSameRun() throws Exception {
        long seed = 11984269268552L; // once it was not, for the order of jobs was by their hash
        Outcome once = Simulation.run(seed, World.WHOLE, folder.resolve("once"), ANSWERS);
        assertThat(Simulation.run(seed, World.WHOLE, folder.resolve("again"), ANSWERS)).isEqualTo(once);
    }

    @Test
    void holdsForNewSeeds() throws Exception {
        long first = System.nanoTime();
        System.out.println("Simulation: seeds from " + first);
        long answers = 0;
        long lives = 0;
        for (long seed = first; seed < first + SEEDS || System.nanoTime() - first < LONGER.toNanos(); seed++) {
            Outcome outcome = holdsOrIsShrunk(seed);
            answers += outcome.answers();
            lives += outcome.lives();
        }
        System.out.println("Simulation: " + answers + " answers in " + lives + " lives");
    }

    private Outcome holdsOrIsShrunk(long seed) throws Exception {
        try {
            return Simulation.run(seed, World.WHOLE, folder.resolve("" + seed), ANSWERS);
        } catch (CompletionException e) {
            throw new AssertionError(new SimulationShrinker(folder, ANSWERS).shrink(seed, e.getCause()), e.getCause());
        }
    }
}
