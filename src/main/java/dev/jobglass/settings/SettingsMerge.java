package dev.jobglass.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Brings together what two windows have made of the same settings: what one of them changed, counts; of lists, what it
 * added and took away.
 */
final class SettingsMerge {
    /** Each tells one object of a list from the others. */
    private static final List<String> KEYS = List.of("url", "name");

    private SettingsMerge() {
    }

    /**
     * {@return the settings of the other window with our changes}
     *
     * @param base what both began with
     * @param ours what we made of it
     * @param theirs what the other made of it
     */
    static JsonNode merge(JsonNode base, JsonNode ours, JsonNode theirs) {
        if (Objects.equals(base, ours)) {
            return theirs;
        }
        if (Objects.equals(base, theirs)) {
            return ours; // also the order of a list
        }
        if (ours instanceof ObjectNode our && theirs instanceof ObjectNode their) {
            return objects(base, our, their);
        }
        if (ours instanceof ArrayNode our && theirs instanceof ArrayNode their) {
            return lists(base instanceof ArrayNode before ? before : JsonNodeFactory.instance.arrayNode(), our, their);
        }
        return ours;
    }

    private static ObjectNode objects(JsonNode base, ObjectNode ours, ObjectNode theirs) {
        ObjectNode merged = theirs.deepCopy();
        Set<String> names = new LinkedHashSet<>();
        ours.fieldNames().forEachRemaining(names::add);
        if (base != null) {
            base.fieldNames().forEachRemaining(names::add);
        }
        for (String name : names) {
            JsonNode value = merge(base == null ? null : base.get(name), ours.get(name), theirs.get(name));
            if (value == null) {
                merged.remove(name);
            } else {
                merged.set(name, value);
            }
        }
        return merged;
    }

    private static ArrayNode lists(ArrayNode base, ArrayNode ours, ArrayNode theirs) {
        ArrayNode merged = JsonNodeFactory.instance.arrayNode();
        Set<JsonNode> before = new LinkedHashSet<>();
        base.forEach(value -> before.add(key(value)));
        Set<JsonNode> here = new LinkedHashSet<>();
        ours.forEach(value -> here.add(key(value)));
        Set<JsonNode> there = new LinkedHashSet<>();
        for (JsonNode value : theirs) {
            there.add(key(value));
            if (here.contains(key(value)) && key(value) == value) {
                merged.add(value);
            } else if (here.contains(key(value))) {
                merged.add(merge(find(base, key(value)), find(ours, key(value)), value));
            } else if (!before.contains(key(value))) {
                merged.add(value);
            }
        }
        for (JsonNode value : ours) {
            if (!there.contains(key(value)) && !before.contains(key(value))) {
                merged.add(value);
            }
        }
        return merged;
    }

    private static JsonNode key(JsonNode value) {
        return KEYS.stream().filter(value::has).findFirst().map(value::get).orElse(value);
    }

    private static JsonNode find(ArrayNode list, JsonNode key) {
        for (JsonNode value : list) {
            if (key(value).equals(key)) {
                return value;
            }
        }
        return null;
    }
}
