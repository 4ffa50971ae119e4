package dev.jobglass.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A run as a user asks for it.
 *
 * @param values what is asked for by field, as typed; a field that is blank or not there is left to the server
 */
public record RunRequest(Map<Field, String> values) {
    /** What the server knows by itself. */
    public static final List<String> FRAMEWORKS = List.of("praisonai", "crewai", "autogen");

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    private static final String LOOPBACK = "localhost|127(\\.\\d+){3}|\\[::1]|0\\.0\\.0\\.0";
    private static final String SECONDS = "[1-9]\\d{0,6}";

    /** What can be asked for, by the names of the API. */
    public enum Field {
        PROMPT, AGENT_FILE, AGENT_YAML, RECIPE_NAME, RECIPE_CONFIG, FRAMEWORK, CONFIG, TIMEOUT, SESSION_ID, WEBHOOK_URL;

        /** {@return its name in the API, such as {@code agent_file}} */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why a field's value cannot be meant so. A server would take it, and fail the run later, or refuse it. */
    public enum Flaw {
        /** There must be one. */
        MISSING,
        /** An agent can come from a file, from YAML or from a recipe, not from two of them. */
        SECOND_AGENT,
        /** Settings of a recipe need a recipe. */
        NO_RECIPE,
        /** No JSON object. */
        NO_OBJECT,
        /** No whole number of seconds above zero. */
        NO_SECONDS,
        /** No framework that the API knows. */
        NO_FRAMEWORK,
        /** No http or https address. */
        NO_ADDRESS,
        /** The server's own host, which it refuses to call. */
        LOOPBACK
    }

    /** Keeps what is not blank. */
    public RunRequest {
        Map<Field, String> told = new EnumMap<>(Field.class);
        values.forEach((field, value) -> {
            if (value != null && !value.isBlank()) {
                told.put(field, field == Field.AGENT_YAML ? value : value.strip()); // there the indent means something
            }
        });
        values = Map.copyOf(told);
    }

    /**
     * {@return what a field asks for, or an empty text}
     *
     * @param field which
     */
    public String value(Field field) {
        return values.getOrDefault(field, "");
    }

    /** {@return the fields that cannot be meant as they are} */
    public Map<Field, Flaw> flaws() {
        Map<Field, Flaw> flaws = new EnumMap<>(Field.class);
        if (value(Field.PROMPT).isEmpty()) {
            flaws.put(Field.PROMPT, Flaw.MISSING);
        }
        Stream.of(Field.AGENT_FILE, Field.AGENT_YAML, Field.RECIPE_NAME).filter(values::containsKey).skip(1)
                .forEach(field -> flaws.put(field, Flaw.SECOND_AGENT));
        if (values.containsKey(Field.RECIPE_CONFIG) && !values.containsKey(Field.RECIPE_NAME)) {
            flaws.put(Field.RECIPE_CONFIG, Flaw.NO_RECIPE);
        }
        Stream.of(Field.RECIPE_CONFIG, Field.CONFIG)
                .filter(field -> values.containsKey(field) && object(value(field)) == null)
                .forEach(field -> flaws.put(field, Flaw.NO_OBJECT));
        if (!value(Field.TIMEOUT).matches(SECONDS + "|")) {
            flaws.put(Field.TIMEOUT, Flaw.NO_SECONDS);
        }
        if (values.containsKey(Field.FRAMEWORK) && !FRAMEWORKS.contains(value(Field.FRAMEWORK))) {
            flaws.put(Field.FRAMEWORK, Flaw.NO_FRAMEWORK);
        }
        Flaw address = values.containsKey(Field.WEBHOOK_URL) ? flawOfAddress(value(Field.WEBHOOK_URL)) : null;
        if (address != null) {
            flaws.put(Field.WEBHOOK_URL, address);
        }
        return flaws;
    }

    private static Flaw flawOfAddress(String text) {
        try {
            URI uri = new URI(text);
            if (uri.getHost() == null || !List.of("http", "https").contains(String.valueOf(uri.getScheme())
                    .toLowerCase(Locale.ROOT))) {
                return Flaw.NO_ADDRESS;
            }
            return uri.getHost().toLowerCase(Locale.ROOT).matches(LOOPBACK) ? Flaw.LOOPBACK : null;
        } catch (URISyntaxException _) {
            return Flaw.NO_ADDRESS;
        }
    }

    private static ObjectNode object(String json) {
        try {
            return MAPPER.readTree(json) instanceof ObjectNode object ? object : null;
        } catch (JsonProcessingException _) {
            return null;
        }
    }

    /** {@return the body of the request that asks for it; only without {@link #flaws}} */
    String json() {
        ObjectNode body = MAPPER.createObjectNode();
        for (Field field : Field.values()) {
            if (values.containsKey(field)) {
                body.set(field.word(), json(field));
            }
        }
        return body.toString();
    }

    /** {@return its fields as one text, to be kept} */
    public String encoded() {
        ObjectNode told = MAPPER.createObjectNode();
        values.forEach((field, value) -> told.put(field.word(), value));
        return told.toString();
    }

    /**
     * {@return the request of which a text is the {@link #encoded} form; what this version does not know is left out}
     *
     * @param text any
     */
    public static RunRequest decoded(String text) {
        Map<Field, String> told = new EnumMap<>(Field.class);
        ObjectNode fields = object(text);
        for (Field field : fields == null ? new Field[0] : Field.values()) {
            told.put(field, fields.path(field.word()).asText(""));
        }
        return new RunRequest(told);
    }

    private JsonNode json(Field field) {
        String value = value(field);
        return switch (field) {
            case TIMEOUT -> MAPPER.getNodeFactory().numberNode(Integer.parseInt(value));
            case RECIPE_CONFIG, CONFIG -> object(value);
            default -> MAPPER.getNodeFactory().textNode(value);
        };
    }

    /** {@return the field whose name in the API is this, or null} */
    static Field field(String word) {
        return Stream.of(Field.values()).filter(field -> field.word().equals(word)).findFirst().orElse(null);
    }
}
