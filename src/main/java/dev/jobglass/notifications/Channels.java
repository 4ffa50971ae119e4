package dev.jobglass.notifications;

import java.util.function.BooleanSupplier;

/**
 * The ways to tell a user something.
 *
 * @param toast in the window's corner
 * @param system by the desktop
 * @param sound by a sound
 * @param outside whether it is this program that tells of rules outside of this computer's desktop
 */
public record Channels(ToastChannel toast, Channel system, Channel sound, BooleanSupplier outside) {
    /**
     * {@return these with another way by the desktop}
     *
     * @param other tells by the desktop
     */
    public Channels by(Channel other) {
        return new Channels(toast, other, sound, outside);
    }
}
