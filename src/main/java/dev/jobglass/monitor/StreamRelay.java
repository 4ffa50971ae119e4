package dev.jobglass.monitor;

import dev.jobglass.api.StreamEvent;
import dev.jobglass.api.StreamEvent.Heartbeat;
import dev.jobglass.api.StreamEvent.Progressed;
import dev.jobglass.api.StreamEvent.Turned;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Passes on what a stream tells without passing on each event: of those that come in quick succession the newest
 * percentage and step are told, and once that the job turned, if it did. Takes events on any thread.
 */
final class StreamRelay implements Consumer<StreamEvent> {
    private final Consumer<StreamEvent> taker;
    private final Executor soon;
    private final AtomicReference<Pending> pending = new AtomicReference<>();

    /** What is not passed on yet. */
    private record Pending(Progressed progress, boolean turned) {
        static final Pending NONE = new Pending(null, false);

        Pending with(StreamEvent event) {
            return switch (event) {
                case Progressed next when progress == null -> new Pending(next, turned);
                case Progressed(Double percentage, String step) ->
                    new Pending(new Progressed(percentage == null ? progress.percentage() : percentage,
                            step == null ? progress.step() : step), turned);
                case Turned _ -> new Pending(progress, true);
                case Heartbeat _ -> this;
            };
        }
    }

    /**
     * Makes a relay.
     *
     * @param taker takes what is passed on
     * @param soon runs it in a while on the taker's thread; is given nothing else before it has
     */
    StreamRelay(Consumer<StreamEvent> taker, Executor soon) {
        this.taker = taker;
        this.soon = soon;
    }

    @Override
    public void accept(StreamEvent event) {
        Pending before = pending.getAndUpdate(waiting -> (waiting == null ? Pending.NONE : waiting).with(event));
        if (before == null) {
            soon.execute(this::passOn);
        }
    }

    /** Passes on at once what has come, on the taker's thread; nothing is fine. */
    void passOn() {
        switch (pending.getAndSet(null)) {
            case null -> {
                // Passed on already, at the end of the stream.
            }
            case Pending(Progressed progress, boolean turned) -> {
                if (progress != null) {
                    taker.accept(progress);
                }
                if (turned) {
                    taker.accept(new Turned());
                }
                if (progress == null && !turned) {
                    taker.accept(new Heartbeat());
                }
            }
        }
    }
}
