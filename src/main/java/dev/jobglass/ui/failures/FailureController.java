package dev.jobglass.ui.failures;

import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Job;
import dev.jobglass.model.JobSnapshot;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.text.Report;
import dev.jobglass.text.Times;
import dev.jobglass.ui.common.Background;
import dev.jobglass.ui.common.CollapsingBox;
import dev.jobglass.ui.common.CopyButton;
import dev.jobglass.ui.common.Later;
import dev.jobglass.ui.common.Texts;
import dev.jobglass.ui.common.Visibility;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Binds the failure window to the open failures. */
public final class FailureController {
    /** How much of the window the list may take, however large text is. */
    private static final double LIST_SHARE = 0.44;
    /** At this step the button for all no longer says that the note is not for all. */
    private static final int APART_STEP = 1;

    private final Workspace workspace;
    private final ObservableList<Job> open;
    /** The open failures, and old ones that the user opens again. */
    private final FailureGroups groups = new FailureGroups();
    private final UiClock clock;
    private final Consumer<Job> showJob;
    private final Consumer<List<Job>> dismissed;
    private final Times times = Times.here();
    /** Whose error is read; stays while it is among those selected. */
    private Job shown;
    /** How often what is selected is about to be scrolled to: after the last change too, once it is laid out. */
    private int scrolling;
    private final FailureNotes notes = new FailureNotes();
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
    /** What else is to be known of it, or of those selected with it. */
    @FXML
    private Label jobWords;
    @FXML
    private Label server;
    @FXML
    private Label step;
    @FXML
    private Label created;
    @FXML
    private Label ranFor;
    @FXML
    private Label noted;
    @FXML
    private TextField note;
    @FXML
    private CollapsingBox buttons;
    @FXML
    private Button copyReport;
    @FXML
    private Button dismissAll;
    @FXML
    private Button dismiss;
    private final Background background;
    private DraftNote draft;
    private ErrorPane errorPane;
    private KnownNote knownNote;
    private FailureSelection selection;
    private CopyButton report;

    FailureController(Workspace workspace, UiClock clock, Background background, Consumer<Job> showJob,
            Consumer<List<Job>> dismissed) {
        this.background = background;
        this.dismissed = dismissed;
        this.workspace = workspace;
        this.open = workspace.failures();
        this.clock = clock;
        this.showJob = showJob;
    }

    @FXML
    private void initialize() {
        report = new CopyButton(copyReport);
        errorPane = new ErrorPane(errorPlace, workspace);
        knownNote = new KnownNote(noted, workspace.errorNotes(), background);
        failures.setCellFactory(_ -> new FailureCell(times, clock, workspace));
        failures.maxWidthProperty().bind(middle.widthProperty().multiply(LIST_SHARE));
        Texts.prompt(note, Messages.of("failures.note.prompt"), Messages.of("failures.note.few"));
        Visibility.onlyWithText(jobWords);
        Texts.inOneTypeface(title, job, jobWords, server, step, noted);
        Texts.inOneTypeface(note);
        buttons.step(APART_STEP).addListener(_ -> countToDismiss());
        draft = new DraftNote(note, this::error, this::countToDismiss);
        groups.add(open);
        failures.setRoot(groups.root());
        selection = new FailureSelection(failures, groups, this::showSelected);
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
        boolean inView = scrolling > 0 || selection.inView();
        while (change.next()) {
            selection.remove(change.getRemoved().stream().filter(job -> !writtenAbout(job)).toList());
            List<Job> fresh = change.getAddedSubList().stream().map(Job.class::cast)
                    .filter(job -> !groups.contains(job) && !notes.undone(job)).toList();
            draft.failed(fresh);
            notes.failed(fresh);
            groups.add(change.getAddedSubList());
        }
        count();
        if (!draft.begun()) { // what was noted in a dismissal that is undone is not lost
            selection.jobs().stream().filter(failure -> !notes.of(failure).isBlank()).findFirst()
                    .ifPresent(this::showOnly);
        }
        if (inView) {
            scrolling++;
            Later.afterPulses(failures.getScene(), 2, () -> {
                selection.keepInView();
                Later.afterPulses(failures.getScene(), 1, () -> scrolling--); // not before it is laid out there
            });
        }
    }

    /** Nobody is torn away from what they write; it is forgotten when the window is closed. */
    private boolean writtenAbout(Job failure) {
        return failure == shown && draft.beingWritten();
    }

    private void count() {
        title.setText(Messages.of("failures.header", groups.sizeProperty().get()));
        selection.selectOne();
        selection.focusSelected();
        showSelected();
    }

    /** {@return how many jobs the window shows; with nothing to show it need not be there} */
    ReadOnlyIntegerProperty sizeProperty() {
        return groups.sizeProperty();
    }

    /** Forgets the old ones that were looked at again. */
    void forgetOldOnes() {
        knownNote.forget(); // it may be written anew meanwhile
        Set<Job> stillOpen = new HashSet<>(open);
        selection.remove(groups.jobs().stream().filter(failure -> !stillOpen.contains(failure)).toList());
    }

    /** Puts the newest first again, as after the next start; nobody looks yet. */
    void sort() {
        selection.sort();
    }

    /** Gives the list the keyboard, once the window has it. */
    void focusList() {
        failures.requestFocus();
    }

    /** Selects one job, also one whose failure was dismissed before, or all that failed of the same. */
    void select(Job failure, boolean group) {
        groups.add(List.of(failure));
        showOnly(failure); // first, for of what is selected that which is shown stays
        selection.select(group ? groups.groupOf(failure) : groups.itemOf(failure));
        count();
        Later.afterPulses(failures.getScene(), 2, selection::keepInView);
    }

    private void showSelected() {
        List<Job> selected = selection.jobs();
        countToDismiss();
        if (!selected.contains(shown)) {
            showOnly(selected.stream().filter(notes::anyTyped).findFirst()
                    .orElse(selected.isEmpty() ? null : selected.getFirst()));
        } else {
            show(shown.view());
        }
    }

    /** {@return those selected, but for what failed since somebody writes about them} */
    private List<Job> toDismiss() {
        return selection.jobs().stream().filter(draft::mayBeAbout).toList();
    }

    private void countToDismiss() {
        int selected = toDismiss().size();
        dismiss.setText(Messages.of("failures.dismiss", selected));
        boolean apart = draft.begun() && selected < groups.sizeProperty().get() && !buttons.step(APART_STEP).get();
        dismissAll.setText(Messages.of("failures.dismissAll", apart ? selected : 0));
    }

    private String error() {
        return shown == null || shown.view().status() == null ? null : shown.view().status().error();
    }

    private void showOnly(Job next) {
        if (shown != null) {
            shown.viewProperty().removeListener(jobChange);
            notes.keep(shown, draft.text(), draft.failedSince());
        }
        shown = next;
        draft.begin(notes.of(next), notes.failedSince(next));
        if (next != null) {
            next.viewProperty().addListener(jobChange);
            show(next.view());
        }
    }

    private void show(JobSnapshot view) {
        boolean runsAgain = view.state() != DisplayState.FAILED; // while somebody writes about it
        List<Job> selected = selection.jobs();
        int all = selected.size();
        long since = selected.stream().filter(failure -> !draft.mayBeAbout(failure)).count();
        job.setText(Messages.joined(PlainText.line(view.jobId()), Messages.subtitle(view)));
        jobWords.setText(Messages.joined(runsAgain ? Messages.state(view) : "",
                !runsAgain && draft.ofAnotherError() ? Messages.of("failures.again") : "",
                all > 1 ? Messages.of("failures.oneOf", all) : "",
                since > 0 ? Messages.of("failures.since", since) : ""));
        if (runsAgain) {
            return;
        }
        errorPane.show(shown);
        knownNote.show(shown.errorSignature());
        server.setText(PlainText.line(shown.server().name()));
        step.setText(Report.lastStep(view.status()));
        created.setText(times.full(view.status().createdAt()));
        ranFor.setText(Times.elapsed(view, clock.get()));
    }

    @FXML
    private void showJob() {
        Optional.ofNullable(shown).ifPresent(showJob);
    }

    @FXML
    private void copyReport() {
        if (shown != null) {
            report.copy(selection.jobs().stream().map(this::report).collect(Collectors.joining("\n\n")));
        }
    }

    private String report(Job failure) {
        String error = failure == shown ? errorPane.error() : failure.view().status().error();
        return Report.of(failure.view(), failure.key().server().toString(), error, clock.get());
    }

    @FXML
    private void dismiss() {
        dismiss(toDismiss(), List.of());
    }

    @FXML
    private void dismissAll() {
        Set<Job> selected = new LinkedHashSet<>(toDismiss());
        dismiss(List.copyOf(selected),
                groups.jobs().stream().filter(failure -> !selected.contains(failure)).toList());
    }

    private static List<Job> unread(List<Job> read) {
        return read.stream().filter(failure -> failure.view().failureOpen()).toList();
    }

    /** What is written is about those selected. */
    private void dismiss(List<Job> selected, List<Job> others) {
        String written = draft.text();
        notes.keep(shown, written, draft.failedSince());
        List<Map<String, List<Job>>> byNote = List.of(notes.use(selected, written), notes.use(others, ""));
        note.clear(); // it is used up by that
        Set<Job> dismissing = Stream.concat(selected.stream(), others.stream()).collect(Collectors.toSet());
        List<Job> read = groups.jobs().stream().filter(dismissing::contains).toList(); // as they stand here, for undo
        List<Job> unread = unread(read);
        // A note may come later.
        byNote.forEach(some -> some.forEach((typed, failures) -> workspace.actions()
                .dismiss(typed.isBlank() ? unread(failures) : failures, typed)));
        selection.remove(read);
        count();
        if (!unread.isEmpty()) {
            dismissed.accept(unread);
        }
    }
}
