package dev.jobglass.notifications;

import dev.jobglass.api.JobKey;
import dev.jobglass.api.RunTimes;
import dev.jobglass.model.Board;
import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Job;
import dev.jobglass.model.JobSnapshot;
import dev.jobglass.model.ServerStatus;
import dev.jobglass.settings.NotificationKind;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.text.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Compares the board with what it was, and hands on what has changed. JavaFX thread only. */
final class ChangeDetector {
    /** A server that is back sooner was never worth a word. */
    private static final Duration LOST_AFTER = Duration.ofSeconds(10);
    private static final Duration CLOCK_WORTH_A_WORD = Duration.ofMinutes(1);

    private final Board board;
    private final Set<JobKey> tellEnd;
    private final BooleanSupplier several;
    private final Consumer<NotificationEvent> taker;
    /** Also of jobs that were taken off, as long as they may be put back. */
    private final Map<Job, Seen> seen = new WeakHashMap<>();
    private boolean anyLive;
    /** Whether a job came to its end by the changes just looked at; one that was taken off the list did not. */
    private boolean ended;
    private boolean lost;
    private boolean clockTold;

    /** What a job was when it last changed. */
    private record Seen(DisplayState state, boolean overdue, RunTimes run) {
        static Seen of(JobSnapshot view) {
            return new Seen(view.state(), view.overdue(), view.status() == null ? null : view.status().run());
        }

        boolean differsFrom(JobSnapshot view) {
            boolean anotherFailure = state == DisplayState.FAILED && view.state() == DisplayState.FAILED
                    && !run.mayBe(view.status().run());
            return state != view.state() || anotherFailure;
        }
    }

    /**
     * Begins to compare.
     *
     * @param board of the server
     * @param tellEnd the jobs whose end is reported, whatever it is
     * @param several whether there are other servers, so that of each job its own is named
     * @param taker takes what has changed
     */
    ChangeDetector(Board board, Set<JobKey> tellEnd, BooleanSupplier several, Consumer<NotificationEvent> taker) {
        this.several = several;
        this.board = board;
        this.tellEnd = tellEnd;
        this.taker = taker;
        board.revisionProperty().addListener((_, _, _) -> look());
    }

    private void look() {
        ended = false;
        board.lastChanged().forEach(this::look);
        boolean live = (board.count(DisplayState.RUNNING)
                + board.count(DisplayState.QUEUED) + board.count(DisplayState.STALLED)
                + board.count(DisplayState.WAITING)) > 0;
        if (anyLive && !live && ended && board.serverProperty().get().link() == ServerStatus.Link.LIVE) {
            taker.accept(new NotificationEvent(NotificationKind.ALL_DONE, board.address(), name(), "", "", ""));
        }
        anyLive = live;
    }

    private void look(Job job) {
        JobSnapshot view = job.view();
        if (board.job(job.id()).orElse(null) != job) {
            return; // it may be put back, which is no news
        }
        Seen before = seen.put(job, Seen.of(view));
        boolean unknown = before == null || before.state() == DisplayState.WAITING;
        if (view.recalled()) {
            return;
        }
        boolean askedFor = view.state().over() && tellEnd.contains(job.key());
        if (askedFor) {
            tell(NotificationKind.ENDED, job, Messages.state(view)); // also when it came while nobody looked
        }
        // What the first look finds was there before we came.
        if (view.dismissed() || unknown && board.firstLook() && !view.failureOpen()) {
            return;
        }
        boolean changed = unknown || before.differsFrom(view);
        ended |= changed && view.state().over();
        if (askedFor) {
            return;
        }
        if (changed && view.state() == DisplayState.FAILED) {
            tell(NotificationKind.FAILED, job,
                    view.status().error() == null ? "" : PlainText.gist(view.status().error()));
        } else if (changed && view.state() == DisplayState.STALLED) {
            tell(NotificationKind.STALLED, job, step(view));
        } else if (changed && view.state() == DisplayState.SUCCEEDED) {
            tell(NotificationKind.SUCCEEDED, job, "");
        }
        if (view.overdue() && (before == null || !before.overdue())) {
            tell(NotificationKind.OVERDUE, job, step(view));
        }
    }

    private String name() {
        return PlainText.line(board.name());
    }

    private static String step(JobSnapshot view) {
        return PlainText.line(view.status().progress().currentStep());
    }

    private void tell(NotificationKind kind, Job job, String text) {
        JobSnapshot view = job.view();
        String agent = Messages.agent(view);
        String server = several.getAsBoolean() ? name() : "";
        taker.accept(new NotificationEvent(kind, board.address(), server, view.jobId(), agent, text,
                kind == NotificationKind.FAILED ? job.errorSignature() : null));
    }

    /**
     * Looks whether the server is lost or back.
     *
     * @param now the present; to be called about once a second
     */
    void tick(Instant now) {
        ServerStatus view = board.serverProperty().get();
        boolean down = view.link() == ServerStatus.Link.DOWN;
        if (down && !lost && view.since() != null && !now.isBefore(view.since().plus(LOST_AFTER))) {
            lost = true;
            taker.accept(new NotificationEvent(NotificationKind.SERVER_LOST, board.address(), name(), "", "",
                    PlainText.line(Messages.problem(view.problem()))));
        } else if (lost && !down) {
            lost = false;
            taker.accept(new NotificationEvent(NotificationKind.SERVER_BACK, board.address(), name(), "", "", ""));
        }
        lookAtTheClock(view.clockAhead());
    }

    private void lookAtTheClock(Duration ahead) {
        if (!clockTold && ahead.abs().compareTo(CLOCK_WORTH_A_WORD) > 0) {
            clockTold = true;
            taker.accept(new NotificationEvent(NotificationKind.CLOCK_DIFFERS, board.address(), name(), "", "",
                    Messages.of(ahead.isNegative() ? "notifications.clock.behind" : "notifications.clock.ahead",
                            Times.duration(ahead.abs()))));
        }
    }
}
