package dev.jobglass.notifications;

/**
 * The ways to tell a user something.
 *
 * @param toast in the window's corner
 * @param system by the desktop
 * @param sound by a sound
 */
public record Channels(ToastChannel toast, Channel system, Channel sound) {
    /**
     * {@return these with another way by the desktop}
     *
     * @param other tells by the desktop
     */
    public Channels by(Channel other) {
        return new Channels(toast, other, sound);
    }
}
