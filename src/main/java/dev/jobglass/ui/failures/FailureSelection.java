package dev.jobglass.ui.failures;

import dev.jobglass.model.Job;
import dev.jobglass.ui.common.Scrolling;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/** Which failures are selected in the list; what goes leaves the selection where a reader expects it. */
final class FailureSelection {
    private final TreeView<FailureEntry> failures;
    private final FailureGroups groups;
    private final Runnable changed;
    /** While nothing is selected for a moment, though something will be. */
    private boolean changing;

    /**
     * Begins with nothing selected.
     *
     * @param failures the list
     * @param groups what it has
     * @param changed is run after each change
     */
    FailureSelection(TreeView<FailureEntry> failures, FailureGroups groups, Runnable changed) {
        this.failures = failures;
        this.groups = groups;
        this.changed = changed;
        failures.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        failures.getSelectionModel().getSelectedItems()
                .addListener((ListChangeListener<TreeItem<FailureEntry>>) _ -> {
                    if (!changing && !failures.getSelectionModel().isEmpty()) {
                        changed.run();
                    }
                });
        failures.addEventHandler(KeyEvent.KEY_RELEASED, _ -> selectFocused());
        failures.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> selectFocused());
    }

    /** {@return the jobs of all entries selected, each once} */
    List<Job> jobs() {
        return failures.getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull)
                .flatMap(item -> item.getValue().jobs().stream()).distinct().toList();
    }

    /** What was selected last stays so, for the buttons are about something. */
    private void selectFocused() {
        if (failures.getSelectionModel().isEmpty()) {
            failures.getSelectionModel().select(failures.getFocusModel().getFocusedIndex());
        }
    }

    /** Selects the first unless something is selected. */
    void selectOne() {
        if (failures.getSelectionModel().isEmpty()) {
            failures.getSelectionModel().selectFirst();
        }
    }

    /** Has the keyboard be on what is selected, for the tree leaves it behind when others come above. */
    void focusSelected() {
        if (!failures.getSelectionModel().isSelected(failures.getFocusModel().getFocusedIndex())) {
            failures.getFocusModel().focus(failures.getSelectionModel().getSelectedIndex());
        }
    }

    /** {@return whether what is selected last is seen} */
    boolean inView() {
        return Scrolling.inView(failures, failures.getSelectionModel().getSelectedIndex());
    }

    /** Has it seen whole, though others came above it. */
    void keepInView() {
        Scrolling.keepInView(failures, failures.getSelectionModel().getSelectedIndex());
    }

    /** Selects an entry and no other, opening its group if it is in one, whose head is seen too where there is room. */
    void select(TreeItem<FailureEntry> item) {
        item.getParent().setExpanded(true);
        failures.getSelectionModel().clearAndSelect(failures.getRow(item));
        failures.scrollTo(failures.getRow(item.getParent() == groups.root() ? item : item.getParent()));
    }

    /** Puts the groups in order, and keeps what is selected so. */
    void sort() {
        List<TreeItem<FailureEntry>> selected = failures.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull).toList();
        changing = true;
        failures.getSelectionModel().clearSelection();
        groups.sort();
        selected.forEach(failures.getSelectionModel()::select);
        changing = false;
    }

    /**
     * Decides before it removes what is selected then, for the tree itself would select the group of what is gone: what
     * stays of the selection, or else the next, as whoever reads one after the other expects.
     */
    void remove(Collection<? extends Job> gone) {
        if (gone.isEmpty()) {
            return;
        }
        Set<Job> leaving = Set.copyOf(gone);
        List<TreeItem<FailureEntry>> stay = failures.getSelectionModel().getSelectedItems().stream()
                .filter(item -> stays(item, leaving)).toList();
        List<TreeItem<FailureEntry>> next = stay.isEmpty() ? nextAfter(leaving) : stay;
        changing = true;
        failures.getSelectionModel().clearSelection();
        groups.remove(gone);
        // Where one job of a group is left, the group stands for it.
        next.forEach(item -> failures.getSelectionModel()
                .select(item.getParent() == null ? groups.groupOf(item.getValue().jobs().getFirst()) : item));
        changing = false;
        changed.run();
    }

    private static boolean stays(TreeItem<FailureEntry> item, Set<Job> leaving) {
        return item != null && !leaving.containsAll(item.getValue().jobs());
    }

    /** The first entry that stays at or below the first row selected, or else above it; no head of an open group. */
    private List<TreeItem<FailureEntry>> nextAfter(Set<Job> leaving) {
        int first = failures.getSelectionModel().getSelectedIndices().stream().mapToInt(Integer::intValue).min()
                .orElse(0);
        IntStream below = IntStream.range(first, failures.getExpandedItemCount());
        return IntStream.concat(below, IntStream.range(0, first).map(i -> first - 1 - i))
                .mapToObj(failures::getTreeItem)
                .filter(item -> stays(item, leaving) && (item.isLeaf() || !item.isExpanded())).limit(1).toList();
    }
}
