package dev.jobglass.ui.common;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.Property;

/** How wide the user made the columns of a table, in pixels at the usual size of text. JavaFX thread only. */
public final class ChosenWidths {
    private static final char EQUALS = '=';

    private final Property<String> kept;

    /**
     * Reads and writes what is kept.
     *
     * @param kept such as {@code job=300 progress=180}, empty when the user has chosen nothing
     */
    public ChosenWidths(Property<String> kept) {
        this.kept = kept;
    }

    /** {@return the width chosen for a column} */
    OptionalDouble of(String column) {
        Double width = all().get(column);
        return width == null ? OptionalDouble.empty() : OptionalDouble.of(width);
    }

    /** Takes widths by column; those of other columns stay as they were. */
    void choose(Map<String, Double> widths) {
        Map<String, Double> all = all();
        all.putAll(widths);
        kept.setValue(all.entrySet().stream().map(entry -> entry.getKey() + EQUALS + Math.round(entry.getValue()))
                .collect(Collectors.joining(" ")));
    }

    private Map<String, Double> all() {
        return Stream.of(kept.getValue().split(" ")).filter(entry -> entry.indexOf(EQUALS) > 0)
                .collect(Collectors.toMap(entry -> entry.substring(0, entry.indexOf(EQUALS)),
                        entry -> Double.valueOf(entry.substring(entry.indexOf(EQUALS) + 1)),
                        (_, last) -> last, TreeMap::new));
    }
}
