package dev.jobglass.ui.insights;

import dev.jobglass.model.Job;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.rules.RuleWords;
import dev.jobglass.settings.Settings;
import dev.jobglass.settings.WatchRule.Kind;
import dev.jobglass.settings.WatchRule;
import dev.jobglass.text.Messages;
import dev.jobglass.ui.common.Background;
import dev.jobglass.ui.common.Dialogs;
import dev.jobglass.ui.common.UnsavedWork;
import dev.jobglass.ui.common.WrappedCell;
import dev.jobglass.ui.common.WrappedLabel;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Has the user's rules made, changed and deleted; nothing of it counts until it is said to. JavaFX thread only. */
public final class RulesDialog {
    private static final WatchRule FIRST = new WatchRule(Kind.FAILED_IN_A_ROW, "", 3, 60, true);

    private final Workspace workspace;
    private final RuleTrials trials;
    private final ListView<WatchRule> list = new ListView<>();
    private final Alert dialog;

    /**
     * Prepares the dialog.
     *
     * @param workspace whose history rules are tried on
     * @param settings has the rules
     * @param clock tells the present
     * @param background tries rules
     * @param owner the window it stays in front of
     */
    public RulesDialog(Workspace workspace, Settings settings, UiClock clock, Background background, Window owner) {
        this.workspace = workspace;
        trials = new RuleTrials(workspace, clock, background);
        list.setId("ruleList");
        list.getStyleClass().add("view-list");
        list.setPlaceholder(new Label(Messages.of("rules.none")));
        list.setCellFactory(_ -> new WrappedCell<>(list, rule -> Messages.joined(
                rule.on() ? "" : Messages.of("rules.off"), RuleWords.of(rule)), _ -> "rule-line"));
        list.getItems().setAll(settings.watchRulesProperty().get());
        list.setOnKeyPressed(event -> {
            if (selected() != null && event.getCode() == KeyCode.DELETE) {
                list.getItems().remove(list.getSelectionModel().getSelectedIndex());
            }
        });
        WrappedLabel trial = new WrappedLabel();
        trial.getStyleClass().add("subtle");
        list.getSelectionModel().selectedItemProperty().subscribe(rule -> {
            trial.setText("");
            if (rule != null) {
                trials.begin(rule, found -> trial.setText(trials.words(found)));
            }
        });
        Button fresh = new Button(Messages.of("rules.new"));
        fresh.setId("rule-new");
        fresh.setOnAction(_ -> ask(null, rule -> {
            list.getItems().add(rule);
            list.getSelectionModel().selectLast();
        }));
        FlowPane buttons = new FlowPane(fresh,
                button("change", () -> ask(selected(), rule -> replace(_ -> rule))),
                button("onOff", () -> replace(rule -> rule.switched(!rule.on()))),
                button("delete", () -> list.getItems().remove(list.getSelectionModel().getSelectedIndex())));
        buttons.getStyleClass().add("view-buttons");
        VBox content = new VBox(list, trial, buttons);
        content.getStyleClass().add("narrow-content");
        ButtonType done = new ButtonType(Messages.of("common.save"), ButtonData.OK_DONE);
        dialog = Dialogs.making(owner, Messages.of("rules.title"), Messages.of("rules.listHeader"), content, done,
                () -> settings.watchRulesProperty().set(List.copyOf(list.getItems())));
        dialog.getDialogPane().lookupButton(done).setId("rulesSave");
        dialog.setOnShown(_ -> list.requestFocus());
        UnsavedWork.guard(dialog, () -> dialog.getResult() != done
                && !list.getItems().equals(settings.watchRulesProperty().get()));
        list.getSelectionModel().selectFirst();
    }

    private WatchRule selected() {
        return list.getSelectionModel().getSelectedItem();
    }

    private void replace(UnaryOperator<WatchRule> change) {
        int place = list.getSelectionModel().getSelectedIndex();
        list.getItems().set(place, change.apply(selected()));
        list.getSelectionModel().clearAndSelect(place);
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(Messages.of("rules." + key));
        button.setId("rule-" + key);
        button.disableProperty().bind(Bindings.isNull(list.getSelectionModel().selectedItemProperty()));
        button.setOnAction(_ -> action.run());
        return button;
    }

    /** {@code before} is the rule to be changed, or null for a new one. */
    private void ask(WatchRule before, Consumer<WatchRule> taker) {
        List<String> agents = workspace.jobs().map(Job::view).filter(view -> view.status() != null)
                .map(view -> view.status().agentId()).filter(Objects::nonNull).distinct().sorted().toList();
        new RuleDialog(dialog.getDialogPane().getScene().getWindow(), before == null ? FIRST : before, agents, trials,
                rule -> list.getItems().stream().anyMatch(one -> one != before && one.switched(true).equals(rule)),
                taker).show();
    }

    /** Shows it. */
    public void show() {
        dialog.show();
    }
}
