package dev.jobglass.monitor;

/** Ticks a poller when something is due, and hands on what it learns. JavaFX thread only. */
interface PollLoop {
    /** Begins. */
    void start();

    /**
     * Stops for good, drops all connections, and hands on what had arrived by then.
     *
     * @param then is called afterwards
     */
    void end(Runnable then);

    /** Stops for good, drops all connections, and hands nothing on any more. */
    void close();
}
