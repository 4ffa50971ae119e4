package dev.jobglass.notifications;

import dev.jobglass.text.Messages;
import dev.jobglass.board.Board;
import dev.jobglass.board.Job;
import dev.jobglass.board.JobView;
import dev.jobglass.board.ServerView;
import dev.jobglass.board.ShownState;
import dev.jobglass.board.text.PlainText;
import dev.jobglass.settings.NewsKind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Compares the board with what it was, and hands on what is news. JavaFX thread only. */
final class NewsFinder {
    /** A server that is back sooner was never worth a word. */
    private static final Duration LOST_AFTER = Duration.ofSeconds(10);

    private final Board board;
    private final String server;
    private final Supplier<Set<String>> tellEnd;
    private final Consumer<News> taker;
    private final Map<Job, Seen> seen = new HashMap<>();
    private boolean lookedBefore;
    private boolean anyLive;
    /** Whether a job came to its end by the changes just looked at; one that was taken off the list did not. */
    private boolean ended;
    private boolean lost;

    /** What a job was when it last changed. */
    private record Seen(ShownState state, boolean overdue) {
    }

    /**
     * Begins to compare.
     *
     * @param board of the server
     * @param server its base address
     * @param tellEnd ids of the jobs whose end is news, whatever it is
     * @param taker takes what is news
     */
    NewsFinder(Board board, String server, Supplier<Set<String>> tellEnd, Consumer<News> taker) {
        this.board = board;
        this.server = server;
        this.tellEnd = tellEnd;
        this.taker = taker;
        board.revisionProperty().addListener((_, _, _) -> look());
    }

    private void look() {
        ended = false;
        board.lastChanged().forEach(this::look);
        boolean live = (board.count(ShownState.RUNNING)
                + board.count(ShownState.QUEUED) + board.count(ShownState.STALLED)
                + board.count(ShownState.WAITING)) > 0;
        if (anyLive && !live && ended && board.serverProperty().get().link() == ServerView.Link.LIVE) {
            taker.accept(new News(NewsKind.ALL_DONE, server, name(), "", "", ""));
        }
        anyLive = live;
        // What the first look finds was there before we came.
        lookedBefore = board.serverProperty().get().looked();
    }

    private void look(Job job) {
        JobView view = job.view();
        if (board.job(job.id()).orElse(null) != job) {
            seen.remove(job);
            return;
        }
        Seen before = seen.put(job, new Seen(view.state(), view.overdue()));
        boolean unknown = before == null || before.state() == ShownState.WAITING;
        if (view.recalled()) {
            return;
        }
        boolean askedFor = view.state().over() && tellEnd.get().contains(job.id());
        if (askedFor) {
            tell(NewsKind.ENDED, view, Messages.state(view)); // also when it came while nobody looked
        }
        if (view.dismissed() || unknown && !lookedBefore) {
            return;
        }
        boolean changed = unknown || before.state() != view.state();
        ended |= changed && view.state().over();
        if (askedFor) {
            return;
        }
        if (changed && view.state() == ShownState.FAILED) {
            tell(NewsKind.FAILED, view, view.status().error() == null ? "" : PlainText.gist(view.status().error()));
        } else if (changed && view.state() == ShownState.STALLED) {
            tell(NewsKind.STALLED, view, step(view));
        } else if (changed && view.state() == ShownState.SUCCEEDED) {
            tell(NewsKind.SUCCEEDED, view, "");
        }
        if (view.overdue() && (before == null || !before.overdue())) {
            tell(NewsKind.OVERDUE, view, step(view));
        }
    }

    private String name() {
        return PlainText.line(board.name());
    }

    private static String step(JobView view) {
        return PlainText.line(view.status().progress().currentStep());
    }

    private void tell(NewsKind kind, JobView view, String text) {
        String agent = view.status() == null ? "" : PlainText.line(view.status().agentId());
        taker.accept(new News(kind, server, name(), view.jobId(), agent, text));
    }

    /**
     * Looks whether the server is lost or back.
     *
     * @param now the present; to be called about once a second
     */
    void tick(Instant now) {
        ServerView view = board.serverProperty().get();
        boolean down = view.link() == ServerView.Link.DOWN;
        if (down && !lost && view.since() != null && !now.isBefore(view.since().plus(LOST_AFTER))) {
            lost = true;
            taker.accept(new News(NewsKind.SERVER_LOST, server, name(), "", "", PlainText.line(view.trouble())));
        } else if (lost && !down) {
            lost = false;
            taker.accept(new News(NewsKind.SERVER_BACK, server, name(), "", "", ""));
        }
    }
}
