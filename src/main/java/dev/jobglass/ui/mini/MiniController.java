package dev.jobglass.ui.mini;

import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Job;
import dev.jobglass.model.ServerStatus.Link;
import dev.jobglass.model.ServerStatus;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.text.Times;
import dev.jobglass.ui.common.Views;
import dev.jobglass.ui.common.WorstJobs;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Shows counts, the age of what is known, and the jobs that most want to be seen. */
final class MiniController {
    private static final PseudoClass NONE = PseudoClass.getPseudoClass("none");
    private static final PseudoClass TROUBLED = PseudoClass.getPseudoClass("troubled");
    private static final PseudoClass LOST = PseudoClass.getPseudoClass("lost");

    private final Workspace workspace;
    private final Times times = Times.here();
    private final Consumer<Job> choose;
    private final WorstJobs worst;
    private boolean allIsWell;

    @FXML
    private Label running;
    @FXML
    private Label queued;
    @FXML
    private Label stalled;
    @FXML
    private Label failed;
    @FXML
    private Label age;
    @FXML
    private Label trouble;
    @FXML
    private VBox rows;
    @FXML
    private Label nothing;
    @FXML
    private Label more;

    MiniController(Workspace workspace, Consumer<Job> choose) {
        this.workspace = workspace;
        this.choose = choose;
        worst = new WorstJobs(workspace);
    }

    Parent load() {
        return Views.load("mini.fxml", this);
    }

    @FXML
    private void initialize() {
        trouble.managedProperty().bind(trouble.visibleProperty());
        nothing.managedProperty().bind(nothing.visibleProperty());
        more.managedProperty().bind(more.visibleProperty());
        List.of(running, queued, stalled, failed, age).forEach(label -> label.setMinWidth(Region.USE_PREF_SIZE));
    }

    /** Shows what there is now, in as many rows at most. */
    void show(int most, Instant now) {
        int open = workspace.failures().size();
        count(running, DisplayState.RUNNING, workspace.count(DisplayState.RUNNING));
        count(queued, DisplayState.QUEUED, workspace.count(DisplayState.QUEUED));
        count(stalled, DisplayState.STALLED, workspace.count(DisplayState.STALLED));
        count(failed, DisplayState.FAILED, open);
        boolean live = showAge(now);
        List<List<Job>> shown = worst.now();
        allIsWell = live && open == 0 && workspace.count(DisplayState.STALLED) == 0;
        int count = Math.min(most, shown.size());
        while (rows.getChildren().size() < count) {
            rows.getChildren().add(new MiniRow(times, choose));
        }
        rows.getChildren().remove(count, rows.getChildren().size());
        for (int i = 0; i < count; i++) {
            ((MiniRow) rows.getChildren().get(i)).show(shown.get(i), now);
        }
        nothing.setVisible(shown.isEmpty());
        more.setVisible(shown.size() > count);
        more.setText(Messages.of("common.more", shown.stream().skip(count).mapToInt(List::size).sum()));
    }

    private static void count(Label label, DisplayState state, int number) {
        label.setText(Messages.glyph(state) + " " + Messages.of("text.number", number));
        label.setAccessibleText(Messages.state(state) + " " + number);
        label.pseudoClassStateChanged(NONE, number == 0);
    }

    /** Of several servers the one that is worst off: {@return whether all answer well} */
    private boolean showAge(Instant now) {
        ServerStatus worst = workspace.viewsProperty().get().stream()
                .max(Comparator.comparing(ServerStatus::link)).orElse(null);
        boolean known = worst == null || worst.link() == Link.LIVE || worst.link() == Link.CONNECTING;
        trouble.setVisible(!known && workspace.several());
        trouble.setText(trouble.isVisible()
                ? Messages.of("common.serverLine." + worst.link(), PlainText.shortLine(worst.name()))
                : "");
        boolean silent = worst == null || worst.lastAnswer() == null;
        age.setText(silent
                ? Messages.of("mini.noAnswer")
                : worst.answeredLately(now)
                        ? Messages.of("mini.fresh", worst.age(now).toMillis() / 1000.0)
                        : Messages.of("mini.old", Times.duration(worst.age(now))));
        age.pseudoClassStateChanged(TROUBLED, worst != null && worst.link() == Link.TROUBLED);
        age.pseudoClassStateChanged(LOST, worst != null && worst.link() == Link.DOWN);
        return worst != null && worst.link() == Link.LIVE;
    }

    /** {@return whether nothing wanted to be seen when it was shown last} */
    boolean allIsWell() {
        return allIsWell;
    }
}
