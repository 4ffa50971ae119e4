package dev.jobglass.poll;

import dev.jobglass.api.JobPage;
import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Problem;
import dev.jobglass.api.Response;
import dev.jobglass.api.Response.Failure;
import dev.jobglass.api.Response.Success;
import dev.jobglass.api.RunTimes;
import dev.jobglass.model.PollEvent;
import dev.jobglass.poll.PollRequests.Arrival;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Takes responses in: has the schedule, the server's health and its problems follow them, and makes events of them.
 * Belongs to the tick.
 */
final class PollResponses {
    /** More jobs than this are not watched at once, whatever a server lists. */
    private static final int MOST_LIVE = 50_000;
    private static final int MOST_FORGOTTEN = 10_000;

    private final PollSchedule schedule;
    private final ServerHealth health;
    private final Throttle throttle;
    private final ServerProblems problems;
    private final CatchUp catchUp;
    /** Null when the list is not walked. */
    private final Discovery discovery;
    private final Predicate<JobStatus> excluded;
    private final List<PollEvent> events = new ArrayList<>();
    /** The runs that are over as jobs' own requests told. */
    private final Map<String, RunTimes> ends = new HashMap<>();
    /** When jobs were forgotten of which nothing was learned since, in monotonic nanoseconds; the last of them. */
    private final Map<String, Long> forgotten = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST_FORGOTTEN;
        }
    };
    /** When the last response came. */
    private Instant last;
    private Instant lastAnswer;
    private boolean news;
    private final MissingJobs missingJobs = new MissingJobs();
    private boolean tooMany;

    PollResponses(PollSchedule schedule, ServerHealth health, Throttle throttle, ServerProblems problems,
            CatchUp catchUp, Discovery discovery, Predicate<JobStatus> excluded) {
        this.schedule = schedule;
        this.health = health;
        this.throttle = throttle;
        this.problems = problems;
        this.catchUp = catchUp;
        this.discovery = discovery;
        this.excluded = excluded;
    }

    /** {@return when anything was last told of jobs, or else the first response came; or null} */
    Instant lastAnswer() {
        return lastAnswer;
    }

    /** {@return what was learned since the last call} */
    List<PollEvent> takeEvents() {
        List<PollEvent> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    /** {@return whether any of that, since the last call of this, changes what a job is said to be} */
    boolean takeNews() {
        boolean taken = news;
        news = false;
        return taken;
    }

    /** A job is watched no more: what was learned about it is for nobody. */
    void forget(String jobId, long now) {
        forgotten.put(jobId, now);
        ends.remove(jobId);
        problems.over(jobId);
        missingJobs.over(jobId);
        catchUp.polled(jobId);
        events.removeIf(event -> event.jobId().equals(jobId));
    }

    /** A single job's poll is over. */
    void polled(String jobId, Response<JobStatus> response, long sent, Arrival arrival) {
        switch (response) {
            case Success(JobStatus status) -> {
                responded(null, sent, arrival);
                take(status, sent, arrival);
                if (status.state().terminal()) {
                    ends.put(jobId, status.run());
                } else {
                    ends.remove(jobId);
                }
            }
            case Failure(Problem given) -> {
                ends.remove(jobId);
                Problem problem = given instanceof Problem.NotFound notFound
                        && missingJobs.noApi(jobId, notFound, sent, arrival.nanos())
                                ? new Problem.NoApi(notFound.text())
                                : given;
                if (problem.serverAnswered()) {
                    responded(problem, sent, arrival);
                }
                schedule.failed(jobId, problem, arrival.nanos());
                problems.met(jobId, problem, arrival.time());
                if (!schedule.live(jobId)) {
                    problems.over(jobId); // polled no more, so nothing could end it
                }
                // A server that does not respond at all says nothing about its jobs.
                if (problem.serverAnswered() || last != null && !health.down()) {
                    catchUp.polled(jobId);
                }
                events.add(new PollEvent.Unanswered(jobId, problem, arrival.time()));
                news = true;
            }
        }
    }

    /** The server responded, with what was wanted when {@code problem} is null. */
    private void responded(Problem problem, long sent, Arrival arrival) {
        if (problem == null) {
            missingJobs.answered(sent);
        }
        last = arrival.time();
        if (lastAnswer == null || problem == null || problem instanceof Problem.NotFound) {
            lastAnswer = last;
        }
        health.took(arrival.nanos() - sent);
        if (problem instanceof Problem.Throttled(_, Duration wait, _)) {
            throttle.throttled(wait, sent, arrival.nanos());
        } else if (throttle.responded(sent)) {
            schedule.spreadOverdue(arrival.nanos());
        }
    }

    private void take(JobStatus status, long sent, Arrival arrival) {
        news |= schedule.responded(status.jobId(), status, sent, arrival.nanos());
        forgotten.remove(status.jobId());
        missingJobs.over(status.jobId());
        problems.over(status.jobId());
        events.add(new PollEvent.Answered(status, arrival.time()));
        catchUp.polled(status.jobId());
    }

    /** A page of the walk of the list came, or did not. */
    void listed(Response<JobPage> response, long sent, Arrival arrival) {
        health.listResponds(response instanceof Success);
        switch (response) {
            case Success(JobPage page) -> {
                responded(null, sent, arrival);
                boolean interesting = false;
                for (JobStatus status : page.jobs()) {
                    interesting |= listed(status, sent, arrival);
                }
                discovery.responded(page, interesting, arrival.nanos());
                Problem missing = missing();
                if (missing == null) {
                    problems.over(ServerProblems.THE_LIST);
                } else {
                    problems.met(ServerProblems.THE_LIST, missing, arrival.time());
                }
                serverResponded(arrival.nanos());
            }
            case Failure(Problem problem) -> {
                discovery.failed(problem, arrival.nanos());
                if (problem.serverAnswered()) {
                    responded(problem, sent, arrival);
                    serverResponded(arrival.nanos());
                    if (listless(problem)) {
                        problems.over(ServerProblems.THE_LIST);
                    } else {
                        problems.met(ServerProblems.THE_LIST, ofTheList(problem), arrival.time());
                    }
                } else {
                    if (respondedSince(sent, arrival)) {
                        problems.met(ServerProblems.THE_LIST, new Problem.NoList(problem), arrival.time());
                    }
                    health.silent(problem, sent, arrival.nanos(), schedule.nobodyResponds());
                }
            }
        }
    }

    /** {@return whether the server has responded to another request since one was sent} */
    private boolean respondedSince(long sent, Arrival arrival) {
        return last != null && last.isAfter(arrival.time().minusNanos(arrival.nanos() - sent));
    }

    /** {@return what of the list is not shown, or null} */
    private Problem missing() {
        tooMany &= schedule.live() >= MOST_LIVE; // else the others come with the next walk
        Problem missing = discovery.missing();
        return missing == null && tooMany ? new Problem.PartOfList(0, true) : missing;
    }

    /** Whether a server that never listed jobs says that it does not. */
    private boolean listless(Problem problem) {
        return !discovery.everListed() && !(problem instanceof Problem.NoApi)
                && Discovery.noSuchCall(problem);
    }

    /** What concerns all requests alike is no trouble of the list alone. */
    private static Problem ofTheList(Problem problem) {
        return switch (problem) {
            case Problem.Unauthorised _,Problem.NoApi _,Problem.Throttled _ -> problem;
            default -> new Problem.NoList(problem);
        };
    }

    /** A page in place of many polls came, or did not. */
    void swept(SweepPlanner.Page page, Response<JobPage> response, long sent, Arrival arrival) {
        switch (response) {
            case Success(JobPage list) -> {
                responded(null, sent, arrival);
                list.jobs().forEach(status -> listed(status, sent, arrival));
                schedule.swept(page);
                if (discovery == null) {
                    problems.over(ServerProblems.THE_LIST); // else the walk of the list tells
                }
                serverResponded(arrival.nanos());
            }
            case Failure(Problem problem) -> {
                if (problem.serverAnswered()) {
                    responded(problem, sent, arrival);
                    serverResponded(arrival.nanos());
                }
                if (problem instanceof Problem.Throttled) {
                    problems.met(ServerProblems.THE_LIST, problem, arrival.time()); // nothing else may be asked
                }
                schedule.sweepFailed(page, problem, sent, arrival.nanos());
            }
        }
    }

    private void serverResponded(long now) {
        if (health.responded(now)) {
            schedule.spreadOverdue(now);
        }
    }

    /** {@return whether a run still goes on by the list that is over by its job's own word, such as that of a cache} */
    private boolean contradictsItsEnd(JobStatus listed) {
        RunTimes end = ends.get(listed.jobId());
        return end != null && !listed.state().terminal() && end.mayBe(listed.run());
    }

    /** {@return whether a list was asked for before a job was forgotten: it tells how it was, not how it is} */
    private boolean forgottenSince(String jobId, long sent) {
        Long when = forgotten.get(jobId);
        return when != null && when - sent > 0;
    }

    /** {@return whether the entry was new, or live and due; live ones that are not due are polled when they are} */
    private boolean listed(JobStatus status, long sent, Arrival arrival) {
        String jobId = status.jobId();
        if (excluded.test(status) || forgottenSince(jobId, sent)) {
            return false;
        }
        boolean known = schedule.knows(jobId);
        if (!known && schedule.live() >= MOST_LIVE) {
            tooMany = true;
            return false;
        }
        if (known && !schedule.live(jobId) && contradictsItsEnd(status)) {
            schedule.contradicted(jobId, status, arrival.nanos());
            return false;
        }
        boolean due = known && schedule.due(jobId) <= arrival.nanos();
        // A request of its own that is under way, or any that was sent later, knows better than this list.
        boolean overtaken = known && (schedule.inFlight(jobId) || schedule.learnedSince(jobId, sent)
                || schedule.sentAt(jobId).orElse(sent - 1) - sent > 0);
        if (overtaken) {
            schedule.overtaken(jobId, status, arrival.nanos());
        } else {
            schedule.add(jobId, arrival.nanos());
            take(status, sent, arrival);
        }
        return !known || due && !status.state().terminal();
    }
}
