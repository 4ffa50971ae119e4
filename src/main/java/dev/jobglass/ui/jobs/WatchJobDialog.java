package dev.jobglass.ui.jobs;

import dev.jobglass.api.ServerAddress;
import dev.jobglass.model.DisplayState;
import dev.jobglass.monitor.MonitoredServer;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.text.JobIdParser;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.ui.common.Dialogs;
import dev.jobglass.ui.common.Texts;
import dev.jobglass.ui.common.UnsavedWork;
import dev.jobglass.ui.common.WrappedLabel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ChangeListener;
import javafx.event.ActionEvent;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;

/** Takes job ids as pasted and tells what became of them; stays open until the server has spoken about each. */
public final class WatchJobDialog {
    private final ServerBox server;

    private final Dialog<Void> dialog = new Dialog<>();
    private final TextArea ids = new TextArea();
    private final WrappedLabel outcome = new WrappedLabel();
    private final Workspace workspace;
    private final List<Asked> asked = new ArrayList<>();
    /** What names no job, and what names one of a server that is not watched. */
    private List<String> noIds = List.of();
    private List<String> elsewhere = List.of();
    /** What the field was given to be put right, and has while nobody has typed in it since. */
    private String left = "";
    private final ChangeListener<Number> change = (_, _, _) -> report();

    /** What was asked of one server. */
    private record Asked(MonitoredServer server, MonitoredServer.Added added) {
        private boolean is(String id, Predicate<DisplayState> state) {
            return server.board().job(id).map(job -> job.view().state()).filter(state).isPresent();
        }

        Stream<String> answered() {
            return added.fresh().stream().filter(
                    id -> is(id, state -> state != DisplayState.WAITING && state != DisplayState.GONE));
        }

        Stream<String> waiting() {
            return added.fresh().stream().filter(id -> is(id, DisplayState.WAITING::equals));
        }

        /** Also those that have been asked for before. */
        Stream<String> unknown() {
            return Stream.concat(added.fresh().stream(), added.known().stream())
                    .filter(id -> is(id, DisplayState.GONE::equals));
        }

        Stream<String> known() {
            return added.known().stream().filter(id -> !is(id, DisplayState.GONE::equals));
        }
    }

    public WatchJobDialog(Workspace workspace, Window owner) {
        this.workspace = workspace;
        server = new ServerBox(workspace, "watchServer");
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.setTitle(Messages.of("jobs.watch.title"));
        Dialogs.header(dialog, null, Messages.of("jobs.watch.header"));
        Texts.wrap(ids);
        ids.setId("watchIds");
        ids.setPromptText(Messages.of("jobs.watch.prompt"));
        Texts.leaveByTab(ids); // no id has one in it
        ids.setAccessibleText(Messages.of("jobs.watch.header"));
        ids.getStyleClass().add("mono");
        outcome.setId("watchOutcome");
        outcome.getStyleClass().add("subtle");
        VBox content = new VBox(server, ids, outcome);
        content.getStyleClass().add("dialog-content");
        dialog.getDialogPane().setContent(content);
        ButtonType add = new ButtonType(Messages.of("jobs.watch.add"), ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().addAll(add,
                Dialogs.close());
        Dialogs.takeByEnter(dialog, add);
        var button = dialog.getDialogPane().lookupButton(add);
        button.setId("watchAdd");
        button.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            add();
        });
        button.disableProperty()
                .bind(ids.textProperty().map(String::isBlank));
        workspace.revisionProperty().addListener(change);
        dialog.setOnHidden(_ -> workspace.revisionProperty().removeListener(change));
        dialog.setOnShown(_ -> ids.requestFocus());
        UnsavedWork.guard(dialog, () -> !ids.getText().isBlank() && !ids.getText().equals(left));
        Dialogs.fit(dialog);
    }

    public void show() {
        dialog.show();
    }

    private void add() {
        JobIdParser.Found found = JobIdParser.read(ids.getText());
        if (server.getValue() == null || server.getValue().closed()) {
            server.getSelectionModel().selectFirst();
        }
        Map<MonitoredServer, Set<String>> named = new LinkedHashMap<>();
        noIds = new ArrayList<>(found.others());
        elsewhere = new ArrayList<>();
        for (JobIdParser.Named job : found.jobs()) {
            server(job).ifPresentOrElse(one -> named.computeIfAbsent(one, _ -> new LinkedHashSet<>()).add(job.id()),
                    () -> elsewhere.add(job.server() + "/api/v1/runs/" + job.id()));
        }
        // What looks like no id may be one all the same, of a job that is known.
        found.others().forEach(id -> workspace.servers().stream().filter(one -> one.knows(id)).findFirst()
                .ifPresent(one -> {
                    named.computeIfAbsent(one, _ -> new LinkedHashSet<>()).add(id);
                    noIds.remove(id);
                }));
        asked.clear();
        named.forEach((one, jobs) -> asked.add(new Asked(one, one.watch(jobs))));
        ids.clear();
        left = "";
        leaveWhatIsWrong();
        if (found.jobs().isEmpty() && noIds.isEmpty()) {
            outcome.setText(Messages.of("jobs.watch.nothing"));
        } else {
            report();
        }
    }

    /** Leaves in the field what is to be put right, unless something else has been typed meanwhile. */
    private void leaveWhatIsWrong() {
        String wrong = Stream.of(noIds, of(Asked::unknown), elsewhere).flatMap(List::stream)
                .collect(Collectors.joining(" "));
        if (ids.getText().equals(left)) {
            left = wrong;
            ids.setText(wrong);
            ids.end();
        }
    }

    /** {@return the server that a status URL names if it is watched, or for an id alone the one chosen} */
    private Optional<MonitoredServer> server(JobIdParser.Named job) {
        if (job.server() == null) {
            return Optional.ofNullable(server.getValue());
        }
        try {
            ServerAddress address = ServerAddress.parse(job.server());
            return workspace.servers().stream().filter(one -> one.server().equals(address)).findFirst();
        } catch (ServerAddress.Malformed _) {
            return Optional.empty();
        }
    }

    private void report() {
        if (asked.isEmpty() && noIds.isEmpty() && elsewhere.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder();
        line(text, "jobs.watch.added", of(Asked::answered));
        line(text, "jobs.watch.asking", of(Asked::waiting));
        line(text, "jobs.watch.known", of(Asked::known));
        line(text, "jobs.watch.unknown", of(Asked::unknown));
        line(text, "jobs.watch.noIds", noIds);
        line(text, "jobs.watch.elsewhere", elsewhere);
        if (!outcome.getText().contentEquals(text)) {
            outcome.setText(text.toString());
            leaveWhatIsWrong();
            Dialogs.fitAgain(dialog);
        }
    }

    private List<String> of(Function<Asked, Stream<String>> ids) {
        return asked.stream().flatMap(ids).toList();
    }

    private static void line(StringBuilder text, String key, List<String> ids) {
        if (!ids.isEmpty()) {
            String shown = ids.stream().limit(5).map(PlainText::line).collect(Collectors.joining(", "))
                    + (ids.size() > 5 ? ", …" : "");
            text.append(text.isEmpty() ? "" : "\n").append(Messages.of(key, ids.size(), shown));
        }
    }
}
