package dev.jobglass.settings;

import dev.jobglass.api.JobKey;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ObservableSet;

/** How the table shows its rows, and which. JavaFX thread only. */
public final class RowSettings extends SettingsGroup {
    private static final int LONGEST_FILTER = 1_000;

    private final ObjectProperty<Grouping> grouping = choice("grouping", Grouping.class, Grouping.NONE);
    private final ObjectProperty<Density> density = choice("density", Density.class, Density.COMFORTABLE);
    // As texts, not as lists: of those, what two windows changed is brought together without regard to the order.
    private final ObjectProperty<String> columnOrder = text("columnOrder", "", RowSettings::isOrder);
    private final ObjectProperty<String> sorting = text("sorting", "", RowSettings::isSorting);
    private final ObjectProperty<String> filter = text("filter", "", words -> words.length() <= LONGEST_FILTER);
    private final ObservableSet<String> states = texts("states");
    private final ObservableSet<String> collapsedGroups = texts("collapsedGroups");
    private final ObservableSet<JobKey> selection = jobs("selection");

    RowSettings() {
    }

    static boolean isOrder(String ids) {
        return ids.matches("[A-Za-z ]*");
    }

    static boolean isSorting(String ids) {
        return ids.matches("[A-Za-z -]*");
    }

    /** {@return what the rows are grouped by} */
    public ObjectProperty<Grouping> groupingProperty() {
        return grouping;
    }

    /** {@return how high the rows are} */
    public ObjectProperty<Density> densityProperty() {
        return density;
    }

    /** {@return ids of the columns in their order with blanks between them, or empty for the usual order} */
    public ObjectProperty<String> columnOrderProperty() {
        return columnOrder;
    }

    /**
     * {@return ids of the columns that the rows are sorted by with blanks between them, each after a minus when the
     * greatest comes first; empty for trouble first}
     */
    public ObjectProperty<String> sortingProperty() {
        return sorting;
    }

    /** {@return the words of the filter, as typed} */
    public ObjectProperty<String> filterProperty() {
        return filter;
    }

    /** {@return names of the states of which alone jobs are shown, any when empty} */
    public ObservableSet<String> states() {
        return states;
    }

    /** {@return names of the groups whose jobs are hidden, of those that rows are grouped by now} */
    public ObservableSet<String> collapsedGroups() {
        return collapsedGroups;
    }

    /** {@return the jobs that are selected} */
    public ObservableSet<JobKey> selection() {
        return selection;
    }
}
