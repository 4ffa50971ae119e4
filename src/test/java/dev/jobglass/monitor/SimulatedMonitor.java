package dev.jobglass.monitor;

import dev.jobglass.api.JobServer;
import dev.jobglass.model.Board;
import dev.jobglass.model.PollBatch;
import dev.jobglass.poll.ServerPoller;
import java.util.function.Consumer;

/** A {@link MonitoredServer} whose poller is ticked by the simulation, in its thread. */
public final class SimulatedMonitor {
    private final MonitoredServer monitored;
    private final Consumer<PollBatch> applied;
    private Loop current;

    /** What a {@link PollService} does in time of its own. */
    private final class Loop implements PollLoop {
        private final ServerPoller poller;
        private final Consumer<PollBatch> taker;

        Loop(ServerPoller poller, Consumer<PollBatch> taker) {
            this.poller = poller;
            this.taker = taker;
        }

        void take(PollBatch batch) {
            taker.accept(batch);
            applied.accept(batch);
        }

        @Override
        public void start() {
            current = this;
        }

        @Override
        public void end(Runnable then) {
            take(poller.end());
            then.run();
        }

        @Override
        public void close() {
            poller.close();
        }
    }

    /**
     * Prepares to watch.
     *
     * @param applied takes what the board has taken in
     */
    public SimulatedMonitor(Board board, ServerPoller poller, JobServer client, int finishedKept,
            JobSelection selection, Consumer<PollBatch> applied) {
        this.applied = applied;
        monitored = new MonitoredServer(board, poller, client, finishedKept, selection, Loop::new);
    }

    /** {@return what is simulated} */
    public MonitoredServer monitored() {
        return monitored;
    }

    /** Has the poller do what is due. */
    public void tick() {
        current.take(current.poller.tick());
    }

    /** {@return when it wants to be ticked next, in monotonic nanoseconds} */
    public long nextWake() {
        return current.poller.nextWake();
    }
}
