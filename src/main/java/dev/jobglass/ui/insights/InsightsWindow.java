package dev.jobglass.ui.insights;

import dev.jobglass.api.JobStatus;
import dev.jobglass.history.Insights;
import dev.jobglass.history.Insights.ErrorKind;
import dev.jobglass.history.StoredFailure;
import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Job;
import dev.jobglass.model.JobFilter;
import dev.jobglass.model.JobFilter.Field;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.settings.Settings;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.text.Times;
import dev.jobglass.ui.common.Background;
import dev.jobglass.ui.common.Dialogs;
import dev.jobglass.ui.common.OwnedStage;
import dev.jobglass.ui.common.Views;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.collections.ObservableSet;
import javafx.stage.Stage;

/** What the history tells of a range: agents, errors and time. Not modal. JavaFX thread only. */
public final class InsightsWindow {
    private static final int SECONDS_BETWEEN_READS = 5;
    private static final int SECONDS_BETWEEN_TRIALS = 60;
    private static final int SAMPLES = 3;
    private static final double MOST_OF_OWNER = 0.95;

    private final Workspace workspace;
    private final UiClock clock;
    private final Actions actions;
    private final Background background;
    private final Times times = Times.here();
    private final ObservableSet<String> muted;
    private final OwnedStage stage;
    private final InsightsController controller;
    private final RunsController runs;
    private final RulesController rules;
    private final ErrorsController errors;
    private final AgentsController agents;
    // Held here, since the settings and the clock outlive the window and know it only weakly.
    private final InvalidationListener textSize;
    private final InvalidationListener time;
    private final InvalidationListener ruleChange;

    /**
     * What the window has done elsewhere.
     *
     * @param filter takes a filter's words for the main window
     * @param dismissed offers to undo the dismissal of failures, at least one
     * @param runAgain asks for another run of failed jobs
     * @param rules shows the user's rules, to be changed
     * @param saveAs asks where to save: takes a title and a file name to begin with, gives nothing when cancelled
     */
    public record Actions(Consumer<String> filter, Consumer<List<Job>> dismissed, Consumer<List<Job>> runAgain,
            Runnable rules, BiFunction<String, String, Optional<Path>> saveAs) {
    }

    /**
     * Prepares the window; {@link #show} opens it.
     *
     * @param workspace whose history to read
     * @param clock the ticking time
     * @param settings how large text is, and of which errors nobody is told
     * @param owner the main window
     * @param background works for this window
     * @param actions what it has done elsewhere
     */
    public InsightsWindow(Workspace workspace, UiClock clock, Settings settings, Stage owner, Background background,
            Actions actions) {
        this.workspace = workspace;
        this.clock = clock;
        this.actions = actions;
        this.background = background;
        muted = settings.notifications().mutedErrors();
        controller = new InsightsController(workspace, clock, times, actions.saveAs(), background, this::show);
        runs = new RunsController(clock, times);
        errors = new ErrorsController(clock, times, new ErrorRow.Actions(this::showError, this::open, this::dismiss,
                this::failed, actions.runAgain(), settings.readOnlyProperty(),
                muted::contains, this::mute, this::note, this::samples));
        agents = new AgentsController(agent -> filter(JobFilter.asking(Field.AGENT, agent)));
        rules = new RulesController(settings.watchRulesProperty(), new RuleTrials(workspace, clock, background),
                actions.rules());
        stage = new OwnedStage(owner, Views.load("insights.fxml", controller, runs, rules, errors, agents),
                Messages.of("insights.title"), settings.look());
        textSize = _ -> agents.textScale(settings.look().textScale());
        settings.look().textSizeProperty().addListener(new WeakInvalidationListener(textSize));
        agents.textScale(settings.look().textScale());
        time = _ -> {
            if (stage.isShowing() && clock.get().getEpochSecond() % SECONDS_BETWEEN_READS == 0) {
                controller.refresh();
            }
            if (stage.isShowing() && clock.get().getEpochSecond() % SECONDS_BETWEEN_TRIALS == 0) {
                rules.show();
            }
        };
        ruleChange = _ -> rules.show();
        settings.watchRulesProperty().addListener(new WeakInvalidationListener(ruleChange));
        clock.timeProperty().addListener(new WeakInvalidationListener(time));
    }

    private void show(Insights insights) {
        runs.show(insights);
        errors.show(insights);
        agents.show(insights);
    }

    private void filter(String words) {
        stage.hide(); // it would lie on what it shows
        actions.filter().accept(words);
    }

    private void showError(String signature) {
        filter(JobFilter.asking(Field.ERROR, signature));
    }

    private List<Job> open(String signature) {
        return ofKind(signature, workspace.failures().stream());
    }

    private List<Job> failed(String signature) {
        return ofKind(signature, workspace.jobs().filter(job -> job.view().state() == DisplayState.FAILED));
    }

    private static List<Job> ofKind(String signature, Stream<Job> jobs) {
        return jobs.filter(job -> job.errorSignature().equals(signature)).toList();
    }

    private void dismiss(List<Job> failures) {
        if (!failures.isEmpty()) { // another window may have been quicker
            workspace.actions().dismiss(failures, "");
            actions.dismissed().accept(failures);
        }
    }

    private void mute(String signature, boolean mute) {
        if (mute) {
            muted.add(signature);
        } else {
            muted.remove(signature);
        }
    }

    private void samples(String signature) {
        background.begin(() -> workspace.history().failures(controller.servers(), signature, Instant.EPOCH, SAMPLES),
                failures -> Dialogs.alert(stage, null, Messages.of("insights.samples.title"),
                        Messages.of("insights.samples.header", failures.size()),
                        Dialogs.text(failures.stream().map(this::sample).collect(Collectors.joining("\n\n")))).show(),
                _ -> {
                    // The history has told the log.
                });
    }

    private String sample(StoredFailure failure) {
        JobStatus status = failure.job().status();
        return PlainText.line(status.jobId()) + " · "
                + times.clock(status.run().ended(failure.job().changedAt()), clock.get()) + "\n"
                + (status.error() == null ? Messages.of("insights.error.none") : PlainText.lines(status.error()));
    }

    private void note(ErrorKind kind) {
        new NoteDialog(stage, kind, note -> {
            workspace.errorNotes().put(kind.signature(), note, clock.get());
            controller.read();
        }).show();
    }

    /** Opens it, or brings it to the front, with what is known now. */
    public void show() {
        controller.read();
        rules.show();
        stage.open(MOST_OF_OWNER);
    }
}
