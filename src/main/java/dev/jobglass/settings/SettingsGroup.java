package dev.jobglass.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.jobglass.api.JobKey;
import dev.jobglass.api.ServerAddress;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/**
 * Settings that stand together. Each is observable, has a name in the file, and a default where the file says nothing
 * sensible: one bad value costs itself only. JavaFX thread only.
 */
public abstract class SettingsGroup {
    private final Map<String, Setting> settings = new LinkedHashMap<>();
    private final List<Runnable> listeners = new ArrayList<>();

    /** One of them, between the file and the property. */
    private interface Setting {
        /** Takes the file's value over, null where it has none, and {@return whether it was usable} */
        boolean read(JsonNode value);

        JsonNode write();
    }

    SettingsGroup() {
    }

    /**
     * {@return a setting of any type}
     *
     * @param read makes of the file's value a usable one, or null
     * @param write the other way round
     * @param bound makes of any value one within bounds
     */
    final <T> ObjectProperty<T> value(String name, T otherwise, Function<JsonNode, T> read,
            Function<T, JsonNode> write, UnaryOperator<T> bound) {
        ObjectProperty<T> property = property(name, otherwise, bound);
        settings.put(name, new Setting() {
            @Override
            public boolean read(JsonNode value) {
                T usable = value == null ? otherwise : read.apply(value);
                property.set(usable == null ? otherwise : usable);
                return value == null || usable != null;
            }

            @Override
            public JsonNode write() {
                return property.get() == null ? NullNode.getInstance() : write.apply(property.get());
            }
        });
        watch(property);
        return property;
    }

    private <T> ObjectProperty<T> property(String name, T otherwise, UnaryOperator<T> bound) {
        return new SimpleObjectProperty<>(this, name, otherwise) {
            @Override
            public void set(T value) {
                T next = bound.apply(value);
                // The property itself compares by identity, so that an equal number would be a change.
                if (!Objects.equals(next, get())) {
                    super.set(next);
                }
            }
        };
    }

    final ObjectProperty<Boolean> flag(String name, boolean otherwise) {
        return value(name, otherwise, value -> value.isBoolean() ? value.booleanValue() : null, BooleanNode::valueOf,
                on -> on != null && on);
    }

    /** A whole number; the user's choice is brought within bounds, a file's beyond them is not used. */
    final ObjectProperty<Integer> number(String name, int otherwise, int least, int most) {
        return value(name, otherwise,
                value -> value.canConvertToInt() && value.intValue() >= least && value.intValue() <= most
                        ? value.intValue()
                        : null,
                IntNode::valueOf, number -> Math.clamp(number, least, most));
    }

    final <E extends Enum<E>> ObjectProperty<E> choice(String name, Class<E> type, E otherwise) {
        return value(name, otherwise, value -> constant(type, value), choice -> new TextNode(choice.name()),
                choice -> choice == null ? otherwise : choice);
    }

    /** {@return the constant that a file names in any case, or null} */
    static <E extends Enum<E>> E constant(Class<E> type, JsonNode value) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(value.asText()))
                .findFirst()
                .orElse(null);
    }

    /** A moment. */
    final ObjectProperty<Instant> instant(String name, Instant otherwise) {
        return value(name, otherwise, SettingsGroup::instantOrNull, time -> new TextNode(time.toString()),
                time -> time);
    }

    private static Instant instantOrNull(JsonNode text) {
        try {
            return Instant.parse(text.asText());
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    /** A text; {@code otherwise} may be null for one that may be missing. */
    final ObjectProperty<String> text(String name, String otherwise, Predicate<String> usable) {
        return value(name, otherwise,
                value -> value.isTextual() && usable.test(value.textValue()) ? value.textValue() : null,
                TextNode::valueOf, text -> text == null ? otherwise : text);
    }

    /** Values in the order they came, each once. */
    final <T> ObservableSet<T> set(String name, Set<T> otherwise, Function<JsonNode, T> read,
            Function<T, JsonNode> write) {
        ObservableSet<T> set = FXCollections.observableSet(new LinkedHashSet<>(otherwise));
        settings.put(name, new Setting() {
            @Override
            public boolean read(JsonNode values) {
                Set<T> usable = new LinkedHashSet<>();
                boolean all = values == null || values.isArray();
                if (values == null || !values.isArray()) {
                    usable.addAll(otherwise);
                } else {
                    for (JsonNode value : values) {
                        T one = value.isNull() ? null : read.apply(value);
                        all &= one != null;
                        if (one != null) {
                            usable.add(one);
                        }
                    }
                }
                set.retainAll(usable);
                set.addAll(usable);
                return all;
            }

            @Override
            public JsonNode write() {
                ArrayNode values = JsonNodeFactory.instance.arrayNode(set.size());
                set.forEach(value -> values.add(write.apply(value)));
                return values;
            }
        });
        watch(set);
        return set;
    }

    /**
     * A list; an entry that makes no sense costs no other.
     *
     * @param read makes an entry of the file's, or null
     * @param write the other way round
     * @param bound makes of any list a usable one
     */
    final <T> ObjectProperty<List<T>> list(String name, Function<JsonNode, T> read, Function<T, JsonNode> write,
            UnaryOperator<List<T>> bound) {
        ObjectProperty<List<T>> list = property(name, List.of(), bound);
        settings.put(name, new Setting() {
            @Override
            public boolean read(JsonNode values) {
                List<T> usable = values == null || !values.isArray()
                        ? List.of()
                        : values.valueStream().map(read).filter(Objects::nonNull).toList();
                list.set(usable);
                return values == null || values.isArray() && usable.size() == values.size();
            }

            @Override
            public JsonNode write() {
                ArrayNode values = JsonNodeFactory.instance.arrayNode(list.get().size());
                list.get().forEach(value -> values.add(write.apply(value)));
                return values;
            }
        });
        watch(list);
        return list;
    }

    final ObservableSet<String> texts(String name) {
        return set(name, Set.of(), value -> value.isTextual() ? value.textValue() : null, TextNode::valueOf);
    }

    final ObservableSet<JobKey> jobs(String name) {
        return set(name, Set.of(), SettingsGroup::job, job -> JsonNodeFactory.instance.objectNode()
                .put("server", job.server().toString())
                .put("id", job.id()));
    }

    private static JobKey job(JsonNode value) {
        ServerAddress server = address(value.path("server"));
        String id = value.path("id").asText("");
        return server == null || id.isEmpty() ? null : new JobKey(server, id);
    }

    static ServerAddress address(JsonNode value) {
        try {
            return value.isTextual() ? ServerAddress.parse(value.textValue()) : null;
        } catch (ServerAddress.Malformed _) {
            return null;
        }
    }

    private void watch(Observable setting) {
        setting.addListener(_ -> listeners.forEach(Runnable::run));
    }

    /**
     * Names who is to know of every change. Whoever does so lives as long as the settings.
     *
     * @param listener is called on the JavaFX thread
     */
    public final void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Takes over what a file says; {@code bad} takes the names of what is not usable. */
    void read(JsonNode file, Consumer<String> bad) {
        settings.forEach((name, setting) -> {
            JsonNode value = file.get(name);
            if (!setting.read(value == null || value.isNull() ? null : value)) {
                bad.accept(name);
            }
        });
    }

    /** Writes all into what will be the file. */
    void write(ObjectNode file) {
        settings.forEach((name, setting) -> {
            JsonNode value = setting.write();
            if (!value.isNull()) {
                file.set(name, value);
            }
        });
    }
}
