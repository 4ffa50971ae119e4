package dev.jobglass.poll;

import java.time.Duration;

/**
 * What the user may choose about polling.
 *
 * @param maxInFlight requests in flight a server, at least 1
 * @param sweeps whether a page of the list may answer for many jobs that are due together
 * @param discovery whether jobs appear by themselves
 * @param discoverEvery pause between two walks of the list, positive
 */
public record PollSettings(int maxInFlight, boolean sweeps, boolean discovery, Duration discoverEvery) {
    /** 16 in flight, the list every 5 s. */
    public static final PollSettings DEFAULT = new PollSettings(16, true, true, Duration.ofSeconds(5));
}
