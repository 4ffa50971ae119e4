package dev.jobglass.dashboard;

import dev.jobglass.api.JobStatus;
import dev.jobglass.board.Job;
import dev.jobglass.board.JobGroup;
import dev.jobglass.board.JobRow;
import dev.jobglass.board.JobView;
import dev.jobglass.board.Now;
import dev.jobglass.board.ServerView;
import dev.jobglass.board.text.Times;
import dev.jobglass.settings.Density;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;

/** Gives the table its columns, cells, rows and order. */
final class JobTable {
    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
    private static final Comparator<Instant> TIMES = Comparator.nullsLast(Comparator.naturalOrder());

    private final TableView<JobRow> table;
    private final VisibleJobs jobs;
    private final Map<String, Comparator<JobView>> orders = new HashMap<>();
    private final Map<TableColumn<JobRow, JobView>, Supplier<TableCell<JobRow, JobView>>> cells = new HashMap<>();
    private final ObservableList<Job> selected = FXCollections.observableArrayList();
    private boolean restoringSelection;
    private boolean compact;
    private final Now now;
    private final Times times;
    private final ObservableValue<ServerView> server;

    /** Sets the table up; {@code open} is what a double click on a row does. */
    JobTable(TableView<JobRow> table, VisibleJobs jobs, Now now, Times times, ObservableValue<ServerView> server,
            Runnable open) {
        this.table = table;
        this.jobs = jobs;
        this.now = now;
        this.times = times;
        this.server = server;
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setRowFactory(_ -> new JobTableRow(server, open, jobs::collapse));
        columns();
        // The table's own sorting would sort at every change; ours does so once a batch.
        table.setSortPolicy(sorted -> {
            List<TableColumn<JobRow, ?>> by = sorted.getSortOrder();
            jobs.order(order(by), by.stream().anyMatch(column -> column.getId().equals("elapsed")));
            return true;
        });
        jobs.busyHand(new BusyHand(table));
        jobs.rows().keepSelection(this::rememberSelection);
        table.setItems(jobs.rows());
        table.getSelectionModel().getSelectedIndices()
                .addListener((ListChangeListener<Integer>) _ -> takeSelection());
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::collapseByKey);
        server.addListener((_, before, after) -> {
            if (before.link() != after.link()) {
                table.refresh();
            }
        });
    }

    /** {@return the selected jobs, observable} */
    ObservableList<Job> selected() {
        return selected;
    }

    void density(Density density) {
        compact = density == Density.COMPACT;
        table.pseudoClassStateChanged(COMPACT, compact);
        cells.forEach((column, cell) -> column.setCellFactory(_ -> cell.get()));
    }

    /** Makes columns as wide as larger text needs. */
    void textScale(double scale) {
        table.getColumns().forEach(column -> {
            String[] widths = Texts.of("width." + column.getId()).split(" ");
            column.setMinWidth(Double.parseDouble(widths[0]) * scale);
            column.setMaxWidth(Double.parseDouble(widths[2]) * scale);
            column.setPrefWidth(Double.parseDouble(widths[1]) * scale);
        });
    }

    private void takeSelection() {
        if (!restoringSelection) {
            List<Job> now = new ArrayList<>();
            // By the rows' numbers: the table's list of selected items lags behind them.
            for (int row : table.getSelectionModel().getSelectedIndices()) {
                if (row >= 0 && row < jobs.rows().size() && jobs.rows().get(row) instanceof Job job) {
                    now.add(job);
                }
            }
            if (!now.equals(selected)) {
                selected.setAll(now);
            }
        }
    }

    /** {@return what selects the same rows again, as far as they are still there, and nothing else} */
    private Runnable rememberSelection() {
        Set<JobRow> was = Set.copyOf(table.getSelectionModel().getSelectedIndices().stream()
                .filter(row -> row >= 0 && row < jobs.rows().size()).map(jobs.rows()::get).toList());
        JobRow focused = table.getFocusModel().getFocusedItem();
        restoringSelection = true;
        return () -> {
            int[] places = was.isEmpty()
                    ? new int[0]
                    : IntStream.range(0, jobs.rows().size()).filter(row -> was.contains(jobs.rows().get(row)))
                            .toArray();
            int[] now = table.getSelectionModel().getSelectedIndices().stream().mapToInt(row -> row).sorted().toArray();
            if (!Arrays.equals(places, now)) {
                table.getSelectionModel().clearSelection();
                if (places.length > 0) {
                    table.getSelectionModel().selectIndices(places[0], places);
                }
            }
            if (focused != null && table.getFocusModel().getFocusedItem() != focused) {
                table.getFocusModel().focus(jobs.rows().indexOf(focused));
            }
            restoringSelection = false;
            takeSelection();
        };
    }

    /** As in a tree: left hides a group's jobs, right shows them, Enter and the space bar do either. */
    private void collapseByKey(KeyEvent event) {
        if (table.getFocusModel().getFocusedItem() instanceof JobGroup group) {
            boolean collapsed = group.head().collapsed();
            boolean next = switch (event.getCode()) {
                case LEFT -> true;
                case RIGHT -> false;
                case ENTER, SPACE -> !collapsed;
                default -> collapsed;
            };
            if (next != collapsed) {
                jobs.collapse(group, next);
                event.consume();
            }
        }
    }

    private Comparator<Job> order(List<TableColumn<JobRow, ?>> columns) {
        Comparator<JobView> order = null;
        for (TableColumn<JobRow, ?> column : columns) {
            Comparator<JobView> next = orders.get(column.getId());
            next = column.getSortType() == TableColumn.SortType.ASCENDING ? next : next.reversed();
            order = order == null ? next : order.thenComparing(next);
        }
        return order == null ? null : Comparator.comparing(Job::view, order);
    }

    private void columns() {
        column("state", JobCells.State::new, Comparator.comparing(JobView::state));
        column("job", () -> new JobCells.Id(compact), Comparator.comparing(JobView::jobId));
        column("progress", () -> new JobCells.Progress(server, compact), Comparator.comparing(JobTable::percentage));
        time("created", JobStatus::createdAt);
        time("started", JobStatus::startedAt);
        column("completed", () -> new JobCells.Completed(times, now, compact), byTime(JobStatus::completedAt));
        column("elapsed", () -> new JobCells.Ticking(view -> JobCells.elapsed(view, now), now),
                Comparator.comparing(view -> view.elapsed(now.get()), Comparator.nullsFirst(Duration::compareTo)));
        column("nextPoll", () -> new JobCells.Ticking(view -> JobCells.nextPoll(view, System::nanoTime), now),
                Comparator.comparing(JobView::nextPoll));
    }

    private void time(String id, Function<JobStatus, Instant> time) {
        column(id, () -> new JobCells.Time(time, times, now, compact),
                byTime(time));
    }

    private static Comparator<JobView> byTime(Function<JobStatus, Instant> time) {
        return Comparator.comparing(view -> view.status() == null ? null : time.apply(view.status()), TIMES);
    }

    private void column(String id, Supplier<TableCell<JobRow, JobView>> cell, Comparator<JobView> order) {
        TableColumn<JobRow, JobView> column = new TableColumn<>(Texts.of("column." + id));
        column.setId(id);
        column.getStyleClass().add("column-" + id);
        column.setCellValueFactory(row -> switch (row.getValue()) {
            case Job job -> job.viewProperty();
            case JobGroup _ -> null;
        });
        cells.put(column, cell);
        orders.put(id, order);
        column.setCellFactory(_ -> cell.get());
        column.setComparator(order);
        table.getColumns().add(column);
    }

    private static double percentage(JobView view) {
        return view.percentage() == null ? -1 : view.percentage();
    }
}
