package dev.jobglass.poll;

import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * Decides which jobs of one server to ask when. Plain and without a clock of its own: every method is told the
 * monotonic time in nanoseconds. Belongs to one thread at a time.
 *
 * <p>The rules: never before {@code retry_after}; without it a {@link Backoff}, reset by any change; after a problem
 * the same backoff or the server's {@code Retry-After}; terminal jobs no more; one question in flight a job, a bounded
 * number a server.
 *
 * <p>Jobs whose last poll brought no answer are <em>doubtful</em>: together they may hold a quarter of the places, so
 * that jobs which hang never crowd out those which answer. A poll that stays silent much longer than answers usually
 * take gives way when others wait, and is asked again among the doubtful.
 */
final class PollSchedule {
    /** Nobody can mean to ask faster than this by hand. */
    static final Duration ASK_NOW_GAP = Duration.ofSeconds(1);
    /** A job the server does not know is asked for this often, in case a proxy was confused, then left alone. */
    static final int LOOKS_FOR_A_GONE_JOB = 20;
    /** A tick this much later than planned means that the machine slept. */
    private static final long SLEPT = Duration.ofSeconds(20).toNanos();
    private static final long LEAST_PATIENCE = Duration.ofMillis(500).toNanos();
    private static final int PATIENCE_FACTOR = 8;

    private final RandomGenerator random;
    private final ServerHealth health;
    private final RequestSlots places;
    private final SweepPlanner sweeps = new SweepPlanner();
    private final Map<String, ScheduledJob> jobs = new HashMap<>();
    private final DueQueue line;
    private long entries;
    private int doubtful;
    private int live;
    private long plannedWake = Long.MAX_VALUE;

    PollSchedule(int places, RandomGenerator random, ServerHealth health) {
        this.places = new RequestSlots(places);
        this.random = random;
        this.line = new DueQueue(random);
        this.health = health;
    }

    /** Begins to ask for a job, at once; does nothing when it is already known. */
    void watch(String jobId, long now) {
        if (!jobs.containsKey(jobId)) {
            add(jobId, now);
            line.put(jobs.get(jobId), now);
        }
    }

    /** Asks for a job no more. An answer still under way is ignored. */
    void forget(String jobId) {
        ScheduledJob entry = jobs.remove(jobId);
        if (entry == null) {
            return;
        }
        if (entry.live) {
            live--;
            doubtful -= entry.doubtful ? 1 : 0;
        }
        line.remove(entry);
        places.free(entry);
        entry.live = false;
        sweeps.file(entry);
    }

    /** Asks at once, terminal or not, unless it is being asked or was within the last second. */
    void askNow(String jobId, long now) {
        ScheduledJob entry = jobs.get(jobId);
        if (entry == null || entry.inFlight || entry.everAsked && now - entry.sentAt < ASK_NOW_GAP.toNanos()) {
            return;
        }
        if (!entry.live) {
            entry.live = true;
            live++;
            doubtful += entry.doubtful ? 1 : 0;
        }
        entry.notBefore = now;
        line.put(entry, now);
        health.probeAt(now);
    }

    /** Makes a job known without asking for it: its status is at hand. */
    void add(String jobId, long now) {
        if (!jobs.containsKey(jobId)) {
            jobs.put(jobId, new ScheduledJob(jobId, ++entries, random, now));
            live++;
        }
    }

    /** {@return whether every live job's last question went unanswered} */
    boolean nobodyAnswers() {
        return doubtful >= live;
    }

    /** A person wants the server tried: the first in line is asked although it is not due. */
    void firstDueAt(long now) {
        if (!line.all().isEmpty() && !line.anyDue(now)) {
            ScheduledJob first = line.all().first();
            first.notBefore = now;
            line.put(first, now);
        }
    }

    /** {@return whether nothing more may be sent now} */
    boolean full() {
        return places.room() <= 0;
    }

    RequestSlots places() {
        return places;
    }

    /** {@return when the first falls due, or MAX_VALUE} */
    long firstDue() {
        return line.firstDue();
    }

    boolean live(String jobId) {
        ScheduledJob entry = jobs.get(jobId);
        return entry != null && entry.live;
    }

    boolean knows(String jobId) {
        return jobs.containsKey(jobId);
    }

    /** {@return when the job was last asked for, or empty when it never was} */
    OptionalLong sentAt(String jobId) {
        ScheduledJob entry = jobs.get(jobId);
        return entry != null && entry.everAsked ? OptionalLong.of(entry.sentAt) : OptionalLong.empty();
    }

    boolean inFlight(String jobId) {
        ScheduledJob entry = jobs.get(jobId);
        return entry != null && entry.inFlight && !entry.swept;
    }

    int inFlight() {
        return places.taken();
    }

    int live() {
        return live;
    }

    /** {@return when the job falls due, for measuring how punctual we are} */
    long due(String jobId) {
        return jobs.get(jobId).due;
    }

    /** {@return pages of the list to ask for in place of single jobs; the jobs expected there count as in flight} */
    List<SweepPlanner.Page> takeSweeps(long now) {
        catchUpAfterSleep(now);
        long due = line.due(now).stream().limit(SweepPlanner.WORTH).count();
        if (health.down() || due < SweepPlanner.WORTH) {
            return List.of();
        }
        List<SweepPlanner.Page> pages = sweeps.plan(now);
        pages.forEach(page -> page.expected().forEach(entry -> {
            line.remove(entry);
            entry.inFlight = true;
            entry.swept = true;
        }));
        return pages;
    }

    /** A page was taken in: what it should have brought and did not is asked for by itself, at once. */
    void swept(SweepPlanner.Page page) {
        page.expected().stream().filter(entry -> entry.swept && jobs.containsKey(entry.jobId)).forEach(entry -> {
            places.free(entry);
            entry.missed = true;
            line.putBack(entry);
        });
    }

    /** A page did not come: its jobs are asked for by themselves, and sweeps pause unless this will surely pass. */
    void sweepFailed(SweepPlanner.Page page, Problem problem, long sent, long now) {
        sweeps.off(now);
        swept(page);
        if (problem instanceof Problem.Throttled(_, Duration wait, _) && wait != null) {
            page.expected().stream().filter(line::contains)
                    .forEach(entry -> line.put(entry, now + wait.toNanos()));
        }
        if (!problem.serverAnswered()) {
            health.silent(problem, sent, now, nobodyAnswers());
        }
    }

    /** {@return the jobs to ask now; each counts as in flight from here on} */
    List<String> takeDue(long now) {
        catchUpAfterSleep(now);
        if (health.down()) {
            return takeProbe(now);
        }
        List<ScheduledJob> taken = new ArrayList<>();
        int room = places.room();
        int plainRoom = places.plainRoom(doubtful > 0);
        int doubtfulRoom = places.doubtfulRoom(doubtful > 0);
        for (ScheduledJob entry : line.all()) {
            if (entry.due > now || taken.size() >= room || plainRoom <= 0 && doubtfulRoom <= 0) {
                break;
            }
            if (entry.doubtful ? doubtfulRoom-- > 0 : plainRoom-- > 0) {
                taken.add(entry);
            }
        }
        return taken.stream().map(entry -> send(entry, now)).toList();
    }

    private void catchUpAfterSleep(long now) {
        if (plannedWake != Long.MAX_VALUE && now - plannedWake > SLEPT) {
            spreadOverdue(now);
        }
        plannedWake = Long.MAX_VALUE;
    }

    private List<String> takeProbe(long now) {
        if (places.taken() > 0 || !health.probeDue(now) || line.all().isEmpty()) {
            return List.of();
        }
        // Each in turn, none before the server wants it, those that once answered first: a job that hangs must not be
        // the only probe.
        Optional<ScheduledJob> probe = line.all().stream().takeWhile(entry -> entry.due <= now)
                .min(Comparator.<ScheduledJob>comparingInt(entry -> entry.probes)
                        .thenComparing(entry -> entry.last == null).thenComparingLong(entry -> entry.due));
        probe.ifPresent(entry -> entry.probes++);
        return probe.map(entry -> List.of(send(entry, now))).orElse(List.of());
    }

    private String send(ScheduledJob entry, long now) {
        line.remove(entry);
        places.take(entry);
        entry.everAsked = true;
        entry.sentAt = now;
        return entry.jobId;
    }

    /** {@return polls to break off, since they keep silent while others wait and the server answers elsewhere} */
    List<String> takeGivingWay(long now) {
        boolean othersWait = line.anyDue(now) && places.plainRoom(doubtful > 0) <= 0;
        if (!othersWait || health.down()) {
            return List.of();
        }
        List<ScheduledJob> silent = places.plain().stream()
                .filter(entry -> now - entry.sentAt > patience() && health.answeredSince(entry.sentAt)).toList();
        silent.forEach(entry -> {
            places.free(entry);
            setDoubtful(entry, true);
            line.put(entry, now + entry.backoff.next().toNanos());
        });
        return silent.stream().map(entry -> entry.jobId).toList();
    }

    private long patience() {
        return Math.max(LEAST_PATIENCE, PATIENCE_FACTOR * health.usualAnswerNanos());
    }

    private void setDoubtful(ScheduledJob entry, boolean is) {
        if (entry.live && entry.doubtful != is) {
            doubtful += is ? 1 : -1;
        }
        entry.doubtful = is;
    }

    /** A status arrived, from a question of its own or from a list; either is a fresh answer. */
    void answered(String jobId, JobStatus status, long now) {
        ScheduledJob entry = jobs.get(jobId);
        if (entry == null) {
            return;
        }
        places.free(entry);
        setDoubtful(entry, false);
        entry.probes = 0;
        entry.notFounds = 0;
        if (entry.last == null || status.differsFrom(entry.last)) {
            entry.backoff.reset();
        }
        entry.last = status;
        entry.missed = false;
        if (status.state().terminal()) {
            stop(entry);
        } else {
            revive(entry);
            Duration wait = status.retryAfter() == null ? entry.backoff.next() : status.retryAfter();
            if (status.retryAfter() != null) {
                entry.notBefore = Math.max(entry.notBefore, now + wait.toNanos());
            }
            line.put(entry, now + wait.toNanos());
        }
        sweeps.file(entry);
        if (health.answered(now)) {
            spreadOverdue(now);
        }
    }

    /** A status arrived that a later question has made old; what it asks of us holds all the same. */
    void alsoTold(String jobId, JobStatus status, long now) {
        ScheduledJob entry = jobs.get(jobId);
        if (entry != null && entry.live && status.retryAfter() != null) {
            entry.notBefore = Math.max(entry.notBefore, now + status.retryAfter().toNanos());
            if (!entry.inFlight && entry.due < entry.notBefore) {
                line.put(entry, entry.notBefore);
            }
        }
    }

    /** A question brought a problem instead of a status. */
    void failed(String jobId, Problem problem, long now) {
        ScheduledJob entry = jobs.get(jobId);
        if (entry == null) {
            return;
        }
        long sentAt = entry.sentAt;
        places.free(entry);
        setDoubtful(entry, !problem.serverAnswered());
        entry.notFounds = problem instanceof Problem.NotFound ? entry.notFounds + 1 : 0;
        if (entry.notFounds > LOOKS_FOR_A_GONE_JOB || entry.last != null && entry.last.state().terminal()) {
            stop(entry);
        } else {
            line.put(entry, now + waitAfter(problem, entry.backoff).toNanos());
        }
        if (problem.serverAnswered()) {
            if (health.answered(now)) {
                spreadOverdue(now);
            }
        } else {
            health.silent(problem, sentAt, now, nobodyAnswers());
        }
    }

    private static Duration waitAfter(Problem problem, Backoff backoff) {
        Duration wait = backoff.next();
        return problem instanceof Problem.Throttled(_, Duration asked, _) && asked != null ? asked : wait;
    }

    private void stop(ScheduledJob entry) {
        line.stop(entry);
        if (entry.live) {
            entry.live = false;
            live--;
            doubtful -= entry.doubtful ? 1 : 0;
        }
        sweeps.file(entry);
    }

    private void revive(ScheduledJob entry) {
        if (!entry.live) {
            entry.live = true;
            live++;
        }
    }

    /** One gentle catch-up: what is overdue is spread over some seconds instead of asked at once. */
    void spreadOverdue(long now) {
        line.spreadOverdue(now);
    }

    /** {@return whether jobs are due that could not be sent for want of places} */
    boolean waitsForPlaces(long now) {
        return !health.down() && line.anyDue(now) && places.room() <= 0;
    }

    /** {@return when to look again: {@code Long.MAX_VALUE} when nothing will ever be due} */
    long nextWake(long now) {
        plannedWake = wake(now);
        return plannedWake;
    }

    private long wake(long now) {
        if (line.all().isEmpty()) {
            return Long.MAX_VALUE;
        }
        if (health.down()) {
            return places.taken() == 0 ? Math.max(health.probeDue(), line.firstDue()) : Long.MAX_VALUE;
        }
        int plainRoom = places.plainRoom(doubtful > 0);
        int doubtfulRoom = places.doubtfulRoom(doubtful > 0);
        // Whoever waits for a place is looked after when an answer frees one, or patience ends.
        long patienceEnds = line.anyDue(now) ? now + LEAST_PATIENCE / 2 : Long.MAX_VALUE;
        for (ScheduledJob entry : line.all()) {
            if ((entry.doubtful ? doubtfulRoom : plainRoom) > 0) {
                return Math.min(Math.max(entry.due, now), patienceEnds);
            }
            if (plainRoom <= 0 && doubtfulRoom <= 0) {
                break;
            }
        }
        return patienceEnds;
    }

    /** {@return what was rescheduled since the last call: job id to monotonic nanoseconds, MAX_VALUE for never} */
    Map<String, Long> takeRescheduled() {
        return line.takeChanged();
    }
}
