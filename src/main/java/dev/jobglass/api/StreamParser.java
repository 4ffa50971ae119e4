package dev.jobglass.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads server-sent events line by line. The documented dialect wraps everything in
 * {@code {"event":…,"data":…}} and ends with {@code [DONE]}; the observed one names its events, and builds its JSON by
 * hand, so that a quote or a newline in a step makes it invalid: then the percentage is all that is read. For one
 * thread at a time.
 */
final class StreamParser {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern PERCENTAGE = Pattern.compile("\"percentage\"\\s*:\\s*(\\d{1,3}(?:\\.\\d+)?)");
    /** An event that is longer was never meant to be one. */
    private static final int LONGEST = BoundedLines.LONGEST;
    /** What the standard calls events without a name. */
    private static final String UNNAMED = "message";

    private final StringBuilder data = new StringBuilder();
    private String name = "";
    private boolean begun;
    private boolean over;

    /** {@return whether the server has said that this was all; some keep the connection open} */
    boolean over() {
        return over;
    }

    /** {@return the event that this line completes, if it does} */
    Optional<StreamEvent> line(String text) {
        String line = begun ? text : ByteOrderMark.without(text);
        begun = true;
        if (line.isEmpty()) {
            Optional<StreamEvent> event = event();
            name = "";
            data.setLength(0);
            return event;
        }
        if (line.startsWith("event:")) {
            name = line.substring(6).strip();
        } else if (line.startsWith("data:") && data.length() < LONGEST) {
            data.append(data.isEmpty() ? "" : "\n").append(line.substring(5).strip());
            data.setLength(Math.min(data.length(), LONGEST));
        }
        return Optional.empty();
    }

    private Optional<StreamEvent> event() {
        if (name.isEmpty() && data.isEmpty()) {
            return Optional.empty();
        }
        if (data.toString().equals("[DONE]")) {
            over = true;
            return Optional.of(new StreamEvent.Turned());
        }
        JsonNode json = json();
        boolean wrapped = (name.isEmpty() || name.equals(UNNAMED)) && json.has("event");
        return event(wrapped ? json.path("event").asText() : name, wrapped ? json.path("data") : json);
    }

    private JsonNode json() {
        try {
            return JSON.readTree(data.toString());
        } catch (JsonProcessingException _) {
            Matcher percentage = PERCENTAGE.matcher(data);
            return percentage.find()
                    ? JSON.createObjectNode().put("percentage", Double.parseDouble(percentage.group(1)))
                    : JSON.missingNode();
        }
    }

    private Optional<StreamEvent> event(String name, JsonNode json) {
        over |= name.equals("complete");
        return switch (name) {
            case "progress" -> Optional.of(progress(json));
            case "heartbeat" -> Optional.of(new StreamEvent.Heartbeat());
            case "status", "result", "error", "cancelled", "complete" -> Optional.of(new StreamEvent.Turned());
            default -> Optional.empty(); // a log line, or something that servers will think of later
        };
    }

    private static StreamEvent progress(JsonNode json) {
        double percentage = json.path("percentage").asDouble(-1);
        String step = json.path("current_step").asText(json.path("step").asText(null));
        return new StreamEvent.Progressed(percentage < 0 || percentage > 100 ? null : percentage, step);
    }
}
