package dev.jobglass.api;

/**
 * One job's stream while it is followed. A server hands each event to one listener only, so this is for the one job a
 * user asks for. Ends by itself with the job or with any trouble.
 */
public interface JobStream extends AutoCloseable {
    /** Ends it, on any thread; whoever waits for the end is called once. */
    @Override
    void close();
}
