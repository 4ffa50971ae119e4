package dev.jobglass.dashboard;

import dev.jobglass.api.JobStatus;
import dev.jobglass.board.Job;
import dev.jobglass.board.JobView;
import dev.jobglass.board.Now;
import dev.jobglass.board.ServerView;
import dev.jobglass.board.ShownState;
import dev.jobglass.board.text.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;

/** Gives the table its columns, cells, rows and order. */
final class JobTable {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass STALLED = PseudoClass.getPseudoClass("stalled");
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final Comparator<Instant> TIMES = Comparator.nullsLast(Comparator.naturalOrder());

    private final TableView<Job> table;
    private final Now now;
    private final Times times;
    private final ObservableValue<ServerView> server;
    private final Runnable open;

    /** Sets the table up; {@code open} is what a double click on a row does. */
    JobTable(TableView<Job> table, VisibleJobs jobs, Now now, Times times, ObservableValue<ServerView> server,
            Runnable open) {
        this.table = table;
        this.now = now;
        this.times = times;
        this.server = server;
        this.open = open;
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setRowFactory(_ -> new Row());
        columns();
        // The table's own sorting would sort at every change; ours does so once a batch.
        table.setSortPolicy(sorted -> {
            jobs.order(sorted.getComparator());
            return true;
        });
        jobs.busyHand(new BusyHand(table));
        table.setItems(jobs.items());
        server.addListener((_, before, after) -> {
            if (before.link() != after.link()) {
                table.refresh();
            }
        });
    }

    private void columns() {
        column("state", JobCells.State::new, Comparator.comparing(JobView::state));
        column("job", JobCells.Id::new, Comparator.comparing(JobView::jobId));
        column("progress", () -> new JobCells.Progress(server), Comparator.comparing(JobTable::percentage));
        time("created", JobStatus::createdAt);
        time("started", JobStatus::startedAt);
        time("completed", JobStatus::completedAt);
        column("elapsed", () -> new JobCells.Ticking(view -> JobCells.elapsed(view, now), now),
                Comparator.comparing(view -> view.elapsed(now.get()), Comparator.nullsFirst(Duration::compareTo)));
        column("nextPoll", () -> new JobCells.Ticking(view -> JobCells.nextPoll(view, System::nanoTime), now),
                Comparator.comparing(JobView::nextPoll));
    }

    private void time(String id, Function<JobStatus, Instant> time) {
        column(id, () -> new JobCells.Time(time, times, now),
                Comparator.comparing(view -> view.status() == null ? null : time.apply(view.status()), TIMES));
    }

    private void column(String id, Supplier<TableCell<Job, JobView>> cell, Comparator<JobView> order) {
        TableColumn<Job, JobView> column = new TableColumn<>(Texts.of("column." + id));
        column.setId(id);
        column.getStyleClass().add("column-" + id);
        column.setCellValueFactory(row -> row.getValue().viewProperty());
        column.setCellFactory(_ -> cell.get());
        column.setComparator(order);
        String[] widths = Texts.of("width." + id).split(" ");
        column.setMinWidth(Double.parseDouble(widths[0]));
        column.setPrefWidth(Double.parseDouble(widths[1]));
        column.setMaxWidth(Double.parseDouble(widths[2]));
        table.getColumns().add(column);
    }

    private static double percentage(JobView view) {
        return view.percentage() == null ? -1 : view.percentage();
    }

    /** A row whose edge tells trouble and which fades when what it shows is old. */
    private final class Row extends TableRow<Job> {
        private final ChangeListener<Object> change = (_, _, _) -> mark();

        Row() {
            setOnMouseClicked(event -> {
                if (event.getClickCount() == 2) {
                    open.run();
                }
            });
            itemProperty().addListener((_, before, after) -> {
                if (before != null) {
                    before.viewProperty().removeListener(change);
                }
                if (after != null) {
                    after.viewProperty().addListener(change);
                }
                mark();
            });
            server.addListener(new WeakChangeListener<>(change));
        }

        private void mark() {
            JobView view = getItem() == null ? null : getItem().view();
            pseudoClassStateChanged(FAILED, view != null && view.failureOpen());
            pseudoClassStateChanged(STALLED, view != null && view.state() == ShownState.STALLED);
            pseudoClassStateChanged(STALE, view != null && view.unheard(server.getValue()));
        }
    }
}
