package dev.jobglass.settings;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * How the table shows its rows.
 *
 * @param grouping what they are grouped by
 * @param density how high they are
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RowSettings(Grouping grouping, Density density) {
    /** Puts defaults where the file says nothing. */
    public RowSettings {
        grouping = grouping == null ? Grouping.NONE : grouping;
        density = density == null ? Density.COMFORTABLE : density;
    }

    /**
     * {@return this with another grouping}
     *
     * @param other not null
     */
    public RowSettings with(Grouping other) {
        return new RowSettings(other, density);
    }

    /**
     * {@return this with another height}
     *
     * @param other not null
     */
    public RowSettings with(Density other) {
        return new RowSettings(grouping, other);
    }
}
