package dev.jobglass.ui.jobs;

import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Job;
import dev.jobglass.model.JobRow;
import dev.jobglass.model.ServerStatus;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.settings.LookSettings;
import dev.jobglass.settings.NotificationSettings;
import dev.jobglass.settings.NotificationSettings.MuteReason;
import dev.jobglass.text.Messages;
import dev.jobglass.text.Times;
import dev.jobglass.ui.common.Later;
import dev.jobglass.ui.common.Scrolling;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ObservableList;
import javafx.collections.SetChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.util.Subscription;

/** Binds the table of jobs to what is to be seen of them. */
public final class JobsController implements AutoCloseable {
    private final Workspace workspace;
    private final FilterModel filter;
    private final JobTableModel visible;
    private final LookSettings look;
    private final NotificationSettings notifications;
    private final UiClock clock;
    private final Times times;
    private final Actions actions;
    private final UndoController undo;
    private JobTable table;
    private RowMenu rowMenu;
    private InitialSelection initially;
    private RevealedJob revealed;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private TableView<JobRow> jobs;

    /**
     * What can be done with jobs elsewhere.
     *
     * @param showFailure shows why a job failed
     * @param showResult shows what the selected job produced
     * @param runAgain asks for another run of jobs that are over
     * @param runChanged asks for another run like that of a job, after the user has looked at it
     * @param browse opens what a server says of a job in the browser
     * @param cancel has jobs cancelled, after asking
     * @param delete has jobs deleted, after asking
     * @param readOnly while this holds nothing is offered that changes a server
     */
    public record Actions(Consumer<Job> showFailure, Runnable showResult, Consumer<List<Job>> runAgain,
            Consumer<Job> runChanged, Consumer<Job> browse, Consumer<List<Job>> cancel, Consumer<List<Job>> delete,
            ObservableBooleanValue readOnly) {
    }

    /**
     * Serves the FXML of the table.
     *
     * @param workspace of the servers
     * @param filter which jobs are to be seen
     * @param visible those jobs, in order
     * @param look how they are to be seen
     * @param notifications of which jobs the user is notified
     * @param clock the ticking time
     * @param times says times
     * @param actions what can be done with jobs elsewhere
     */
    public JobsController(Workspace workspace, FilterModel filter, JobTableModel visible, LookSettings look,
            NotificationSettings notifications, UiClock clock, Times times, Actions actions) {
        this.workspace = workspace;
        this.filter = filter;
        this.visible = visible;
        this.look = look;
        this.notifications = notifications;
        this.clock = clock;
        this.times = times;
        this.actions = actions;
        this.undo = new UndoController(workspace, clock);
    }

    @FXML
    private void initialize() {
        table = new JobTable(jobs, visible, clock, times, workspace, look, this::whyMuted, this::showFailure);
        revealed = new RevealedJob(jobs);
        initially = new InitialSelection(jobs, visible, selection(), look.rows(), !workspace.isDemo(),
                () -> visible.sorted() && workspace.viewsProperty().get().stream().allMatch(ServerStatus::looked));
        rowMenu = new RowMenu(jobs, selection(), workspace, notifications, new RowMenu.Actions(this::showFailure,
                this::dismissSelected,
                this::showResult, this::runAgain, this::runChanged, actions.browse(), this::cancel, this::delete,
                this::removeSelected, actions.readOnly()));
        subscriptions = Subscription.combine(notifications.subscribe(table::mutesChanged),
                filter.filterProperty().subscribe(visible::filter),
                look.textSizeProperty().subscribe(_ -> table.textScale(look.textScale())),
                look.rows().groupingProperty().subscribe(grouping -> {
                    visible.group(grouping);
                    keepInView();
                }),
                look.rows().densityProperty().subscribe(table::density));
        workspace.viewsProperty().addListener((_, _, _) -> selectInitially()); // the first look may be over
        visible.onSorted(() -> {
            selectInitially();
            if (revealed.selected(selection())) {
                keepInView();
            }
        });
        filter.follow(clock.timeProperty());
        filter.textProperty().addListener(_ -> filtered());
        filter.states().addListener((SetChangeListener<DisplayState>) _ -> filtered());
    }

    private Optional<MuteReason> whyMuted(Job job) {
        return notifications.whyMuted(job.key(), Messages.agent(job.view()), job.errorSignature());
    }

    /** {@return what serves the bar that undoes} */
    public UndoController undo() {
        return undo;
    }

    /** {@return the table's columns, also one that is not shown at present} */
    public List<TableColumn<JobRow, ?>> columns() {
        return table.columns();
    }

    /** Sorts by a column, or when it does so the other way round, or no more. */
    public void sortBy(TableColumn<JobRow, ?> column) {
        table.sortBy(column);
    }

    /** {@return the selected jobs, observable} */
    public ObservableList<Job> selection() {
        return table.selected();
    }

    /** Now that there are other rows, selects what is to be selected until the user selects something. */
    public void selectInitially() {
        if (jobs.getScene() != null) {
            initially.rowsChanged();
        }
    }

    /** Gives the table the focus. */
    public void focus() {
        jobs.requestFocus();
    }

    /** Has the focused row seen whole once the table has another size, scrolling no further than that needs. */
    public void keepInView() {
        if (jobs.getScene() != null) {
            Later.afterPulses(jobs.getScene(), 2,
                    () -> Scrolling.keepInView(jobs, jobs.getFocusModel().getFocusedIndex()));
        }
    }

    /** Other rows are seen from the top, unless what is selected is among them. */
    private void filtered() {
        if (jobs.getScene() != null) {
            Later.afterPulses(jobs.getScene(), 2, () -> {
                int row = selection().isEmpty() ? 0 : jobs.getFocusModel().getFocusedIndex();
                if (!Scrolling.inView(jobs, row)) { // to scroll styles the whole window, and this comes with each key
                    Scrolling.keepInView(jobs, row);
                }
            });
        }
    }

    /** Gives the table the focus, and selects its first job if no row is selected. */
    public void enter() {
        focus();
        if (selection().isEmpty()) {
            visible.rows().stream().filter(Job.class::isInstance).map(Job.class::cast).findFirst()
                    .ifPresent(first -> table.selectOnly(List.of(first)));
        }
    }

    /** Gives the table the focus, and selects all that is in it. */
    public void selectAll() {
        focus();
        jobs.getSelectionModel().selectAll();
    }

    /** {@return whether a job's row has the focus, so that Enter means it} */
    public boolean jobFocused() {
        return jobs.isFocused() && !selection().isEmpty() && jobs.getFocusModel().getFocusedItem() instanceof Job;
    }

    /**
     * Selects a job and scrolls no further than it needs to be seen, clearing a filter that hides it.
     *
     * @param job on the board
     */
    public void reveal(Job job) {
        if (!visible.passes(job)) {
            undo.filterCleared(job, filter.clear());
        }
        visible.expandGroupOf(job);
        visible.sort(); // one that has just come is where it will be
        table.selectOnly(List.of(job));
        initially.chosen();
        focus();
        revealed.set(job);
        keepInView();
    }

    /** {@return whether the filter lets a job be seen} */
    public boolean shows(Job job) {
        return visible.passes(job);
    }

    /** Asks for the selected jobs at once. */
    public void askNow() {
        workspace.actions().askNow(List.copyOf(selection()));
    }

    /** Shows why the first failed one of the selected jobs did. */
    public void showFailure() {
        selection().stream()
                .filter(job -> job.view().state() == DisplayState.FAILED)
                .findFirst()
                .ifPresent(actions.showFailure());
    }

    private void dismissSelected() {
        List<Job> read = selection().stream().filter(job -> job.view().failureOpen()).toList();
        if (!read.isEmpty()) {
            workspace.actions().dismiss(read, "");
            undo.dismissed(read);
        }
    }

    /** Shows what the selected job produced, if it is one and has succeeded. */
    public void showResult() {
        if (selection().size() == 1 && selection().getFirst().view().state() == DisplayState.SUCCEEDED) {
            actions.showResult().run();
        }
    }

    /** Asks for another run of those of the selected jobs that are over. */
    public void runAgain() {
        actions.runAgain().accept(List.copyOf(selection()));
    }

    /** Asks for another run like that of the selected job, if it is over, after the user has looked at it. */
    public void runChanged() {
        selection().stream().findFirst().filter(job -> selection().size() == 1 && job.view().state().over())
                .ifPresent(actions.runChanged());
    }

    /** Opens what a server says of the first of the selected jobs. */
    public void browse() {
        selection().stream().findFirst().ifPresent(actions.browse());
    }

    /** Has the selected jobs cancelled, after asking. */
    public void cancel() {
        actions.cancel().accept(List.copyOf(selection()));
    }

    /** Has the selected jobs deleted, after asking. */
    public void delete() {
        actions.delete().accept(List.copyOf(selection()));
    }

    /** Takes the selected jobs off the list, and selects the next. */
    public void removeSelected() {
        List<Job> removed = List.copyOf(selection());
        Optional<Job> next = visible.next(removed);
        undo.remove(removed, back -> {
            visible.sort(); // they are where they were at once
            table.selectOnly(back);
        });
        next.map(List::of).ifPresent(table::selectOnly);
    }

    /** Takes those off the list that their servers have forgotten. */
    public void removeGone() {
        undo.remove(workspace.jobs().filter(job -> job.view().state() == DisplayState.GONE).toList(),
                _ -> visible.sort()); // what is selected stays so
    }

    /**
     * {@return whether something can be done with any of the selected jobs}
     *
     * @param item the id of the menu's item that does it
     */
    public boolean applies(String item) {
        return rowMenu.applies(item);
    }

    /** Copies the ids of the selected jobs. */
    public void copyIds() {
        rowMenu.copyIds();
    }

    /** Copies a command line for each of the selected jobs. */
    public void copyCurl() {
        rowMenu.copyCurl();
    }

    /** Follows the settings no more. */
    @Override
    public void close() {
        subscriptions.unsubscribe();
        table.close();
    }
}
