package dev.jobglass.demo;

import dev.jobglass.demo.DemoJob.Fate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * The demo's jobs: an hour of past, a lively present and a stream of new arrivals. The same seed and start give the
 * same jobs. Safe for use by any thread.
 */
final class DemoJobs {
    /** Its jobs begin so long before it starts. */
    static final Duration PAST = Duration.ofMinutes(60);
    private static final int MOST_KEPT = 1_000;
    private static final List<String> SESSIONS = List.of("ops-7", "lab-2", "night-batch");
    static final List<String> ERRORS = List.of("Agent execution timeout",
            "ValueError: OPENAI_API_KEY is not set",
            "RateLimitError: Rate limit reached for requests. Please try again in 20 s.",
            "Recipe 'weekly-digest' failed in step 3: tool 'search_web' returned HTTP 502",
            "Interrupted by service restart", """
                    Traceback (most recent call last):
                      File "agents/runner.py", line 212, in run
                        result = await agent.execute(task)
                      File "agents/tools/spider.py", line 88, in crawl
                        raise ToolError(f"no answer from {url}")
                    ToolError: no answer from https://news.example.org/feed""");

    /** A kind of work, of which so many of a thousand fail. */
    record Kind(String agent, int seconds, int failing, List<String> steps) {
    }

    static final List<Kind> KINDS = List.of(
            new Kind("recipe:news-analyzer", 75, 6,
                    List.of("Resolving recipe: news-analyzer", "Collecting articles", "Executing recipe: news-analyzer",
                            "Ranking 40 articles", "Finalizing")),
            new Kind("recipe:invoice-audit", 50, 50,
                    List.of("Reading invoices", "Matching purchase orders", "Checking VAT ids", "Finalizing")),
            new Kind("recipe:weekly-digest", 100, 12,
                    List.of("Collecting sources", "Summarising 6 of 40 articles", "Summarising 18 of 40 articles",
                            "Summarising 33 of 40 articles", "Writing the digest", "Finalizing")),
            new Kind("yaml:agents.yaml", 60, 10, List.of("Preparing agent workflow", "Running agent workflow",
                    "Running agent workflow: reviewer", "Finalizing")),
            new Kind("yaml:research.yaml", 130, 35, List.of("Preparing agent workflow", "Searching the web",
                    "Reading 12 sources", "Comparing claims", "Writing the report", "Finalizing")));

    private final Random random;
    private final Map<String, DemoJob> byId = new LinkedHashMap<>();
    private Instant nextArrival;

    DemoJobs(long seed, Instant start) {
        random = new Random(seed);
        // The first few tell the demo's story whatever the dice say.
        nextArrival = start.minus(PAST);
        arriveUntil(start.minusSeconds(150));
        story(start);
        arriveUntil(start);
    }

    private void story(Instant start) {
        List<DemoJob> scripted = List.of(
                job(KINDS.get(4), start.minusSeconds(620), 2, 900, Fate.STALLS, 0.31, null),
                job(KINDS.get(0), start.minusSeconds(140), 1, 230, Fate.SUCCEEDS, 1, null),
                job(KINDS.get(1), start.minusSeconds(118), 1, 131, Fate.SUCCEEDS, 1, null),
                job(KINDS.get(3), start.minusSeconds(90), 1, 164, Fate.FAILS, 0.57, ERRORS.get(0)),
                job(KINDS.get(4), start.minusSeconds(64), 2, 300, Fate.SUCCEEDS, 1, null),
                job(KINDS.get(2), start.minusSeconds(41), 1, 95, Fate.SUCCEEDS, 1, null),
                job(KINDS.get(1), start.minusSeconds(22), 4, 120, Fate.SUCCEEDS, 1, null),
                job(KINDS.get(0), start.minusSeconds(9), 40, 75, Fate.SUCCEEDS, 1, null),
                job(KINDS.get(2), start.minusSeconds(5), 48, 90, Fate.SUCCEEDS, 1, null),
                job(KINDS.get(3), start.minusSeconds(2), 60, 70, Fate.FAILS, 0.4, ERRORS.get(2)));
        scripted.forEach(job -> byId.put(job.id(), job));
    }

    private void arriveUntil(Instant now) {
        while (nextArrival.isBefore(now)) {
            DemoJob job = roll(nextArrival);
            byId.put(job.id(), job);
            nextArrival = nextArrival.plusMillis((long) (-Math.log(1 - random.nextDouble()) * 16_000) + 500);
        }
        while (byId.size() > MOST_KEPT) {
            byId.remove(byId.keySet().iterator().next());
        }
    }

    private DemoJob roll(Instant created) {
        Kind kind = KINDS.get(random.nextInt(KINDS.size()));
        int seconds = (int) (kind.seconds * (0.5 + random.nextDouble()));
        int dice = random.nextInt(1000);
        Fate fate = dice < kind.failing
                ? Fate.FAILS
                : dice >= 980 ? Fate.IS_CANCELLED : dice >= 976 ? Fate.STALLS : Fate.SUCCEEDS;
        return job(kind, created, 1 + random.nextInt(12), seconds, fate, 0.1 + 0.8 * random.nextDouble(),
                ERRORS.get(random.nextInt(ERRORS.size())));
    }

    private DemoJob job(Kind kind, Instant created, int queued, int runs, Fate fate, double fateAt, String error) {
        String id = "run_%012x".formatted(random.nextLong() & 0xffff_ffff_ffffL);
        String session = random.nextInt(3) == 0 ? SESSIONS.get(random.nextInt(SESSIONS.size())) : null;
        // A stalled job must not be stalled for hours: somebody cancels it after a quarter.
        Instant cancelled = fate == Fate.STALLS ? created.plus(Duration.ofMinutes(15)) : null;
        return new DemoJob(id, kind.agent, session, kind.steps, created, Duration.ofSeconds(queued),
                Duration.ofSeconds(runs), 0.7 + random.nextDouble() * 0.6, fate, fateAt,
                fate == Fate.FAILS ? error : null, cancelled);
    }

    synchronized List<DemoJob> newestFirst(Instant now) {
        arriveUntil(now);
        List<DemoJob> jobs = new ArrayList<>(byId.values());
        Collections.sort(jobs, (one, other) -> other.created().compareTo(one.created()));
        return jobs;
    }

    synchronized Optional<DemoJob> find(String id, Instant now) {
        arriveUntil(now);
        return Optional.ofNullable(byId.get(id));
    }

    synchronized DemoJob cancel(DemoJob job, Instant now) {
        DemoJob cancelled = job.cancel(now);
        byId.put(job.id(), cancelled);
        return cancelled;
    }

    synchronized void delete(DemoJob job) {
        byId.remove(job.id());
    }

    synchronized DemoJob submit(Instant now) {
        arriveUntil(now);
        DemoJob job = roll(now);
        byId.put(job.id(), job);
        return job;
    }
}
