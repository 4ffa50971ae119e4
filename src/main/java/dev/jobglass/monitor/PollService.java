package dev.jobglass.monitor;

import dev.jobglass.model.PollBatch;
import dev.jobglass.model.PollReport;
import dev.jobglass.poll.ServerPoller;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.concurrent.ScheduledService;
import javafx.concurrent.Task;
import javafx.util.Duration;

/**
 * The one background service for all jobs. Each tick sends the polls that have fallen due, asynchronously, and hands
 * what has arrived to the board in one batch on the JavaFX thread; its period follows the next due poll. An answer or
 * a request wakes it earlier. Create, start and cancel it on the JavaFX thread.
 */
public final class PollService extends ScheduledService<PollBatch> implements PollLoop {
    /** Answers are gathered this long, so that the table changes at most 20 times a second. */
    private static final long GATHER_MILLIS = 50;
    /** As much can be put on the board without the window standing still. */
    private static final int MOST_UNTOLD = 2_000;
    /** Asleep, but not so long that a timer could overflow. */
    private static final long LONGEST_SLEEP_MILLIS = TimeUnit.HOURS.toMillis(1);
    private static final long OVERSLEPT = TimeUnit.MILLISECONDS.toNanos(500);
    /** A tick takes some 60 ms at most: one that takes so much longer stands still. */
    private static final java.time.Duration STANDS_STILL = java.time.Duration.ofSeconds(10);
    private static final System.Logger LOG = System.getLogger(PollService.class.getName());

    private final ServerPoller poller;
    private final Consumer<PollBatch> board;
    private final InstantSource clock;
    private final long standsStill;
    /** A thread of its own, so that nothing that other threads are busy with holds up polling. */
    private final ExecutorService threads = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("poll").factory());
    private final AtomicBoolean arrivals = new AtomicBoolean();
    private final ScheduledExecutorService guard = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("poll-guard").factory());
    private long lastTick = System.nanoTime();
    private long plannedTick = Long.MAX_VALUE;
    /** Whether a tick is under way, from the moment a thread gets it; the service's own state lags behind that. */
    private boolean ticking;
    private boolean saidThatItStandsStill;
    private PollReport lastReport = PollReport.BEGINNING;
    /** What the board is told with the next full second, since it only tells how far jobs are. */
    private final List<PollBatch> untold = new ArrayList<>();
    /** Whether no tick begins any more. */
    private boolean ended;
    /** Whether nothing is handed on any more. */
    private boolean closed;

    /**
     * Makes the service; {@link #start()} begins.
     *
     * @param poller what to tick; closed with this
     * @param board takes each batch, on the JavaFX thread
     */
    public PollService(ServerPoller poller, Consumer<PollBatch> board) {
        this(poller, board, InstantSource.system(), STANDS_STILL);
    }

    /** {@code standsStill} is how long a tick may take until the board is told that polling stands still. */
    PollService(ServerPoller poller, Consumer<PollBatch> board, InstantSource clock, java.time.Duration standsStill) {
        this.poller = poller;
        this.board = board;
        this.clock = clock;
        this.standsStill = standsStill.toNanos();
        setExecutor(tick -> {
            // A timer may still fire after the end.
            if (!ended) {
                ticking = true;
                lastTick = System.nanoTime();
                threads.execute(tick);
            }
        });
        poller.onArrival(this::wakeSoon);
        // A ScheduledService sleeps by the time of day: set back by an hour, it would sleep an hour too long. With the
        // full second, as the clock ticks: so both are painted at once.
        guard.scheduleAtFixedRate(() -> Platform.runLater(this::look), UiClock.toFullSecond(clock.instant()), 1_000,
                TimeUnit.MILLISECONDS);
    }

    @Override
    protected Task<PollBatch> createTask() {
        return new Task<>() {
            @Override
            protected PollBatch call() {
                arrivals.set(false);
                return poller.tick();
            }
        };
    }

    @Override
    protected void succeeded() {
        PollBatch batch = getValue(); // super.succeeded() clears it
        ticking = false;
        saidThatItStandsStill = false;
        if (closed) {
            return; // a tick that had ended already is told all the same
        }
        boolean quiet = !batch.news() && batch.report().sameStanding(lastReport);
        lastReport = batch.report();
        untold.add(batch);
        if (ended) {
            tell();
            return;
        }
        try {
            if (!quiet || untold.stream().mapToInt(some -> some.events().size()).sum() > MOST_UNTOLD) {
                tell();
            }
        } finally {
            setPeriod(Duration.millis(periodMillis()));
            super.succeeded();
        }
    }

    @Override
    protected void failed() {
        if (ended) {
            return;
        }
        LOG.log(System.Logger.Level.ERROR, "A tick failed; polling goes on", getException());
        var handler = Thread.currentThread().getUncaughtExceptionHandler();
        Throwable failure = getException();
        ticking = false;
        setPeriod(Duration.seconds(1));
        super.failed();
        handler.uncaughtException(Thread.currentThread(), failure);
    }

    /** Measured from the start of the tick that has just ended, as a ScheduledService measures it. */
    private double periodMillis() {
        long now = System.nanoTime();
        long sinceTick = TimeUnit.NANOSECONDS.toMillis(now - lastTick);
        long wake = poller.nextWake();
        // Rounded up: a tick a moment too early would find nothing due and have to come again.
        long untilDue = wake == Long.MAX_VALUE
                ? LONGEST_SLEEP_MILLIS
                : TimeUnit.NANOSECONDS.toMillis(wake - now) + 1;
        long wait = Math.clamp(untilDue, 1, LONGEST_SLEEP_MILLIS);
        plannedTick = now + TimeUnit.MILLISECONDS.toNanos(wait);
        return arrivals.get() ? Math.min(GATHER_MILLIS, sinceTick + wait) : sinceTick + wait;
    }

    /** On any thread. */
    private void wakeSoon() {
        if (arrivals.compareAndSet(false, true)) {
            Platform.runLater(this::wake);
        }
    }

    private void tell() {
        if (!untold.isEmpty() && !closed) {
            PollBatch batch = PollBatch.together(untold);
            untold.clear();
            board.accept(batch);
        }
    }

    private void look() {
        tell();
        wakeIfOverslept();
        if (!ended && ticking && !saidThatItStandsStill && System.nanoTime() - lastTick > standsStill) {
            saidThatItStandsStill = true;
            LOG.log(System.Logger.Level.ERROR, "Polling stands still");
            board.accept(new PollBatch(List.of(), Map.of(), lastReport.standingStill(clock.instant())));
        }
    }

    private void wakeIfOverslept() {
        if (plannedTick != Long.MAX_VALUE && System.nanoTime() - plannedTick > OVERSLEPT) {
            plannedTick = Long.MAX_VALUE;
            wake();
        }
    }

    private void wake() {
        // While a tick runs, succeeded() sees the arrivals; to restart now would lose what the tick has learned.
        if (ended || ticking || getState() != State.SCHEDULED) {
            return;
        }
        long sinceTick = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastTick);
        long untilPlanned = (long) getPeriod().toMillis() - sinceTick;
        setDelay(Duration.millis(Math.clamp(GATHER_MILLIS - sinceTick, 0, Math.max(0, untilPlanned))));
        cancel(); // forgets the timer that is running, which restart() alone does not
        restart();
    }

    @Override
    public void end(Runnable then) {
        if (saidThatItStandsStill) { // its thread would never come to the end
            close();
            then.run();
            return;
        }
        ended = true;
        if (!ticking) {
            cancel(); // the timer; a tick under way is not broken off
        }
        guard.shutdownNow();
        CompletableFuture.supplyAsync(poller::end, threads)
                .whenComplete((last, broken) -> Platform.runLater(() -> ended(last, broken, then)));
        threads.shutdown();
    }

    private void ended(PollBatch last, Throwable broken, Runnable then) {
        if (closed) {
            return;
        }
        tell();
        if (broken == null) {
            board.accept(last);
        } else {
            LOG.log(System.Logger.Level.ERROR, "What had arrived last is lost", broken);
        }
        then.run();
    }

    @Override
    public void close() {
        ended = true;
        closed = true;
        cancel();
        poller.close();
        threads.shutdownNow();
        guard.shutdownNow();
    }
}
