package dev.jobglass.ui.jobs;

import dev.jobglass.model.JobSnapshot;
import dev.jobglass.text.Messages;
import dev.jobglass.ui.common.StyleClasses;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Glyph, word and colour. */
final class StateCell extends JobCell {
    private final Label glyph = new Label();
    private final Label word = new Label();
    private final HBox box = new HBox(glyph, word);

    StateCell() {
        box.getStyleClass().add("state");
        glyph.getStyleClass().add("state-glyph");
        box.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    void show(JobSnapshot view) {
        glyph.setText(Messages.glyph(view.state()));
        word.setText(Messages.state(view));
        StyleClasses.set(box, "state", view.state().styleClass());
        setGraphic(box);
        setAccessibleText(word.getText());
        tip(view.problem() == null ? null : Messages.problem(view.problem()));
    }
}
