package dev.jobglass.ui.jobs;

import dev.jobglass.api.JobStatus;
import dev.jobglass.model.Job;
import dev.jobglass.model.JobGroup;
import dev.jobglass.model.JobRow;
import dev.jobglass.model.JobSnapshot;
import dev.jobglass.model.ServerStatus;
import dev.jobglass.monitor.MonitoredServer;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.settings.Density;
import dev.jobglass.settings.LookSettings;
import dev.jobglass.settings.NotificationSettings.MuteReason;
import dev.jobglass.text.Messages;
import dev.jobglass.text.Times;
import dev.jobglass.ui.common.FittingColumns;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;

/** Gives the table its columns, cells, rows and order. */
public final class JobTable {
    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
    private static final PseudoClass SEVERAL = PseudoClass.getPseudoClass("several");
    private static final Comparator<Instant> TIMES = Comparator.nullsLast(Comparator.naturalOrder());

    private final TableView<JobRow> table;
    private final JobTableModel jobs;
    private final Workspace workspace;
    private final List<TableColumn<JobRow, ?>> columns = new ArrayList<>();
    private final Map<String, Comparator<Job>> orders = new HashMap<>();
    private final Map<TableColumn<JobRow, JobSnapshot>, CellMaker> cells = new HashMap<>();
    private final JobTableSelection selection;
    private boolean compact;
    private double scale = 1;
    private final ColumnWidths widths;
    private final FittingColumns fitting;
    private final ColumnArrangement arrangement;
    private final UiClock now;
    private final Times times;
    private final Function<Job, Optional<MuteReason>> whyMuted;

    /** Makes a cell as the table is to look now. */
    private interface CellMaker extends Supplier<TableCell<JobRow, JobSnapshot>> {
    }

    /**
     * Sets the table up as it was left; {@code whyMuted} tells why nothing is told of a job, {@code open} is what a
     * double click on a row does.
     */
    public JobTable(TableView<JobRow> table, JobTableModel jobs, UiClock now, Times times, Workspace workspace,
            LookSettings look, Function<Job, Optional<MuteReason>> whyMuted, Runnable open) {
        this.table = table;
        this.jobs = jobs;
        this.workspace = workspace;
        this.now = now;
        this.times = times;
        this.whyMuted = whyMuted;
        widths = new ColumnWidths(times, now.get());
        fitting = new FittingColumns(table, TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS,
                column -> widths.usual(column.getId(), scale), look.columnsProperty(), look.scrolledColumnsProperty());
        table.setRowFactory(_ -> new JobTableRow(workspace.viewsProperty(), open, jobs::collapse));
        makeColumns();
        arrangement = new ColumnArrangement(table, columns, look);
        workspace.servers().addListener((ListChangeListener<MonitoredServer>) _ -> showColumns());
        // The table's own sorting would sort at every change; ours does so once a batch.
        table.setSortPolicy(sorted -> {
            List<TableColumn<JobRow, ?>> by = sorted.getSortOrder();
            jobs.order(order(by), by.stream().anyMatch(column -> column.getId().equals("elapsed")));
            return true;
        });
        jobs.busyHand(new InteractionMonitor(table));
        ScrollAnchor anchor = new ScrollAnchor(table, jobs.rows());
        selection = new JobTableSelection(table, jobs.rows());
        jobs.rows().keepSelection(move -> {
            Runnable place = anchor.remember();
            Runnable same = selection.remember(move);
            return () -> {
                same.run();
                place.run();
            };
        });
        table.setItems(jobs.rows());
        showColumns(); // last, for other items make the table forget its sorting
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::collapseByKey);
        workspace.viewsProperty().addListener((_, before, after) -> {
            if (!seen(before).equals(seen(after))) {
                table.refresh();
            }
        });
    }

    /** Shows anew of which jobs nothing is told. */
    public void mutesChanged() {
        table.refresh();
    }

    /** {@return what cells show of servers} */
    private static List<List<Object>> seen(List<ServerStatus> servers) {
        return servers.stream()
                .map(server -> List.<Object>of(server.name(), server.link(), server.silent(), server.stale()))
                .toList();
    }

    /** {@return the selected jobs, observable} */
    public ObservableList<Job> selected() {
        return selection.jobs();
    }

    /** Selects the rows of some jobs and no others. */
    void selectOnly(List<Job> some) {
        selection.selectOnly(some);
    }

    public void density(Density density) {
        compact = density == Density.COMPACT;
        table.pseudoClassStateChanged(COMPACT, compact);
        widths.lowRows(compact);
        leastWidths();
        cells.forEach((column, cell) -> column.setCellFactory(_ -> cell.get()));
    }

    /** Sorts by a column, or when it does so the other way round, or no more. */
    void sortBy(TableColumn<JobRow, ?> column) {
        arrangement.sortBy(column);
    }

    /** {@return all columns, also one that is not in the table at present} */
    public List<TableColumn<JobRow, ?>> columns() {
        return columns;
    }

    /** A column for the server is there only when there are several. */
    private void showColumns() {
        table.pseudoClassStateChanged(SEVERAL, workspace.several());
        arrangement.show(columns.stream().filter(column -> workspace.several() || !column.getId().equals("server"))
                .toList());
        leastWidths(); // of those that are there now
    }

    /** Follows the settings no longer. */
    void close() {
        arrangement.close();
    }

    /** Makes columns as wide as larger text needs. */
    public void textScale(double scale) {
        this.scale = scale;
        columns.forEach(column -> column.setMaxWidth(widths.greatest(column.getId(), scale)));
        leastWidths();
    }

    private void leastWidths() {
        columns.forEach(column -> column.setMinWidth(widths.least(column.getId(), workspace.several(), scale)));
        fitting.fit(scale);
    }

    /** As in a tree: left hides a group's jobs, right shows them, or mirrored; Enter and the space bar do either. */
    private void collapseByKey(KeyEvent event) {
        if (table.getFocusModel().getFocusedItem() instanceof JobGroup group) {
            boolean collapsed = group.head().collapsed();
            boolean mirrored = table.getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
            boolean next = switch (event.getCode()) {
                case LEFT -> !mirrored;
                case RIGHT -> mirrored;
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
        Comparator<Job> order = null;
        for (TableColumn<JobRow, ?> column : columns) {
            Comparator<Job> next = orders.get(column.getId());
            next = column.getSortType() == TableColumn.SortType.ASCENDING ? next : next.reversed();
            order = order == null ? next : order.thenComparing(next);
        }
        return order;
    }

    private void makeColumns() {
        column("state", StateCell::new, byView(Comparator.comparing(JobSnapshot::state)));
        column("job", () -> new IdCell(compact, whyMuted), byView(Comparator.comparing(JobSnapshot::jobId)));
        column("server", ServerCell::new, Comparator.comparing(job -> job.server().name()));
        column("progress", () -> new ProgressCell(compact),
                byView(Comparator.comparing(JobSnapshot::wholePercentage, Comparator.nullsFirst(Integer::compare))));
        time("created", JobStatus::createdAt);
        time("started", JobStatus::startedAt);
        column("completed", () -> new CompletedCell(times, now, compact), byTime(JobStatus::completedAt));
        column("elapsed", () -> new TickingCell(job -> TickingCell.elapsed(job, now), now),
                byView(Comparator.comparing(view -> view.elapsed(now.get()),
                        Comparator.nullsFirst(Duration::compareTo))));
        column("nextPoll", () -> new TickingCell(job -> TickingCell.nextPoll(job, System::nanoTime), now),
                byView(Comparator.comparing(JobSnapshot::nextPoll)));
    }

    private void time(String id, Function<JobStatus, Instant> time) {
        column(id, () -> new TimeCell(time, times, now, compact),
                byTime(time));
    }

    private static Comparator<Job> byTime(Function<JobStatus, Instant> time) {
        return byView(Comparator.comparing(view -> view.status() == null ? null : time.apply(view.status()), TIMES));
    }

    private static Comparator<Job> byView(Comparator<JobSnapshot> order) {
        return Comparator.comparing(Job::view, order);
    }

    private void column(String id, CellMaker cell, Comparator<Job> order) {
        TableColumn<JobRow, JobSnapshot> column = new TableColumn<>(Messages.of("jobs.column." + id));
        column.setId(id);
        column.getStyleClass().add("column-" + id);
        column.setPrefWidth(widths.usual(id, scale)); // JavaFX measures the rows for a column of no width of its own
        column.setCellValueFactory(row -> switch (row.getValue()) {
            case Job job -> job.viewProperty();
            case JobGroup _ -> null;
        });
        cells.put(column, cell);
        orders.put(id, order);
        column.setCellFactory(_ -> cell.get());
        columns.add(column);
    }
}
