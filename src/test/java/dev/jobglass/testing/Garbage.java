package dev.jobglass.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;

/** Finds out whether something is still held by somebody. */
public final class Garbage {
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private Garbage() {
    }

    /**
     * Waits until the virtual machine has collected something.
     *
     * @param what it is, in a few words
     * @param reference to what nobody should hold any more
     */
    public static void await(String what, WeakReference<?> reference) throws Exception {
        Instant end = Instant.now().plus(DEADLINE);
        while (reference.get() != null && Instant.now().isBefore(end)) {
            System.gc();
            Fx.run(() -> {
                // What the JavaFX thread holds of its last event goes with the next.
            });
        }
        assertThat(reference.get()).as("still held: " + what).isNull();
    }
}
