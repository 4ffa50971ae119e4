package dev.jobglass.demo;

import dev.jobglass.demo.DemoJobs.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/**
 * What the demo's server had done before it was started: two weeks, so that one can be compared with the other. Busier
 * at day than at night, with a morning on which one agent mostly failed. The same seed and start give the same runs.
 */
public final class DemoPast {
    private static final Duration LENGTH = Duration.ofDays(14);
    private static final Duration BAD_MORNING_AGO = Duration.ofDays(3);
    private static final Duration LATELY = Duration.ofHours(20);
    private static final int BUSY_FROM = 7;
    private static final int BUSY_TO = 19;
    private static final double BUSY_MINUTES = 2;
    private static final double QUIET_MINUTES = 5;
    private static final int MILLIS = 60_000;
    private static final int ID_DIGITS = 12;

    /**
     * A run that is over.
     *
     * @param id of its job
     * @param agent its agent
     * @param created when it was submitted
     * @param started when it began
     * @param completed when it ended
     * @param cancelled whether it was
     * @param error why it failed, or null when it did not
     */
    public record Run(String id, String agent, Instant created, Instant started, Instant completed, boolean cancelled,
            String error) {
    }

    private final Random random;
    private final Instant start;

    private DemoPast(long seed, Instant start) {
        random = new Random(seed);
        this.start = start;
    }

    /**
     * {@return the runs of the two weeks, in the order in which they were submitted}
     *
     * @param seed of the dice
     * @param start when the demo's server starts: its own jobs begin an hour before
     */
    public static List<Run> before(long seed, Instant start) {
        return new DemoPast(seed, start).runs();
    }

    private List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        for (Instant at = start.minus(LENGTH); at.isBefore(start.minus(DemoJobs.PAST)); at = at.plus(pause(at))) {
            runs.add(run(at));
        }
        return runs;
    }

    private Duration pause(Instant at) {
        long hour = Duration.ofSeconds(at.getEpochSecond()).toHoursPart();
        double minutes = hour >= BUSY_FROM && hour < BUSY_TO ? BUSY_MINUTES : QUIET_MINUTES;
        return Duration.ofMillis((long) (-Math.log(1 - random.nextDouble()) * minutes * MILLIS) + 1);
    }

    private Run run(Instant created) {
        Duration ago = Duration.between(created, start);
        // For three hours the one agent was at work, and was told to come back later.
        boolean bad = ago.compareTo(BAD_MORNING_AGO) < 0 && ago.compareTo(BAD_MORNING_AGO.minusHours(3)) > 0;
        List<Kind> kinds = DemoJobs.KINDS;
        Kind kind = bad && random.nextInt(3) > 0 ? kinds.get(1) : kinds.get(random.nextInt(kinds.size()));
        boolean fails = random.nextInt(1_000) < (bad && kind == kinds.get(1) ? 700 : kind.failing());
        // It has become slower in its second week.
        double slower = kind == kinds.get(4) && ago.compareTo(LENGTH.dividedBy(2)) < 0 ? 1.4 : 1;
        Instant started = created.plusMillis(1_000 + random.nextInt(bad ? 90_000 : 11_000));
        double part = fails ? 0.1 + 0.8 * random.nextDouble() : 1;
        long took = (long) (kind.seconds() * 1_000L * (0.5 + random.nextDouble()) * part * slower);
        String id = "run_" + HexFormat.of().toHexDigits(random.nextLong(), ID_DIGITS);
        return new Run(id, kind.agent(), created, started, started.plusMillis(took),
                !fails && random.nextInt(50) == 0, fails ? error(kind, bad, ago) : null);
    }

    private String error(Kind kind, boolean bad, Duration ago) {
        List<String> errors = DemoJobs.ERRORS;
        if (bad || kind == DemoJobs.KINDS.get(1) && random.nextInt(3) > 0) {
            return errors.get(2).replace("20 s", 5 + random.nextInt(55) + " s");
        }
        if (ago.compareTo(LATELY) < 0) {
            return errors.get(3); // new since yesterday
        }
        if (ago.compareTo(LENGTH.minusDays(3)) > 0) {
            return errors.get(1); // and then not until today
        }
        return errors.get(random.nextBoolean() ? 0 : 5);
    }
}
