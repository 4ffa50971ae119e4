package dev.jobglass.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which jobs a user wants to see, and how, under a name.
 *
 * @param name not blank, at most {@value #LONGEST_NAME} letters
 * @param filter the words of the filter, as typed
 * @param states names of the states of the pressed tiles, any when empty
 * @param grouping what the rows are grouped by
 * @param columnOrder as {@link RowSettings#columnOrderProperty} has it
 * @param hiddenColumns as {@link LookSettings#hiddenColumns} has them
 * @param sorting as {@link RowSettings#sortingProperty} has it
 */
public record SavedView(String name, String filter, Set<String> states, Grouping grouping, String columnOrder,
        Set<String> hiddenColumns, String sorting) {
    /** In letters. */
    public static final int LONGEST_NAME = 60;
    private static final int LONGEST_FILTER = 100_000;

    /** Takes what is in the sets now. */
    public SavedView {
        states = Set.copyOf(states);
        hiddenColumns = Set.copyOf(hiddenColumns);
    }

    /**
     * {@return the same under another name}
     *
     * @param other not blank
     */
    public SavedView named(String other) {
        return new SavedView(other, filter, states, grouping, columnOrder, hiddenColumns, sorting);
    }

    /**
     * {@return whether a view has a name, whatever its case}
     *
     * @param other any
     */
    public boolean isNamed(String other) {
        return name.equalsIgnoreCase(other.strip());
    }

    /** {@return the view that a file describes, or null when it makes no sense} */
    static SavedView read(JsonNode file) {
        String name = file.path("name").asText("").strip();
        Grouping grouping = SettingsGroup.constant(Grouping.class, file.path("grouping"));
        String order = file.path("columnOrder").asText("");
        String sorting = file.path("sorting").asText("");
        String filter = file.path("filter").asText("");
        boolean usable = !name.isEmpty() && name.length() <= LONGEST_NAME
                && name.chars().noneMatch(Character::isISOControl) && RowSettings.isOrder(order)
                && RowSettings.isSorting(sorting) && filter.length() <= LONGEST_FILTER;
        return !usable
                ? null
                : new SavedView(name, filter, texts(file.path("states")), grouping == null ? Grouping.NONE : grouping,
                        order, texts(file.path("hiddenColumns")), sorting);
    }

    private static Set<String> texts(JsonNode file) {
        Set<String> texts = new TreeSet<>();
        file.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    ObjectNode written() {
        ObjectNode file = JsonNodeFactory.instance.objectNode().put("name", name).put("filter", filter);
        write(file.putArray("states"), states);
        file.put("grouping", grouping.name()).put("columnOrder", columnOrder);
        write(file.putArray("hiddenColumns"), hiddenColumns);
        return file.put("sorting", sorting);
    }

    private static void write(ArrayNode file, Set<String> texts) {
        new TreeSet<>(texts).forEach(file::add);
    }
}
