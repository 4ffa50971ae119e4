package dev.jobglass.notifications;

/** A way to tell somebody something. */
public interface Channel {
    /**
     * Tells, as well as it can; never throws, never blocks.
     *
     * @param notification what
     */
    void tell(Notification notification);
}
