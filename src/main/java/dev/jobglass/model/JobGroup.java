package dev.jobglass.model;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Jobs that belong together, such as those of one agent: the same object for as long as they are grouped so. */
public final class JobGroup implements JobRow {
    private final String name;
    private final ReadOnlyObjectWrapper<Head> head = new ReadOnlyObjectWrapper<>(this, "head", new Head(0, 0, false));

    /**
     * What stands above the jobs.
     *
     * @param jobs how many there are
     * @param failed how many of them failed
     * @param collapsed whether they are hidden
     */
    public record Head(int jobs, int failed, boolean collapsed) {
    }

    /**
     * Makes a group of no jobs.
     *
     * @param name what its jobs have in common, empty for those that have nothing of the kind
     */
    public JobGroup(String name) {
        this.name = name;
    }

    /** {@return what its jobs have in common} */
    public String name() {
        return name;
    }

    /** {@return what stands above them now} */
    public Head head() {
        return head.get();
    }

    /** {@return what stands above them, observable} */
    public ReadOnlyObjectProperty<Head> headProperty() {
        return head.getReadOnlyProperty();
    }

    /**
     * Counts the jobs anew.
     *
     * @param jobs how many there are
     * @param failed how many of them failed
     */
    public void count(int jobs, int failed) {
        head.set(new Head(jobs, failed, head().collapsed()));
    }

    /**
     * Hides the jobs or shows them again.
     *
     * @param collapsed whether to hide
     */
    public void collapse(boolean collapsed) {
        head.set(new Head(head().jobs(), head().failed(), collapsed));
    }
}
