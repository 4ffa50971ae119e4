package dev.jobglass.settings;

import javafx.beans.property.ObjectProperty;

/** How servers are asked. JavaFX thread only. */
public final class PollingSettings extends SettingsGroup {
    /** More requests at a time than this help nobody. */
    public static final int MOST_IN_FLIGHT = 256;
    /** For all times but that of stalled jobs, in seconds. */
    public static final int LONGEST_SECONDS = 3_600;
    /** In minutes. */
    public static final int LONGEST_STALLED = 1_440;
    /** Finished jobs that stay on the list. */
    public static final int MOST_FINISHED = 999_999;
    /** Of finished jobs on the list, unless the user chooses otherwise. */
    public static final int USUAL_FINISHED = 100_000;

    private final ObjectProperty<Boolean> discovery = flag("discovery", true);
    private final ObjectProperty<Integer> discoverySeconds = number("discoverySeconds", 5, 1, LONGEST_SECONDS);
    private final ObjectProperty<Integer> maxInFlight = number("maxInFlight", 16, 1, MOST_IN_FLIGHT);
    private final ObjectProperty<Integer> connectSeconds = number("connectSeconds", 5, 1, LONGEST_SECONDS);
    private final ObjectProperty<Integer> answerSeconds = number("answerSeconds", 30, 1, LONGEST_SECONDS);
    private final ObjectProperty<Integer> stalledMinutes = number("stalledMinutes", 5, 1, LONGEST_STALLED);
    private final ObjectProperty<Integer> finishedKept = number("finishedKept", USUAL_FINISHED, 1, MOST_FINISHED);

    PollingSettings() {
    }

    /** {@return whether jobs appear by themselves} */
    public ObjectProperty<Boolean> discoveryProperty() {
        return discovery;
    }

    /** {@return how many seconds lie between two requests for the list, at least 1} */
    public ObjectProperty<Integer> discoverySecondsProperty() {
        return discoverySeconds;
    }

    /** {@return how many requests may be in flight a server, 1 to 256} */
    public ObjectProperty<Integer> maxInFlightProperty() {
        return maxInFlight;
    }

    /** {@return in how many seconds a connection must stand, at least 1} */
    public ObjectProperty<Integer> connectSecondsProperty() {
        return connectSeconds;
    }

    /** {@return in how many seconds a response must be whole, at least 1} */
    public ObjectProperty<Integer> answerSecondsProperty() {
        return answerSeconds;
    }

    /** {@return for how many minutes a running job may stand still, at least 1} */
    public ObjectProperty<Integer> stalledMinutesProperty() {
        return stalledMinutes;
    }

    /** {@return how many jobs that are over stay on the list, the newest, at least 1; older ones are in the history} */
    public ObjectProperty<Integer> finishedKeptProperty() {
        return finishedKept;
    }
}
