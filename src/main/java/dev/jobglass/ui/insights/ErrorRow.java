package dev.jobglass.ui.insights;

import dev.jobglass.history.Insights.ErrorKind;
import dev.jobglass.model.ErrorNote;
import dev.jobglass.model.Job;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.text.Times;
import dev.jobglass.ui.common.Texts;
import dev.jobglass.ui.common.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One kind of error: how often it came, to whom and when, and what can be done about all of it. */
final class ErrorRow extends HBox {
    private static final PseudoClass FRESH = PseudoClass.getPseudoClass("fresh");
    private static final PseudoClass BACK = PseudoClass.getPseudoClass("back");
    private static final Duration FRESH_FOR = Duration.ofDays(1);
    /** So many agents are named. */
    private static final int NAMED = 3;

    private final String signature;
    private final Times times;
    private final Label count = new Label();
    private final Label who = new Label();
    private final Label remark = new Label();
    private final SmallBars bars = new SmallBars();
    private final MenuItem dismiss = new MenuItem();
    private final Actions actions;
    private ErrorKind kind;
    private Instant known;
    private Instant shownAt;

    /**
     * What can be done with an error.
     *
     * @param show shows its jobs in the main window
     * @param open gives the failures of its kind that are not dismissed
     * @param dismiss takes those
     * @param failed gives the failed jobs of its kind that are on the list
     * @param runAgain takes those
     * @param readOnly while this holds that is not offered
     * @param muted gives whether nobody is told of it
     * @param mute takes its signature and whether nobody is to be told
     * @param note asks what to note of it
     * @param samples shows some errors as they came
     */
    record Actions(Consumer<String> show, Function<String, List<Job>> open, Consumer<List<Job>> dismiss,
            Function<String, List<Job>> failed, Consumer<List<Job>> runAgain, ObservableBooleanValue readOnly,
            Function<String, Boolean> muted, BiConsumer<String, Boolean> mute, Consumer<ErrorKind> note,
            Consumer<String> samples) {
    }

    ErrorRow(String signature, Times times, Actions actions) {
        this.signature = signature;
        this.times = times;
        this.actions = actions;
        String words = signature.isEmpty() ? Messages.of("insights.error.none") : PlainText.line(signature);
        Label text = new Label(words);
        text.getStyleClass().addAll("mono", "error-signature");
        Texts.asWritten(text);
        Texts.inOneTypeface(who, remark);
        List.of(text, who, remark).forEach(Texts::tooltipWhenCut);
        count.getStyleClass().add("error-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        who.getStyleClass().add("subtle");
        remark.getStyleClass().add("error-remark");
        VBox what = new VBox(text, who, remark);
        what.setMinWidth(0);
        Visibility.onlyWithText(remark);
        what.getStyleClass().add("error-words");
        Button show = new Button(Messages.of("insights.error.show"));
        show.setMinWidth(Region.USE_PREF_SIZE);
        show.setAccessibleText(show.getText() + ": " + words);
        show.setOnAction(_ -> actions.show().accept(signature));
        HBox controls = new HBox(bars, show, more(words));
        controls.getStyleClass().add("error-controls");
        SideBySide both = new SideBySide(what, controls);
        both.getStyleClass().add("error-both");
        HBox.setHgrow(both, Priority.ALWAYS);
        getChildren().addAll(count, both);
        getStyleClass().add("error-row");
    }

    private MenuButton more(String words) {
        dismiss.setOnAction(_ -> actions.dismiss().accept(actions.open().apply(signature)));
        MenuItem note = new MenuItem(Messages.of("insights.error.note"));
        note.setOnAction(_ -> actions.note().accept(kind));
        MenuItem samples = new MenuItem(Messages.of("insights.error.samples"));
        samples.setOnAction(_ -> actions.samples().accept(signature));
        CheckMenuItem mute = new CheckMenuItem(Messages.of("insights.error.mute"));
        mute.setOnAction(_ -> {
            actions.mute().accept(signature, mute.isSelected());
            show(kind, known, shownAt);
        });
        MenuItem runAgain = new MenuItem();
        runAgain.visibleProperty().bind(BooleanExpression.booleanExpression(actions.readOnly()).not());
        runAgain.setOnAction(_ -> actions.runAgain().accept(actions.failed().apply(signature)));
        MenuButton more = new MenuButton(Messages.of("insights.error.more"), null, dismiss, note, mute, samples,
                runAgain);
        more.setMinWidth(Region.USE_PREF_SIZE);
        more.setAccessibleText(more.getText() + ": " + words);
        more.setOnShowing(_ -> {
            int open = actions.open().apply(signature).size();
            dismiss.setText(Messages.of("insights.error.dismiss", open));
            dismiss.setDisable(open == 0);
            int failed = actions.failed().apply(signature).size();
            runAgain.setText(Messages.of("insights.error.runAgain", failed));
            runAgain.setDisable(failed == 0);
            mute.setSelected(actions.muted().apply(signature));
        });
        return more;
    }

    /** Shows what is known of it now, among runs since a time. */
    void show(ErrorKind next, Instant since, Instant now) {
        kind = next;
        known = since;
        shownAt = now;
        count.setText(Messages.of("insights.number", next.failures()));
        List<String> agents = next.agents().stream()
                .map(agent -> agent.isEmpty() ? Messages.of("insights.agent.none") : PlainText.line(agent)).toList();
        // Names last: they may be long, and of another direction than the rest.
        who.setText(Messages.joined(Messages.of("insights.error.last", times.ago(next.last(), now)),
                Messages.of("insights.error.first", times.ago(next.first(), now)),
                agents.size() > NAMED ? Messages.of("insights.agents", agents.size()) : Messages.list(agents)));
        boolean fresh = next.first().isAfter(now.minus(FRESH_FOR)) && since.isBefore(now.minus(FRESH_FOR));
        boolean back = !fresh && next.quietDays() > 0;
        remark.pseudoClassStateChanged(FRESH, fresh);
        remark.pseudoClassStateChanged(BACK, back);
        remark.setText(Messages.joined(actions.muted().apply(signature) ? Messages.of("insights.error.muted") : "",
                fresh ? Messages.of("insights.error.fresh") : "",
                back ? Messages.of("insights.error.back", next.quietDays()) : "",
                next.note().isEmpty() ? "" : Messages.noted(new ErrorNote(next.note(), next.owner()))));
        bars.show(next.bars());
    }
}
