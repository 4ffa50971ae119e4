package dev.jobglass.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.poll.Simulation.World;
import dev.jobglass.testing.BesideOthers;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Worlds that are small enough to be tried against each mutant, see the profile of that name. */
@BesideOthers
class ShortSimulationTest {
    private static final long ANSWERS = 1_500;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"1, 1, 300, true, true, true", "2, 3, 40, true, true, true",
            "3, 2, 300, false, false, true", "4, 1, 100, true, false, false"})
    void holds(long seed, int mostServers, int mostJobs, boolean serverFails, boolean kills, boolean user)
            throws Exception {
        World world = new World(mostServers, mostJobs, serverFails, kills, user);
        assertThat(Simulation.run(seed, world, folder.resolve("disk"), ANSWERS).answers())
                .isGreaterThanOrEqualTo(ANSWERS);
    }
}
