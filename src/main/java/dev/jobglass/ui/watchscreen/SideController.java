package dev.jobglass.ui.watchscreen;

import dev.jobglass.model.EqualFailures;
import dev.jobglass.model.Job;
import dev.jobglass.model.JobFilter;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.text.Messages;
import dev.jobglass.text.Times;
import java.time.Instant;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Shows notices and open failures on the side, as many as there is room for. */
final class SideController {
    /** How high the title is, in letters. */
    private static final double TITLE = 3;
    /** How high the line is that says how many more there are, in letters. */
    private static final double MORE = 2;

    private final Workspace workspace;
    private final JobFilter filter;
    private final ObservableList<Notice> notices;
    private final Times times;

    @FXML
    private VBox side;
    @FXML
    private VBox noticeCards;
    @FXML
    private Label sideTitle;
    @FXML
    private VBox failures;
    @FXML
    private Label more;

    SideController(Workspace workspace, JobFilter filter, ObservableList<Notice> notices, Times times) {
        this.workspace = workspace;
        this.filter = filter;
        this.notices = notices;
        this.times = times;
    }

    @FXML
    private void initialize() {
        for (Node node : List.of(side, noticeCards, sideTitle, more)) {
            node.managedProperty().bind(node.visibleProperty());
        }
    }

    /**
     * Shows what there is now.
     *
     * @param height how high the side is, in letters
     * @param time the present
     */
    void show(double height, Instant time) {
        List<Job> open = workspace.failures().stream().filter(filter).toList();
        side.setVisible(!open.isEmpty() || !notices.isEmpty());
        sideTitle.setVisible(!open.isEmpty());
        sideTitle.setText(Messages.of("watchscreen.failures", open.size()));
        noticeCards.setVisible(!notices.isEmpty());
        noticeCards.getChildren().setAll(notices.stream().map(SideCard::of).toList());
        int cards = cards(height - TITLE);
        List<List<Job>> equal = EqualFailures.of(open);
        if (notices.size() + equal.size() > cards) {
            cards = cards(height - TITLE - MORE);
        }
        int room = Math.max(0, cards - notices.size());
        boolean high = notices.size() * SideCard.HEIGHT + equal.size() * SideCard.HIGH <= height - TITLE;
        failures.getChildren().setAll(
                equal.stream().limit(room).map(jobs -> SideCard.of(jobs, high, workspace.several(), times, time))
                        .toList());
        int rest = equal.stream().skip(room).mapToInt(List::size).sum();
        more.setVisible(rest > 0);
        more.setText(Messages.of("common.more", rest));
    }

    private static int cards(double height) {
        return Math.max(1, (int) (height / SideCard.HEIGHT));
    }

    /** {@return whether there is anything on the side} */
    boolean shown() {
        return side.isVisible();
    }
}
