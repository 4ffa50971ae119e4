package dev.jobglass.poll;

import java.util.HashSet;
import java.util.Set;

/**
 * Whether polling has caught up with what the server had before: its list was walked to the end, or it is known to have
 * none, and each job that is watched by its id was polled once, whatever came of it. Belongs to the tick.
 */
final class CatchUp {
    /** Null when the list is not walked. */
    private final Discovery discovery;
    private final Set<String> awaited = new HashSet<>();
    private boolean done;

    CatchUp(Discovery discovery) {
        this.discovery = discovery;
    }

    /** A job is watched by its id, of which nothing is known yet. */
    void await(String jobId) {
        if (!done) {
            awaited.add(jobId);
        }
    }

    /** A job was polled, or is watched no more. */
    void polled(String jobId) {
        awaited.remove(jobId);
    }

    /** To be called once a tick, when the server has responded to something: {@return whether it is done} */
    boolean done() {
        done |= awaited.isEmpty() && (discovery == null || discovery.complete());
        return done;
    }
}
