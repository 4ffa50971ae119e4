package dev.jobglass.ui.insights;

import dev.jobglass.history.Insights;
import dev.jobglass.history.Insights.ErrorKind;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.text.Messages;
import dev.jobglass.text.Times;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What went wrong over the range, by kind, the most frequent first. */
final class ErrorsController {
    private static final int AT_FIRST = 6;
    /** Nobody reads more, and each is a row of controls. */
    private static final int MOST = 200;
    private static final Comparator<ErrorKind> MOST_FIRST = Comparator.comparingInt(ErrorKind::failures).reversed()
            .thenComparing(ErrorKind::last, Comparator.reverseOrder()).thenComparing(ErrorKind::signature);

    private final UiClock clock;
    private final Times times;
    private final ErrorRow.Actions actions;
    private final Map<String, ErrorRow> rows = new HashMap<>();
    private Insights shown;
    private boolean all;

    @FXML
    private Label errorsCaption;
    @FXML
    private VBox errorRows;
    @FXML
    private Hyperlink errorsAll;

    ErrorsController(UiClock clock, Times times, ErrorRow.Actions actions) {
        this.clock = clock;
        this.times = times;
        this.actions = actions;
    }

    @FXML
    private void initialize() {
        errorsAll.managedProperty().bind(errorsAll.visibleProperty());
    }

    /** Shows a range. */
    void show(Insights insights) {
        shown = insights;
        List<ErrorKind> kinds = insights.errors().stream().sorted(MOST_FIRST).toList();
        errorsCaption.setText(Messages.of("insights.errors.caption", kinds.size(), insights.all().failed()));
        List<ErrorKind> seen = kinds.subList(0, Math.min(kinds.size(), all ? MOST : AT_FIRST));
        rows.keySet().retainAll(seen.stream().map(ErrorKind::signature).toList());
        List<Node> next = seen.stream().<Node>map(this::row).toList();
        if (!errorRows.getChildren().equals(next)) { // else what has the keyboard would lose it
            errorRows.getChildren().setAll(next);
        }
        errorsAll.setVisible(!all && kinds.size() > AT_FIRST);
        errorsAll.setText(Messages.of("insights.errors.all", kinds.size()));
    }

    private ErrorRow row(ErrorKind kind) {
        ErrorRow row = rows.computeIfAbsent(kind.signature(), signature -> new ErrorRow(signature, times, actions));
        row.show(kind, shown.since(), clock.get());
        return row;
    }

    @FXML
    private void showAll() {
        all = true;
        show(shown);
        errorRows.getChildren().get(AT_FIRST).lookup(".button").requestFocus(); // the link that had it is gone
    }
}
