package dev.jobglass.notifications;

/** A way to tell somebody something. */
public interface Means {
    /**
     * Tells, as well as it can; never throws, never blocks.
     *
     * @param announcement what
     */
    void tell(Announcement announcement);
}
