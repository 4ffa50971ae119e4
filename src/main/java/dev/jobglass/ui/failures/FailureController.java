package dev.jobglass.ui.failures;

import dev.jobglass.model.Job;
import dev.jobglass.model.JobSnapshot;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.text.Report;
import dev.jobglass.text.Times;
import dev.jobglass.ui.common.Clipboards;
import dev.jobglass.ui.common.Texts;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Binds the failure window to the open failures. */
public final class FailureController {
    /** How much of the window the list may take, however large text is. */
    private static final double LIST_SHARE = 0.4;

    private final Workspace workspace;
    private final ObservableList<Job> open;
    /** The open failures, and old ones that the user opens again. */
    private final FailureGroups groups = new FailureGroups();
    private final UiClock clock;
    private final Consumer<Job> showJob;
    private final Times times = Times.here();
    /** Whose error is read; stays while it is among those selected. */
    private Job shown;
    // Held here: the job knows it only while it is shown.
    private final ChangeListener<JobSnapshot> jobChange = (_, _, view) -> show(view);
    private final ListChangeListener<Job> openChange = this::follow;

    @FXML
    private Label title;
    @FXML
    private Region middle;
    @FXML
    private TreeView<FailureEntry> failures;
    @FXML
    private StackPane errorPlace;
    @FXML
    private Label job;
    @FXML
    private Label server;
    @FXML
    private Label step;
    @FXML
    private Label created;
    @FXML
    private Label ranFor;
    @FXML
    private TextField note;
    @FXML
    private Button dismiss;
    private ErrorPane errorPane;

    FailureController(Workspace workspace, UiClock clock, Consumer<Job> showJob) {
        this.workspace = workspace;
        this.open = workspace.failures();
        this.clock = clock;
        this.showJob = showJob;
    }

    @FXML
    private void initialize() {
        errorPane = new ErrorPane(errorPlace, workspace);
        failures.setCellFactory(_ -> new FailureCell(times, clock, workspace));
        failures.maxWidthProperty().bind(middle.widthProperty().multiply(LIST_SHARE));
        Texts.prompt(note, Messages.of("failures.note.prompt"), Messages.of("failures.note.few"));
        List.of(job, server, step).forEach(Texts::tooltipWhenCut);
        groups.add(open);
        failures.setRoot(groups.root());
        failures.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        failures.getSelectionModel().getSelectedItems()
                .addListener((ListChangeListener<TreeItem<FailureEntry>>) _ -> showSelected());
        open.addListener(openChange);
        count();
    }

    /** Follows the failures no longer. */
    void close() {
        open.removeListener(openChange);
        showOnly(null);
    }

    /** Change by change, so that the selection stays. */
    private void follow(ListChangeListener.Change<? extends Job> change) {
        while (change.next()) {
            remove(change.getRemoved());
            groups.add(change.getAddedSubList());
        }
        count();
    }

    private void count() {
        title.setText(Messages.of("failures.header", groups.sizeProperty().get()));
        if (failures.getSelectionModel().isEmpty()) {
            failures.getSelectionModel().selectFirst();
        }
        showSelected();
    }

    /** {@return how many jobs the window shows; with nothing to show it need not be there} */
    ReadOnlyIntegerProperty sizeProperty() {
        return groups.sizeProperty();
    }

    /** Forgets the old ones that were looked at again. */
    void forgetOldOnes() {
        Set<Job> stillOpen = new HashSet<>(open);
        remove(groups.jobs().stream().filter(failure -> !stillOpen.contains(failure)).toList());
    }

    /** Selects all that failed of the same as a job. */
    void selectGroup(Job failure) {
        select(groups.groupOf(failure));
    }

    /** Selects one job, also one whose failure was dismissed before. */
    void select(Job failure) {
        groups.add(List.of(failure));
        count();
        TreeItem<FailureEntry> item = groups.itemOf(failure);
        groups.groupOf(failure).setExpanded(item != groups.groupOf(failure));
        select(item);
    }

    private void select(TreeItem<FailureEntry> item) {
        failures.getSelectionModel().clearAndSelect(failures.getRow(item));
        failures.scrollTo(failures.getRow(item));
    }

    /**
     * Decides before it removes what is selected then, for the tree itself would select the group of what is gone: what
     * stays of the selection, or else the next, as whoever reads one after the other expects.
     */
    private void remove(Collection<? extends Job> gone) {
        if (gone.isEmpty()) {
            return;
        }
        Set<Job> leaving = Set.copyOf(gone);
        List<TreeItem<FailureEntry>> stay = failures.getSelectionModel().getSelectedItems().stream()
                .filter(item -> stays(item, leaving)).toList();
        List<TreeItem<FailureEntry>> next = stay.isEmpty() ? nextAfter(leaving) : stay;
        failures.getSelectionModel().clearSelection();
        groups.remove(gone);
        // Where one job of a group is left, the group stands for it.
        next.forEach(item -> failures.getSelectionModel()
                .select(item.getParent() == null ? groups.groupOf(item.getValue().jobs().getFirst()) : item));
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

    private void showSelected() {
        List<Job> selected = selected();
        dismiss.setText(Messages.of("failures.dismiss", selected.size()));
        if (!selected.contains(shown)) {
            showOnly(selected.isEmpty() ? null : selected.getFirst());
        } else {
            show(shown.view());
        }
    }

    private void showOnly(Job next) {
        if (shown != null) {
            shown.viewProperty().removeListener(jobChange);
        }
        shown = next;
        if (next != null) {
            next.viewProperty().addListener(jobChange);
            show(next.view());
        }
    }

    private void show(JobSnapshot view) {
        errorPane.show(shown);
        int all = selected().size();
        job.setText(Messages.joined(PlainText.line(view.jobId()),
                all > 1 ? Messages.of("failures.oneOf", all) : "", Messages.subtitle(view)));
        server.setText(PlainText.line(shown.server().name()));
        step.setText(Report.lastStep(view.status()));
        created.setText(times.full(view.status().createdAt()));
        ranFor.setText(Times.duration(view.elapsed(clock.get())));
    }

    @FXML
    private void showJob() {
        if (shown != null) {
            showJob.accept(shown);
        }
    }

    @FXML
    private void copyReport() {
        if (shown != null) {
            Clipboards.copy(selected().stream().map(this::report).collect(Collectors.joining("\n\n")));
        }
    }

    private String report(Job failure) {
        String error = failure == shown ? errorPane.error() : failure.view().status().error();
        return Report.of(failure.view(), failure.key().server().toString(), error, clock.get());
    }

    @FXML
    private void dismiss() {
        dismiss(selected());
    }

    @FXML
    private void dismissAll() {
        dismiss(groups.jobs());
    }

    private void dismiss(List<Job> read) {
        String typed = note.getText();
        note.clear(); // it is used up by that
        workspace.actions().dismiss(read, typed);
        remove(read);
        count();
    }

    /** {@return the jobs of all entries selected, each once} */
    private List<Job> selected() {
        return failures.getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull)
                .flatMap(item -> item.getValue().jobs().stream()).distinct().toList();
    }
}
