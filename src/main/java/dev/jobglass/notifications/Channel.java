package dev.jobglass.notifications;

/** A way to tell somebody something. */
public interface Channel {
    /**
     * Tells, as well as it can; never throws, never blocks.
     *
     * @param announcement what
     */
    void tell(Notification announcement);
}
