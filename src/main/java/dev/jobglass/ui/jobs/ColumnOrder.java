package dev.jobglass.ui.jobs;

import dev.jobglass.model.JobRow;
import dev.jobglass.settings.RowSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;

/** In which order the table has its columns, and by which of them it sorts; both as the user left them. */
final class ColumnOrder {
    private static final String DESCENDING = "-";

    private final TableView<JobRow> table;
    private final List<TableColumn<JobRow, ?>> all;
    private final RowSettings kept;
    /** While this class itself changes something, nothing of it is the user's choice. */
    private boolean arranging;

    /**
     * Begins to remember; {@link #show} puts the columns into the table.
     *
     * @param table which
     * @param all its columns in their usual order, also those that it does not have at present
     * @param kept remembers
     */
    ColumnOrder(TableView<JobRow> table, List<TableColumn<JobRow, ?>> all, RowSettings kept) {
        this.table = table;
        this.all = all;
        this.kept = kept;
        table.getColumns().addListener((ListChangeListener<TableColumn<JobRow, ?>>) _ -> keepOrder());
        table.getSortOrder().addListener((ListChangeListener<TableColumn<JobRow, ?>>) _ -> keepSorting());
        all.forEach(column -> column.sortTypeProperty().addListener((_, _, _) -> keepSorting()));
    }

    /** Hides these columns and no others; one at least stays, by which a job can be told from others. */
    void hide(Set<String> ids) {
        all.forEach(column -> column.setVisible(column.getId().equals("job") || !ids.contains(column.getId())));
    }

    /** Has the table show some of the columns. */
    void show(List<TableColumn<JobRow, ?>> some) {
        List<TableColumn<JobRow, ?>> ordered = order().stream().filter(some::contains).toList();
        if (!ordered.equals(table.getColumns())) {
            arranging = true;
            List<TableColumn<JobRow, ?>> sorting = List.copyOf(table.getSortOrder());
            table.getColumns().setAll(ordered);
            table.getSortOrder().setAll(sorting.stream().filter(ordered::contains).toList());
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
        if (!arranging) {
            List<TableColumn<JobRow, ?>> order = new ArrayList<>(table.getColumns());
            List<TableColumn<JobRow, ?>> before = order();
            before.stream().filter(column -> !order.contains(column)).toList()
                    .forEach(column -> order.add(Math.min(before.indexOf(column), order.size()), column));
            kept.columnOrderProperty().set(order.equals(all)
                    ? ""
                    : order.stream().map(TableColumn::getId).collect(Collectors.joining(" ")));
        }
    }

    /** Has the table sort as it did. */
    void restoreSorting() {
        List<String> ids = List.of(kept.sortingProperty().get().split(" "));
        arranging = true;
        List<TableColumn<JobRow, ?>> sorting = columns(kept.sortingProperty().get())
                .filter(table.getColumns()::contains).toList();
        sorting.forEach(column -> column.setSortType(
                ids.contains(DESCENDING + column.getId()) ? SortType.DESCENDING : SortType.ASCENDING));
        table.getSortOrder().setAll(sorting);
        arranging = false;
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
        if (!arranging) {
            kept.sortingProperty().set(table.getSortOrder().stream()
                    .map(column -> (column.getSortType() == SortType.DESCENDING ? DESCENDING : "") + column.getId())
                    .collect(Collectors.joining(" ")));
        }
    }
}
