package dev.jobglass.settings;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * How servers are asked.
 *
 * @param discovery whether jobs appear by themselves
 * @param discoverySeconds between two looks at the list, at least 1
 * @param maxInFlight questions in flight a server, 1 to 256
 * @param connectSeconds until a connection must stand, at least 1
 * @param answerSeconds until an answer must be whole, at least 1
 * @param stalledMinutes how long a running job may stand still, at least 1
 * @param finishedKept jobs that are over and stay on the list, the newest, at least 1; older ones are in the history
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PollingSettings(Boolean discovery, int discoverySeconds, int maxInFlight, int connectSeconds,
        int answerSeconds, int stalledMinutes, int finishedKept) {
    /** What a new person starts with. */
    public static final PollingSettings DEFAULT = new PollingSettings(null, 0, 0, 0, 0, 0, 0);
    /** More questions at a time than this help nobody. */
    public static final int MOST_IN_FLIGHT = 256;

    /** Puts defaults where nothing sensible is said. */
    public PollingSettings {
        discovery = discovery == null || discovery;
        discoverySeconds = orDefault(discoverySeconds, 5);
        maxInFlight = Math.min(MOST_IN_FLIGHT, orDefault(maxInFlight, 16));
        connectSeconds = orDefault(connectSeconds, 5);
        answerSeconds = orDefault(answerSeconds, 30);
        stalledMinutes = orDefault(stalledMinutes, 5);
        finishedKept = orDefault(finishedKept, 100_000);
    }

    private static int orDefault(int value, int otherwise) {
        return value < 1 ? otherwise : value;
    }

    /**
     * {@return this with jobs appearing by themselves, or not}
     *
     * @param on whether
     */
    public PollingSettings withDiscovery(boolean on) {
        return new PollingSettings(on, discoverySeconds, maxInFlight, connectSeconds, answerSeconds, stalledMinutes,
                finishedKept);
    }

    /**
     * {@return this with another pause between two looks at the list}
     *
     * @param seconds at least 1
     */
    public PollingSettings withDiscoverySeconds(int seconds) {
        return new PollingSettings(discovery, seconds, maxInFlight, connectSeconds, answerSeconds, stalledMinutes,
                finishedKept);
    }

    /**
     * {@return this with more or fewer questions in flight}
     *
     * @param questions 1 to 256
     */
    public PollingSettings withMaxInFlight(int questions) {
        return new PollingSettings(discovery, discoverySeconds, questions, connectSeconds, answerSeconds,
                stalledMinutes, finishedKept);
    }

    /**
     * {@return this with more or less patience for connections}
     *
     * @param seconds at least 1
     */
    public PollingSettings withConnectSeconds(int seconds) {
        return new PollingSettings(discovery, discoverySeconds, maxInFlight, seconds, answerSeconds, stalledMinutes,
                finishedKept);
    }

    /**
     * {@return this with more or less patience for answers}
     *
     * @param seconds at least 1
     */
    public PollingSettings withAnswerSeconds(int seconds) {
        return new PollingSettings(discovery, discoverySeconds, maxInFlight, connectSeconds, seconds, stalledMinutes,
                finishedKept);
    }

    /**
     * {@return this with more or less patience for jobs that stand still}
     *
     * @param minutes at least 1
     */
    public PollingSettings withStalledMinutes(int minutes) {
        return new PollingSettings(discovery, discoverySeconds, maxInFlight, connectSeconds, answerSeconds, minutes,
                finishedKept);
    }

    /**
     * {@return this keeping more or fewer jobs that are over}
     *
     * @param jobs at least 1
     */
    public PollingSettings withFinishedKept(int jobs) {
        return new PollingSettings(discovery, discoverySeconds, maxInFlight, connectSeconds, answerSeconds,
                stalledMinutes, jobs);
    }
}
