package dev.jobglass.ui.jobs;

import dev.jobglass.model.JobRow;
import dev.jobglass.settings.LookSettings;
import dev.jobglass.settings.RowSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableSet;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.util.Subscription;

/**
 * Which columns the table has, in which order, and by which of them it sorts: the settings and the table follow each
 * other.
 */
final class ColumnArrangement {
    private static final String DESCENDING = "-";
    /** This one always stays: by it a job can be told from others. */
    private static final String JOB = "job";

    private final TableView<JobRow> table;
    private final List<TableColumn<JobRow, ?>> all;
    private final RowSettings kept;
    private final ObservableSet<String> hidden;
    private final Subscription settings;
    private List<TableColumn<JobRow, ?>> present = List.of();
    /** While this class itself changes something, nothing of it is the user's choice. */
    private boolean arranging;

    /**
     * Begins to follow; {@link #show} puts the columns into the table.
     *
     * @param table which
     * @param all its columns in their usual order, also those that it does not have at present
     * @param look has what the user chose
     */
    ColumnArrangement(TableView<JobRow> table, List<TableColumn<JobRow, ?>> all, LookSettings look) {
        this.table = table;
        this.all = all;
        this.kept = look.rows();
        this.hidden = look.hiddenColumns();
        settings = Subscription.combine(kept.columnOrderProperty().subscribe(this::arrange),
                kept.sortingProperty().subscribe(this::arrange), hidden.subscribe(this::arrange));
        table.getColumns().addListener((ListChangeListener<TableColumn<JobRow, ?>>) _ -> keepOrder());
        table.getSortOrder().addListener((ListChangeListener<TableColumn<JobRow, ?>>) _ -> keepSorting());
        all.forEach(column -> {
            column.sortTypeProperty().addListener((_, _, _) -> keepSorting());
            column.visibleProperty().addListener((_, _, _) -> keepHidden());
        });
    }

    /** Follows the settings no longer. */
    void close() {
        settings.unsubscribe();
    }

    /** Has the table have some of the columns, but for those that the user does not want to see. */
    void show(List<TableColumn<JobRow, ?>> some) {
        present = some;
        arrange();
    }

    /** As the settings say now. */
    private void arrange() {
        if (arranging) {
            return;
        }
        arranging = true;
        all.forEach(column -> column.setVisible(column.getId().equals(JOB) || !hidden.contains(column.getId())));
        List<TableColumn<JobRow, ?>> ordered = order().stream().filter(present::contains).toList();
        if (!ordered.equals(table.getColumns())) {
            table.getColumns().setAll(ordered);
        }
        sort();
        arranging = false;
    }

    private void keepHidden() {
        keep(() -> {
            Set<String> now = all.stream().filter(column -> !column.isVisible()).map(TableColumn::getId)
                    .collect(Collectors.toSet());
            hidden.retainAll(now);
            hidden.addAll(now);
        });
    }

    private void keep(Runnable change) {
        if (!arranging) {
            arranging = true;
            change.run();
            arranging = false;
        }
    }

    /** {@return all columns; one that has come with a newer version stands where it usually does} */
    private List<TableColumn<JobRow, ?>> order() {
        List<TableColumn<JobRow, ?>> order = new ArrayList<>(columns(kept.columnOrderProperty().get()).toList());
        for (TableColumn<JobRow, ?> column : all) {
            if (!order.contains(column)) {
                order.add(Math.min(all.indexOf(column), order.size()), column);
            }
        }
        return order;
    }

    private Stream<TableColumn<JobRow, ?>> columns(String ids) {
        return Stream.of(ids.replace(DESCENDING, "").split(" ")).distinct()
                .<TableColumn<JobRow, ?>>mapMulti((id, found) -> all.stream()
                        .filter(column -> column.getId().equals(id)).forEach(found));
    }

    private void keepOrder() {
        keep(() -> {
            List<TableColumn<JobRow, ?>> order = new ArrayList<>(table.getColumns());
            List<TableColumn<JobRow, ?>> before = order();
            before.stream().filter(column -> !order.contains(column)).toList()
                    .forEach(column -> order.add(Math.min(before.indexOf(column), order.size()), column));
            kept.columnOrderProperty().set(order.equals(all)
                    ? ""
                    : order.stream().map(TableColumn::getId).collect(Collectors.joining(" ")));
        });
    }

    private void sort() {
        List<String> ids = List.of(kept.sortingProperty().get().split(" "));
        List<TableColumn<JobRow, ?>> sorting = columns(kept.sortingProperty().get())
                .filter(table.getColumns()::contains).toList();
        sorting.forEach(column -> column.setSortType(
                ids.contains(DESCENDING + column.getId()) ? SortType.DESCENDING : SortType.ASCENDING));
        if (!sorting.equals(table.getSortOrder())) {
            table.getSortOrder().setAll(sorting);
        }
    }

    /** Sorts by a column alone, as clicks on its header do: from the least, then from the greatest, then no more. */
    void sortBy(TableColumn<JobRow, ?> column) {
        boolean sorted = table.getSortOrder().contains(column);
        if (sorted && column.getSortType() == SortType.DESCENDING) {
            table.getSortOrder().clear();
        } else {
            column.setSortType(sorted ? SortType.DESCENDING : SortType.ASCENDING);
            table.getSortOrder().setAll(List.of(column));
        }
    }

    private void keepSorting() {
        keep(() -> kept.sortingProperty().set(table.getSortOrder().stream()
                .map(column -> (column.getSortType() == SortType.DESCENDING ? DESCENDING : "") + column.getId())
                .collect(Collectors.joining(" "))));
    }
}
