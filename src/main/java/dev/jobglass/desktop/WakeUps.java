package dev.jobglass.desktop;

import java.util.concurrent.Executor;

/** Notices that the machine has slept. Any thread. */
public final class WakeUps {
    private WakeUps() {
    }

    /**
     * Tells of each from now on.
     *
     * @param system the machine's bus
     * @param callbacks runs what is to be done then
     * @param woken what is to be done
     */
    public static void follow(MessageBus system, Executor callbacks, Runnable woken) {
        new BusQueue(system, "wake-ups").run(bus -> bus.addSigHandler(LoginManager.PrepareForSleep.class, told -> {
            if (!told.sleeping()) {
                callbacks.execute(woken);
            }
        }));
    }
}
