package dev.jobglass.poll;

import dev.jobglass.poll.Simulation.World;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.LongStream;

/** Finds a small world in which the same does not hold, and few answers after which it does not. */
final class SimulationShrinker {
    private static final int SEEDS = 20;

    private final Path folder;
    private final long answers;
    private int runs;

    /** What does not hold, in what. */
    private record Failure(long seed, World world, String what) {
    }

    SimulationShrinker(Path folder, long answers) {
        this.folder = folder;
        this.answers = answers;
    }

    /** {@return how to see a failure in the smallest world found} */
    String shrink(long seed, Throwable found) throws Exception {
        Failure smallest = new Failure(seed, World.WHOLE, found.getMessage());
        boolean smaller = true;
        while (smaller) {
            Optional<Failure> next = smallerThan(smallest);
            smaller = next.isPresent();
            smallest = next.orElse(smallest);
        }
        long least = answers;
        while (least > 1 && fails(smallest, least / 2).isPresent()) {
            least /= 2;
        }
        return "Simulation.run(%dL, new %s, folder, %d): %s".formatted(smallest.seed(), smallest.world(), least,
                smallest.what());
    }

    private Optional<Failure> smallerThan(Failure failure) throws Exception {
        World world = failure.world();
        List<World> simpler = List.of(new World(1, world.mostJobs(), world.serverFails(), world.kills(), world.user()),
                new World(world.mostServers(), world.mostJobs(), false, world.kills(), world.user()),
                new World(world.mostServers(), world.mostJobs(), world.serverFails(), false, world.user()),
                new World(world.mostServers(), world.mostJobs(), world.serverFails(), world.kills(), false),
                new World(world.mostServers(), Math.max(1, world.mostJobs() / 4), world.serverFails(), world.kills(),
                        world.user()));
        for (World one : simpler) {
            if (!one.equals(world)) {
                for (long seed : LongStream.range(failure.seed(), failure.seed() + SEEDS).toArray()) {
                    Optional<Failure> again = fails(new Failure(seed, one, failure.what()), answers);
                    if (again.isPresent()) {
                        return again;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** {@return the same failure, whatever numbers are in it} */
    private Optional<Failure> fails(Failure like, long most) throws Exception {
        try {
            Simulation.run(like.seed(), like.world(), folder.resolve("shrinking" + runs++), most);
            return Optional.empty();
        } catch (CompletionException e) {
            String what = e.getCause().getMessage();
            return kind(what).equals(kind(like.what()))
                    ? Optional.of(new Failure(like.seed(), like.world(), what))
                    : Optional.empty();
        }
    }

    private static String kind(String what) {
        return what.replaceAll("[^a-z ]", "");
    }
}
