package dev.jobglass.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * When a user wants to be told.
 *
 * @param kind of what
 * @param agent part of the name of the agents that are meant, or empty for every agent by itself
 * @param number how many, or how many of a hundred, where the kind has one; 1 to {@value #MOST}
 * @param minutes how long, where the kind has that; 1 to {@value #LONGEST}
 * @param on whether it holds at present
 */
public record WatchRule(Kind kind, String agent, int number, int minutes, boolean on) {
    /** The largest number. */
    public static final int MOST = 100_000;
    /** In minutes: what sums up longer is not remembered. */
    public static final int LONGEST = 30 * 24 * 60;
    private static final int LONGEST_AGENT = 300;

    /** What a rule is about. */
    public enum Kind {
        /** An agent's last so many runs failed. */
        FAILED_IN_A_ROW(true, false),
        /** So many runs of an agent failed in a time. */
        FAILED_OFTEN(true, true),
        /** Fewer than so many of a hundred runs of an agent succeeded in a time, of a few at least. */
        SUCCEEDED_SELDOM(true, true),
        /** More than so many jobs wait in the queue. */
        QUEUE_LONG(true, false),
        /** A job has waited in the queue for longer than a time. */
        QUEUE_OLD(false, true),
        /** Nothing has succeeded for a time, such as a run that never began. */
        NO_SUCCESS(false, true),
        /** A job has run for longer than a time. */
        RUNS_LONG(false, true);

        private final boolean counts;
        private final boolean lasts;

        Kind(boolean counts, boolean lasts) {
            this.counts = counts;
            this.lasts = lasts;
        }

        /** {@return whether it has a number} */
        public boolean counts() {
            return counts;
        }

        /** {@return whether it has a time} */
        public boolean lasts() {
            return lasts;
        }
    }

    /** In what a time is told. */
    public enum Unit {
        /** Sixty seconds. */
        MINUTES(1),
        /** Sixty minutes. */
        HOURS(60),
        /** 24 hours. */
        DAYS(24 * 60);

        private final int minutes;

        Unit(int minutes) {
            this.minutes = minutes;
        }

        /** {@return how many minutes it has} */
        public int minutes() {
            return minutes;
        }

        /**
         * {@return the largest unit of which a time is a whole number}
         *
         * @param minutes the time, positive
         */
        public static Unit of(int minutes) {
            return minutes % DAYS.minutes == 0 ? DAYS : minutes % HOURS.minutes == 0 ? HOURS : MINUTES;
        }
    }

    /** {@return the same rule, which holds at present or does not} */
    public WatchRule switched(boolean now) {
        return new WatchRule(kind, agent, number, minutes, now);
    }

    /** {@return the rule that a file describes, or null when it makes no sense} */
    static WatchRule read(JsonNode file) {
        Kind kind = SettingsGroup.constant(Kind.class, file.path("kind"));
        int number = file.path("number").asInt(1);
        int minutes = file.path("minutes").asInt(1);
        String agent = file.path("agent").asText("");
        boolean usable = kind != null && number >= 1 && number <= MOST && minutes >= 1 && minutes <= LONGEST
                && agent.length() <= LONGEST_AGENT;
        return usable ? new WatchRule(kind, agent, number, minutes, file.path("on").asBoolean(true)) : null;
    }

    ObjectNode written() {
        return JsonNodeFactory.instance.objectNode().put("kind", kind.name()).put("agent", agent)
                .put("number", number).put("minutes", minutes).put("on", on);
    }
}
