package dev.jobglass.ui.insights;

import dev.jobglass.rules.RuleWords;
import dev.jobglass.settings.WatchRule;
import dev.jobglass.settings.WatchRule.Kind;
import dev.jobglass.settings.WatchRule.Unit;
import dev.jobglass.text.Messages;
import dev.jobglass.ui.common.Choices;
import dev.jobglass.ui.common.Dialogs;
import dev.jobglass.ui.common.StyleClasses;
import dev.jobglass.ui.common.Texts;
import dev.jobglass.ui.common.UnsavedWork;
import dev.jobglass.ui.common.WrappedLabel;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Asks for a rule, says it in words, and tries it on what was. JavaFX thread only. */
final class RuleDialog {
    private static final int LONGEST_NUMBER = 6;
    private static final int PERCENT = 100;

    private final RuleTrials trials;
    private final Predicate<WatchRule> known;
    private final ChoiceBox<Kind> kind = new ChoiceBox<>();
    private final ComboBox<String> agent = new ComboBox<>();
    private final TextField number = new TextField();
    private final TextField time = new TextField();
    private final ChoiceBox<Unit> unit = new ChoiceBox<>();
    private final WrappedLabel words = new WrappedLabel();
    private final WrappedLabel trial = new WrappedLabel();
    private final Alert dialog;
    private final Node save;
    /** The kind that the number was last asked for. */
    private Kind asked;

    /** {@code agents} are offered; no rule is asked for of which {@code known} holds; {@code taker} takes it. */
    RuleDialog(Window owner, WatchRule before, List<String> agents, RuleTrials trials, Predicate<WatchRule> known,
            Consumer<WatchRule> taker) {
        this.trials = trials;
        this.known = known;
        this.asked = before.kind();
        kind.setConverter(Choices.named(one -> one == null ? "" : Messages.of("rules.kind." + one)));
        kind.getItems().setAll(Kind.values());
        agent.setEditable(true);
        Texts.inOneTypeface(agent.getEditor());
        agent.setPrefWidth(0); // as wide as there is room, however long the names
        agent.setPromptText(Messages.of("rules.agent.any"));
        agent.getItems().setAll(agents);
        unit.setConverter(Choices.named(one -> one == null ? "" : Messages.of("rules.unit." + one)));
        unit.getItems().setAll(Unit.values());
        List.of(kind, unit).forEach(Choices::byArrows);
        GridPane fields = new GridPane();
        fields.getStyleClass().add("rule-fields");
        row(fields, 0, "kind", kind);
        row(fields, 1, "agent", agent);
        row(fields, 2, "number", number);
        row(fields, 3, "time", time);
        row(fields, 4, "unit", unit);
        words.setId("ruleWords");
        trial.setId("ruleTrial");
        trial.getStyleClass().add("subtle");
        VBox content = new VBox(fields, words, trial);
        content.getStyleClass().add("narrow-content");
        ButtonType keep = new ButtonType(Messages.of("rules.keep"), ButtonData.OK_DONE);
        dialog = Dialogs.making(owner, Messages.of("rules.one"), Messages.of("rules.header"), content, keep,
                () -> rule().ifPresent(taker));
        save = dialog.getDialogPane().lookupButton(keep);
        save.setId("ruleSave");
        fill(before);
        kind.valueProperty().subscribe(this::changed);
        List.of(agent.getEditor(), number, time).forEach(field -> field.textProperty().subscribe(this::changed));
        unit.valueProperty().subscribe(this::changed);
        changed();
        WatchRule begun = asWritten(); // without what its kind does not ask for
        dialog.setOnShown(_ -> kind.requestFocus());
        UnsavedWork.guard(dialog, () -> dialog.getResult() != keep && !asWritten().equals(begun));
    }

    private static void row(GridPane fields, int row, String name, Control control) {
        Label label = new Label(Messages.of("rules.field." + name));
        label.setLabelFor(control);
        label.setMinWidth(Region.USE_PREF_SIZE);
        control.setId("rule-" + name);
        control.setMaxWidth(Double.MAX_VALUE);
        label.visibleProperty().bind(control.visibleProperty());
        label.managedProperty().bind(control.visibleProperty());
        control.managedProperty().bind(control.visibleProperty());
        fields.addRow(row, label, control);
        GridPane.setHgrow(control, Priority.ALWAYS);
    }

    private void fill(WatchRule rule) {
        kind.setValue(rule.kind());
        agent.getEditor().setText(rule.agent());
        number.setText(Integer.toString(rule.number()));
        Unit largest = Unit.of(rule.minutes());
        unit.setValue(largest);
        time.setText(Integer.toString(rule.minutes() / largest.minutes()));
    }

    private static int most(Kind kind) {
        return kind == Kind.SUCCEEDED_SELDOM ? PERCENT : WatchRule.MOST;
    }

    private int many() {
        return kind.getValue().counts() ? number(number.getText()) : 1;
    }

    private long minutes() {
        return kind.getValue().lasts() ? (long) number(time.getText()) * unit.getValue().minutes() : 1;
    }

    /** {@return what makes no sense in what is asked for, or nothing} */
    private Optional<String> complaint() {
        Kind what = kind.getValue();
        if (many() < 1 || many() > most(what)) {
            return Optional.of(Messages.of("rules.senseless.number", most(what)));
        }
        if (minutes() < 1 || minutes() > WatchRule.LONGEST) {
            return Optional.of(Messages.of("rules.senseless.time", WatchRule.LONGEST / Unit.DAYS.minutes()));
        }
        if (what == Kind.NO_SUCCESS && agent.getEditor().getText().isBlank()) {
            return Optional.of(Messages.of("rules.senseless.agent"));
        }
        return known.test(asWritten()) ? Optional.of(Messages.of("rules.senseless.known")) : Optional.empty();
    }

    private WatchRule asWritten() {
        return new WatchRule(kind.getValue(), agent.getEditor().getText().strip(), many(), (int) minutes(), true);
    }

    /** {@return what is asked for, or nothing while it makes no sense} */
    private Optional<WatchRule> rule() {
        return complaint().isPresent() ? Optional.empty() : Optional.of(asWritten());
    }

    private static int number(String text) {
        String digits = text.strip();
        return digits.matches("\\p{Nd}{1," + LONGEST_NUMBER + "}") ? Integer.parseInt(digits) : 0;
    }

    private void changed() {
        Kind what = kind.getValue();
        if (what != asked) {
            boolean untouched = number.getText().equals(Integer.toString(usual(asked)));
            asked = what;
            number.setText(untouched ? Integer.toString(usual(what)) : number.getText());
        }
        number.setVisible(what.counts());
        time.setVisible(what.lasts());
        unit.setVisible(what.lasts());
        Optional<WatchRule> rule = rule();
        save.setDisable(rule.isEmpty());
        words.setText(rule.map(RuleWords::of).or(this::complaint).orElseThrow());
        boolean wrong = rule.isEmpty() && dialog.isShowing(); // nobody has written anything before
        StyleClasses.set(words, wrong ? new String[]{"label", "complaint"} : new String[]{"label"});
        trial.setText("");
        rule.ifPresent(tried -> trials.begin(tried, found -> {
            if (rule().filter(tried::equals).isPresent()) { // else another has been asked for since
                trial.setText(trials.words(found));
                Dialogs.growToFit(dialog);
            }
        }));
        Dialogs.growToFit(dialog);
    }

    /** {@return the number to begin with} */
    private static int usual(Kind kind) {
        return switch (kind) {
            case FAILED_IN_A_ROW -> 3;
            case FAILED_OFTEN -> 5;
            case SUCCEEDED_SELDOM -> 80;
            case QUEUE_LONG -> 100;
            case QUEUE_OLD, NO_SUCCESS, RUNS_LONG -> 1;
        };
    }

    /** Asks. */
    void show() {
        dialog.show();
    }
}
