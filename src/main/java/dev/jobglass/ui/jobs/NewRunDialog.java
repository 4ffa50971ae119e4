package dev.jobglass.ui.jobs;

import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Problem;
import dev.jobglass.api.Response;
import dev.jobglass.api.Response.Failure;
import dev.jobglass.api.Response.Success;
import dev.jobglass.api.RunRequest;
import dev.jobglass.api.RunRequest.Field;
import dev.jobglass.history.SentRun;
import dev.jobglass.model.Job;
import dev.jobglass.monitor.MonitoredServer;
import dev.jobglass.monitor.RunService;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.settings.Settings;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.text.Times;
import dev.jobglass.ui.common.Background;
import dev.jobglass.ui.common.Dialogs;
import dev.jobglass.ui.common.KeptFocus;
import dev.jobglass.ui.common.Scrolling;
import dev.jobglass.ui.common.UnsavedWork;
import dev.jobglass.ui.common.WrappedLabel;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;

/**
 * Asks for a new run. What is sent again as it was has the key that it had, so that a lost answer makes no second run.
 * JavaFX thread only.
 */
public final class NewRunDialog {
    private static final int METHOD_NOT_ALLOWED = 405;
    /** How the names of agents begin that come from a recipe, or from a file. */
    private static final String RECIPE = "recipe:";
    private static final String YAML = "yaml:";
    private static final RunRequest EMPTY = new RunRequest(Map.of());

    private final Workspace workspace;
    private final UiClock clock;
    private final Background background;
    private final Settings settings;
    private final Consumer<Job> showJob;
    private final Dialog<Void> dialog = new Dialog<>();
    private final ServerBox server;
    private final List<RunField> fields;
    private final ScrollPane scroll;
    private final WrappedLabel outcome = new WrappedLabel();
    private final Node send;
    /** What was sent last and has made no run that we know of, or null. */
    private SentRun sent;
    /** The last that was sent and not answered, so that a run may have come of it; or null. */
    private SentRun lost;
    /** With what it began, which is no work of the user's. */
    private RunRequest filled = EMPTY;
    /** The job that is to run again, or null. */
    private Job like;

    /**
     * Prepares the dialog; {@link #show} opens it.
     *
     * @param workspace of the servers
     * @param clock tells the present
     * @param background reads what was sent before
     * @param settings whether what is asked for is kept on this computer, and whether nothing may be asked for
     * @param showJob shows the job that comes of it
     * @param owner it stays in front of
     */
    public NewRunDialog(Workspace workspace, UiClock clock, Background background, Settings settings,
            Consumer<Job> showJob, Window owner) {
        this.workspace = workspace;
        this.clock = clock;
        this.background = background;
        this.settings = settings;
        this.showJob = showJob;
        server = new ServerBox(workspace, "runServer");
        SeenInJobs seen = new SeenInJobs(workspace);
        fields = List.of(RunField.lines(Field.PROMPT, "run-prompt"),
                RunField.offering(Field.RECIPE_NAME, seen.agents(RECIPE)),
                RunField.lines(Field.RECIPE_CONFIG, "run-code"),
                RunField.offering(Field.AGENT_FILE, seen.agents(YAML)), RunField.lines(Field.AGENT_YAML, "run-code"),
                RunField.offering(Field.SESSION_ID, seen.values(JobStatus::sessionId)), RunField.line(Field.TIMEOUT),
                RunField.choice(Field.FRAMEWORK, RunRequest.FRAMEWORKS), RunField.line(Field.WEBHOOK_URL),
                RunField.lines(Field.CONFIG, "run-code"));
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.setTitle(Messages.of("jobs.run.title"));
        Dialogs.header(dialog, null, Messages.of("jobs.run.header"));
        outcome.setId("runOutcome");
        VBox form = new VBox(server);
        form.getChildren().addAll(fields);
        form.getStyleClass().add("run-form");
        scroll = Scrolling.down(form, "run-scroll");
        Region room = new Region(); // is kept, so that the buttons stay where they are when something is said
        room.getStyleClass().add("run-outcome-room");
        HBox.setHgrow(outcome, Priority.ALWAYS);
        VBox content = new VBox(scroll, new HBox(room, outcome));
        content.getStyleClass().add("run-content");
        dialog.getDialogPane().setContent(content);
        ButtonType begin = new ButtonType(Messages.of("jobs.run.send"), ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().addAll(begin, Dialogs.close());
        send = dialog.getDialogPane().lookupButton(begin);
        send.setId("runSend");
        send.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            send();
        });
        Dialogs.takeByEnter(dialog, begin);
        fields.forEach(field -> field.whenChanged(this::changed));
        server.valueProperty().addListener(_ -> changed());
        dialog.setOnShown(_ -> fields.getFirst().focus());
        UnsavedWork.guard(dialog, this::unsent);
        Dialogs.fit(dialog);
    }

    /**
     * Opens it: for another run like that of a job, with what was asked for or what is known of it; else with what was
     * asked for last, when no answer came.
     *
     * @param again which job, or null
     */
    public void show(Job again) {
        like = again;
        dialog.show();
        if (like != null) {
            workspace.servers().stream().filter(one -> one.server().equals(like.key().server())).findFirst()
                    .ifPresent(server::setValue);
            Instant from = clock.get().minus(RunService.KEY_KEPT);
            background.begin(
                    () -> workspace.runs().unansweredAgain(like.key(), from).or(() -> workspace.runs().of(like.key())),
                    found -> found.ifPresentOrElse(this::fill, () -> fillFrom(like)), _ -> fillFrom(like));
        } else {
            offerUnanswered();
            server.valueProperty().addListener(_ -> offerUnanswered());
        }
    }

    /** What was asked of the chosen server and not answered. */
    private void offerUnanswered() {
        if (server.getValue() != null) {
            MonitoredServer chosen = server.getValue();
            Instant from = clock.get().minus(RunService.KEY_KEPT);
            background.begin(() -> workspace.runs().unanswered(chosen.server().toString(), from),
                    found -> found.filter(_ -> server.getValue() == chosen).ifPresent(this::offer), _ -> {
                        // The history has told the log.
                    });
        }
    }

    /** With what the job came of, or with what was sent for another run of it and not answered. */
    private void fill(SentRun known) {
        fill(known.request());
        if (like.id().equals(known.like())) {
            sent = known;
            sayThatItWasSent(known);
        } else {
            say(Messages.of("jobs.run.like"));
        }
    }

    private void fill(RunRequest request) {
        filled = request;
        fields.forEach(field -> field.set(request.value(field.field())));
    }

    private void sayThatItWasSent(SentRun unanswered) {
        lost = unanswered;
        say(Messages.of("jobs.run.unanswered", at(unanswered)));
    }

    private String at(SentRun run) {
        return Times.here().clock(run.at(), clock.get());
    }

    /** What was sent is remembered, and what it began with was there before. */
    private boolean unsent() {
        RunRequest now = request();
        return !now.equals(filled) && !now.equals(EMPTY) && (sent == null || !now.equals(sent.request()));
    }

    /** What was said is of what was there then; but that something else may have begun stays to be known. */
    private void changed() {
        outcome.setText(lost == null
                ? ""
                : Messages.of(same(lost, server.getValue(), request()) ? "jobs.run.unanswered" : "jobs.run.differs",
                        at(lost)));
    }

    private static boolean same(SentRun run, MonitoredServer to, RunRequest request) {
        return to != null && run.request().equals(request) && run.server().equals(to.server().toString());
    }

    private RunRequest request() {
        Map<Field, String> values = new EnumMap<>(Field.class);
        fields.forEach(field -> values.put(field.field(), field.value()));
        return new RunRequest(values);
    }

    /** Of a job that others have asked for, no server tells more. */
    private void fillFrom(Job job) {
        JobStatus status = job.view().status();
        String agent = status == null || status.agentId() == null ? "" : status.agentId();
        Map<Field, String> known = new EnumMap<>(Field.class);
        String named = agent.replaceFirst("^(" + RECIPE + "|" + YAML + ")", "");
        known.put(agent.startsWith(RECIPE) ? Field.RECIPE_NAME : Field.AGENT_FILE, named.equals(agent) ? "" : named);
        known.put(Field.SESSION_ID, status == null ? "" : status.sessionId());
        fill(new RunRequest(known));
        say(Messages.of("jobs.run.unknown", PlainText.line(job.id())));
    }

    private void offer(SentRun unanswered) {
        if (fields.stream().allMatch(field -> field.value().isEmpty())) {
            sent = unanswered;
            fill(unanswered.request());
            fields.getFirst().selectAll(); // whoever means another run just types
            sayThatItWasSent(unanswered);
        }
    }

    private void say(String words) {
        outcome.setText(words);
        Dialogs.fitAgain(dialog);
    }

    private void send() {
        MonitoredServer to = server.getValue();
        RunRequest request = request();
        complain(request.flaws().entrySet().stream().collect(
                Collectors.toMap(Map.Entry::getKey, flaw -> Messages.of("jobs.run.flaw." + flaw.getValue()))));
        if (settings.readOnlyProperty().get()) { // since it was opened
            say(Messages.of("jobs.run.readOnly"));
        } else if (to == null || to.closed()) {
            say(Messages.of("jobs.run.noServer"));
        } else if (request.flaws().isEmpty()) {
            if (sent == null || !same(sent, to, request)) {
                sent = workspace.runs().begin(to, request, like, clock.get());
            }
            send.setDisable(true);
            say(Messages.of("jobs.run.sending"));
            workspace.runs().send(to, sent, settings.rememberRequestsProperty().get(), this::answered);
        } else {
            say(Messages.of("jobs.run.wrong"));
        }
    }

    private void answered(Response<Job> answer) {
        send.setDisable(false);
        switch (answer) {
            case Success<Job>(Job job) -> {
                dialog.close();
                showJob.accept(job);
            }
            case Failure<Job>(Problem problem) -> {
                if (problem instanceof Problem.Rejected rejected) {
                    complain(rejected.fields());
                }
                boolean mayHaveBegun = workspace.runs().mayHaveBegun(problem);
                lost = mayHaveBegun ? sent : lost;
                say(words(problem) + (mayHaveBegun ? "\n" + Messages.of("jobs.run.again") : ""));
                if (!dialog.isShowing() && dialog.getOwner().isShowing()) { // whoever closed it takes the run for begun
                    KeptFocus.during(dialog::show);
                }
            }
        }
    }

    private static String words(Problem problem) {
        return switch (problem) {
            case Problem.NotFound _ -> Messages.of("jobs.run.takesNone");
            case Problem.Rejected(int status, _, _) when status == METHOD_NOT_ALLOWED ->
                Messages.of("jobs.run.takesNone");
            // Else it would be told of a job that there is not.
            case Problem.Conflict _ -> quoting("jobs.run.conflict", problem);
            case Problem.Throttled(_, Duration wait, _) when wait != null ->
                Messages.of("jobs.run.throttled.wait", Times.duration(wait));
            case Problem.Throttled _ -> quoting("jobs.run.throttled", problem);
            default -> PlainText.lines(Messages.problem(problem));
        };
    }

    private static String quoting(String key, Problem problem) {
        return problem.text().isBlank()
                ? Messages.of(key)
                : PlainText.lines(Messages.of("problem.quoting", Messages.of(key), problem.text()));
    }

    private void complain(Map<Field, String> wrong) {
        Stream<RunField> bad = fields.stream().filter(field -> wrong.containsKey(field.field()));
        fields.forEach(field -> field.complain(PlainText.line(wrong.get(field.field()))));
        bad.findFirst().ifPresent(field -> {
            Scrolling.show(scroll, field);
            field.focus();
        });
    }
}
