package dev.jobglass.api;

import java.time.Duration;

/**
 * How long to wait for a server.
 *
 * @param connect until a connection stands, positive
 * @param answer until the whole answer is there, body included, positive
 */
public record Timeouts(Duration connect, Duration answer) {
    /** 5 s to connect, 30 s for the whole answer. */
    public static final Timeouts DEFAULT = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(30));
}
