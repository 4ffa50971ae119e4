package dev.jobglass.ui.insights;

import dev.jobglass.history.Insights.Agent;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A figure of an agent, and how it differs from the range before. */
final class FigureCell extends TableCell<Agent, Agent> {
    private static final PseudoClass WORSE = PseudoClass.getPseudoClass("worse");

    private final Figure figure;
    private final Label value = new Label();
    private final Label change = new Label();
    private final HBox both = new HBox(value, change);

    /**
     * What a cell says.
     *
     * @param value in words
     * @param change in words, or an empty text
     * @param worse whether the change is to be seen from afar
     * @param style of the value, or an empty text
     */
    record Figure(Function<Agent, String> value, Function<Agent, String> change, Function<Agent, Boolean> worse,
            Function<Agent, String> style) {
    }

    FigureCell(Figure figure) {
        this.figure = figure;
        value.setMinWidth(Region.USE_PREF_SIZE); // numbers are never cut
        change.getStyleClass().addAll("subtle", "figure-change");
        both.getStyleClass().add("figure");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(Agent agent, boolean empty) {
        super.updateItem(agent, empty);
        setGraphic(empty || agent == null ? null : both);
        if (agent != null && !empty) {
            value.setText(figure.value().apply(agent));
            value.getStyleClass().setAll("label", "figure-value", figure.style().apply(agent));
            change.setText(figure.change().apply(agent));
            change.pseudoClassStateChanged(WORSE, figure.worse().apply(agent));
            setText(value.getText()); // for who reads the screen aloud
        } else {
            setText(null);
        }
    }
}
