package dev.jobglass.ui.insights;

import dev.jobglass.rules.Finding;
import dev.jobglass.rules.RuleWords;
import dev.jobglass.settings.WatchRule;
import dev.jobglass.text.Messages;
import dev.jobglass.ui.common.WrappedLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Which of the user's rules would have told in the last week, and how often. */
final class RulesController {
    private final ObjectProperty<List<WatchRule>> rules;
    private final RuleTrials trials;
    private final Runnable manage;

    @FXML
    private Label rulesNone;
    @FXML
    private VBox ruleLines;

    /** {@code manage} shows the rules, to be changed. */
    RulesController(ObjectProperty<List<WatchRule>> rules, RuleTrials trials, Runnable manage) {
        this.rules = rules;
        this.trials = trials;
        this.manage = manage;
    }

    @FXML
    private void initialize() {
        rulesNone.managedProperty().bind(rulesNone.visibleProperty());
    }

    /** Tries the rules anew. */
    void show() {
        List<WatchRule> on = rules.get().stream().filter(WatchRule::on).toList();
        rulesNone.setVisible(on.isEmpty());
        List<WrappedLabel> lines = new ArrayList<>();
        for (WatchRule rule : on) {
            WrappedLabel line = new WrappedLabel(RuleWords.of(rule));
            line.getStyleClass().add("rule-line");
            lines.add(line);
            trials.begin(rule, found -> tell(line, rule, found));
        }
        ruleLines.getChildren().setAll(lines);
    }

    private void tell(WrappedLabel line, WatchRule rule, List<Finding> found) {
        boolean ofOne = found.stream().map(one -> List.of(one.agent(), Objects.toString(one.job()))).distinct()
                .count() == 1;
        line.setText(Messages.joined(ofOne ? RuleWords.of(found.getLast()) : RuleWords.of(rule),
                trials.shortWords(found)));
        line.getStyleClass().add(found.isEmpty() ? "rule-quiet" : "rule-told");
    }

    @FXML
    private void manage() {
        manage.run();
    }
}
