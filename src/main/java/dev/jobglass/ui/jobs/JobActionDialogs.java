package dev.jobglass.ui.jobs;

import dev.jobglass.api.Problem;
import dev.jobglass.model.Job;
import dev.jobglass.monitor.JobService.Outcome;
import dev.jobglass.monitor.RunService.Again;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.settings.Settings;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.ui.common.Dialogs;
import dev.jobglass.ui.common.Dialogs.Glyph;
import dev.jobglass.ui.common.JobDialogs;
import dev.jobglass.ui.common.Later;
import dev.jobglass.ui.common.WrappedLabel;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Modality;
import javafx.stage.Window;
import javafx.util.Duration;

/** Has the server cancel or delete jobs: asks first and names them, and says afterwards what went wrong. */
public final class JobActionDialogs implements JobDialogs {
    private final Workspace workspace;
    private final Settings settings;
    private final Supplier<Instant> clock;

    /**
     * Serves the servers watched.
     *
     * @param workspace the jobs are of
     * @param settings whether nothing is to be done, and whether runs asked for are remembered
     * @param clock tells the present
     */
    public JobActionDialogs(Workspace workspace, Settings settings, Supplier<Instant> clock) {
        this.workspace = workspace;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public ObservableBooleanValue readOnly() {
        return settings.readOnlyProperty();
    }

    /**
     * Asks for another run of those of the jobs that are over: of one at once, of several after asking about those of
     * which it is known what was asked for.
     *
     * @param selected any jobs
     * @param owner the window asked in front of
     * @param begun takes the new jobs, at least one
     * @param unknown takes a job of which it is not known what was asked for, when it was the only one
     */
    public void runAgain(Collection<Job> selected, Window owner, Consumer<List<Job>> begun, Consumer<Job> unknown) {
        List<Job> jobs = selected.stream().filter(job -> job.view().state().over()).toList();
        if (jobs.size() == 1) {
            runAgain(jobs, selected.size(), owner, begun, unknown);
        } else {
            workspace.runs().known(jobs, known -> {
                List<Job> again = List.copyOf(known.keySet());
                if (confirmed("runAgain", again, jobs.size() - again.size(), job -> again(known.get(job)), owner)) {
                    runAgain(again, selected.size(), owner, begun, unknown);
                }
            });
        }
    }

    private void runAgain(List<Job> jobs, int selected, Window owner, Consumer<List<Job>> begun,
            Consumer<Job> unknown) {
        Progress progress = new Progress(jobs.size(), owner);
        progress.stoppedBy(
                workspace.runs().again(jobs, settings.rememberRequestsProperty().get(), clock.get(), progress, all -> {
                    progress.end();
                    List<Job> fresh = all.stream().mapMulti(JobActionDialogs::begun).toList();
                    if (!fresh.isEmpty()) {
                        begun.accept(fresh);
                    }
                    if (selected == 1 && all.size() == 1 && all.getFirst() instanceof Again.NotKnown(Job like)) {
                        unknown.accept(like);
                    } else {
                        complain(all.stream().flatMap(this::complaint).toList(), all.size(), owner);
                    }
                }));
    }

    private static String again(String jobId) {
        return jobId.isEmpty() ? "" : Messages.of("jobs.again.already", PlainText.line(jobId));
    }

    private static void begun(Again again, Consumer<Job> taker) {
        if (again instanceof Again.Begun(_, Job job)) {
            taker.accept(job);
        }
    }

    /** Why nothing was done with a job, or it is not known whether anything was. */
    private record Complaint(Job job, String why, boolean known) {
        Complaint(Job job, String why) {
            this(job, why, true);
        }
    }

    private Stream<Complaint> complaint(Again again) {
        return switch (again) {
            case Again.Begun _ -> Stream.empty();
            case Again.NotKnown(Job like) -> Stream.of(new Complaint(like, Messages.of("jobs.again.notKnown")));
            case Again.Failed(Job like, Problem problem) when workspace.runs().mayHaveBegun(problem) -> Stream.of(
                    new Complaint(like, Messages.of("jobs.again.unknown", Messages.problem(problem)), false));
            case Again.Failed(Job like, Problem problem) ->
                Stream.of(new Complaint(like, Messages.problem(problem)));
        };
    }

    @Override
    public void cancel(Collection<Job> selected, Window owner) {
        List<Job> jobs = selected.stream().filter(Job::cancellable).toList();
        if (confirmed("cancel", jobs, 0, _ -> "", owner)) {
            List<Job> live = jobs.stream().filter(Job::cancellable).toList(); // others are over since it was asked
            Progress progress = new Progress(live.size(), owner);
            progress.stoppedBy(workspace.actions().cancel(live, progress, outcomes -> {
                progress.end();
                tell(outcomes.stream().filter(outcome -> outcome.problem() != null).toList(), outcomes.size(), owner);
            }));
        }
    }

    @Override
    public void delete(Collection<Job> selected, Window owner) {
        List<Job> jobs = selected.stream().filter(Job::deletable).toList();
        if (confirmed("delete", jobs, 0, _ -> "", owner)) {
            Progress progress = new Progress(jobs.size(), owner);
            progress.stoppedBy(workspace.actions().delete(jobs, progress, outcomes -> {
                progress.end();
                Map<Boolean, List<Outcome>> forgotten = outcomes.stream()
                        .collect(Collectors.partitioningBy(outcome -> forgotten(outcome.problem())));
                workspace.actions().remove(forgotten.get(true).stream().map(Outcome::job).toList());
                tell(forgotten.get(false), outcomes.size(), owner);
            }));
        }
    }

    /** {@code remark} is made of each job, unless it is empty; so many are {@code leftOut}. */
    private boolean confirmed(String what, List<Job> jobs, int leftOut, Function<Job, String> remark, Window owner) {
        if (jobs.isEmpty()) {
            String header = Messages.of("jobs." + what + ".none");
            Alert alert = Dialogs.alert(owner, Glyph.WARNING.sign(), Messages.of("jobs." + what + ".title"), header,
                    new WrappedLabel(Messages.of("jobs." + what + ".none.why")));
            alert.getDialogPane().setId("nothingToDo");
            alert.show();
            return false;
        }
        ButtonType doIt = new ButtonType(Messages.of("jobs." + what + ".do", jobs.size()), ButtonData.OTHER);
        ButtonType keep = new ButtonType(Messages.of("jobs." + what + ".keep"), ButtonData.CANCEL_CLOSE);
        Alert alert = Dialogs.alert(owner, Glyph.QUESTION.sign(), Messages.of("jobs." + what + ".title"),
                Messages.of("jobs." + what + ".header", jobs.size(), leftOut),
                Dialogs.lines(jobs.stream().map(job -> Messages.joined(JobNames.of(job, workspace), remark.apply(job)))
                        .toList()),
                doIt,
                keep);
        alert.initModality(Modality.WINDOW_MODAL);
        alert.getDialogPane().lookupButton(doIt).setId("confirm");
        Button harmless = (Button) alert.getDialogPane().lookupButton(keep);
        harmless.setDefaultButton(true); // Enter alone must do no harm
        alert.getDialogPane().setId("confirmation");
        Later.focus(alert, harmless);
        return alert.showAndWait().filter(doIt::equals).isPresent() && !readOnly().get(); // it may be since it asked
    }

    /** Also when it was forgotten before, for whatever reason. */
    private static boolean forgotten(Problem problem) {
        return problem == null || problem instanceof Problem.NotFound gone && !gone.ofAnyAddress();
    }

    private void tell(List<Outcome> failed, int all, Window owner) {
        complain(failed.stream()
                .map(outcome -> new Complaint(outcome.job(), Messages.problem(outcome.problem()))).toList(), all,
                owner);
    }

    private void complain(List<Complaint> complaints, int all, Window owner) {
        if (complaints.isEmpty()) {
            return;
        }
        boolean known = complaints.stream().anyMatch(Complaint::known);
        Alert alert = Dialogs.alert(owner, Glyph.WARNING.sign(),
                Messages.of(known ? "jobs.outcome.title" : "jobs.outcome.unknown.title"),
                Messages.of(known ? "jobs.outcome.header" : "jobs.outcome.unknown", complaints.size(), all),
                Dialogs.text(words(complaints)));
        alert.getDialogPane().setId("outcome");
        alert.show();
    }

    /** What went wrong in the same way is said once. */
    private String words(List<Complaint> complaints) {
        Map<String, List<String>> ids = complaints.stream().collect(Collectors.groupingBy(
                complaint -> PlainText.line(complaint.why()), LinkedHashMap::new,
                Collectors.mapping(complaint -> JobNames.of(complaint.job(), workspace), Collectors.toList())));
        return ids.entrySet().stream()
                .map(same -> same.getValue().size() == 1
                        ? Messages.of("jobs.outcome.line", same.getValue().getFirst(), same.getKey())
                        : Messages.of("jobs.outcome.several", same.getKey(), same.getValue().size(),
                                Messages.list(same.getValue())))
                .collect(Collectors.joining("\n\n"));
    }

    /** A small window that counts and stops, for more than a few jobs, and for few that take long. */
    private static final class Progress implements Consumer<Integer> {
        private static final int WORTH_SHOWING = 5;
        private static final Duration LONG = Duration.seconds(1);

        private final int all;
        private final WrappedLabel text = new WrappedLabel();
        private final ButtonType stop = new ButtonType(Messages.of("jobs.doing.stop"), ButtonData.OTHER);
        private final ButtonType close = Dialogs.close();
        private final Alert window = new Alert(AlertType.NONE, "", stop, close);
        private final PauseTransition soon = new PauseTransition(LONG);

        Progress(int all, Window owner) {
            this.all = all;
            window.initOwner(owner);
            window.initModality(Modality.NONE);
            window.setTitle(Messages.of("jobs.doing.title"));
            window.getDialogPane().setContent(text);
            window.getDialogPane().lookupButton(stop).setId("stopDoing");
            Later.focus(window, window.getDialogPane().lookupButton(close)); // a key too many stops nothing
            Dialogs.fit(window);
            accept(0);
            if (all > WORTH_SHOWING) {
                window.show();
            } else {
                soon.setOnFinished(_ -> window.show());
                soon.play();
            }
        }

        @Override
        public void accept(Integer done) {
            text.setText(Messages.of("jobs.doing", done, all));
        }

        void stoppedBy(Runnable stopping) {
            window.resultProperty().addListener((_, _, pressed) -> {
                if (pressed == stop) {
                    stopping.run();
                }
            });
        }

        void end() {
            soon.stop();
            window.hide();
        }
    }
}
