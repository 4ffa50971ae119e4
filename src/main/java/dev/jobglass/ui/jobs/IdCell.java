package dev.jobglass.ui.jobs;

import dev.jobglass.model.JobSnapshot;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.ui.common.Texts;
import dev.jobglass.ui.common.Visibility;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Id above agent and session. */
final class IdCell extends JobCell {
    /** Each about half as wide as high. */
    private static final int LEAST_LETTERS = 5;

    private final Label id = new Label();
    private final Label subtitle = new Label();
    private final Pane box;

    IdCell(boolean compact) {
        box = lines(compact, id, subtitle);
        id.setMinWidth(compact ? Region.USE_PREF_SIZE : Region.USE_COMPUTED_SIZE);
        id.getStyleClass().add("mono");
        subtitle.getStyleClass().add("subtle");
        Texts.asWritten(id);
        Texts.inOneTypeface(subtitle);
        Visibility.onlyWithText(subtitle);
        subtitle.opacityProperty().bind(Bindings.createDoubleBinding(this::opacity, subtitle.widthProperty(),
                subtitle.textProperty(), subtitle.fontProperty()));
    }

    /** A letter and an ellipsis say nothing of an agent. */
    private double opacity() {
        boolean cut = subtitle.getWidth() < Math.floor(subtitle.prefWidth(-1));
        return cut && subtitle.getWidth() < LEAST_LETTERS * subtitle.getFont().getSize() / 2 ? 0 : 1;
    }

    @Override
    void show(JobSnapshot view) {
        id.setText(PlainText.line(view.jobId()));
        subtitle.setText(Messages.subtitle(view));
        setGraphic(box);
        setAccessibleText(id.getText() + " " + subtitle.getText());
        tip(id.getText() + (subtitle.getText().isEmpty() ? "" : "\n" + subtitle.getText()));
    }
}
