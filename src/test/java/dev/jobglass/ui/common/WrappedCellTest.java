package dev.jobglass.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.testing.Fx;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrapped lines of a list. */
class WrappedCellTest {
    /** Two or three lines, depending on the width. */
    private static final String ITEM = "- The third run needs 4.5 min, which is longer than the agent's median of 3.1";

    @ParameterizedTest
    @ValueSource(strings = {"", "-fx-padding: 1 6;", "-fx-font-weight: bold; -fx-padding: 6 6 2 6;"})
    void aCellIsAsHighAsItsTextAtAnyWidth(String style) throws Exception {
        ListView<String> list = Fx.call(() -> new ListView<>());
        StackPane around = Fx.call(() -> {
            list.setCellFactory(of -> new WrappedCell<>(of, line -> line, _ -> "line"));
            list.getItems().addAll(ITEM, ITEM + " seconds");
            StackPane pane = new StackPane(list);
            pane.getStylesheets().add("data:text/css,.line {" + style.replace(" ", "%20") + "}");
            Scene scene = new Scene(pane, 800, 600);
            return (StackPane) scene.getRoot();
        });
        for (int width = 180; width < 700; width++) {
            double wide = width;
            Fx.run(() -> {
                around.resize(wide, 600);
                around.applyCss();
                around.layout();
                for (var node : list.lookupAll(".line")) {
                    Label label = (Label) node;
                    Region cell = (Region) label.getParent();
                    Text text = (Text) label.lookup(".text");
                    if (cell.isVisible()) {
                        assertThat(text.getBoundsInParent().getMaxY())
                                .as("%s at %s %s %s %s %s", label.getText(), wide, label, label.getLayoutBounds(),
                                        label.prefHeight(label.getWidth()), cell)
                                .isLessThanOrEqualTo(label.getHeight() + 0.5);
                        assertThat(label.getBoundsInParent().getMaxY())
                                .as("%s at %s %s %s %s %s", label.getText(), wide, label, label.getLayoutBounds(),
                                        label.prefHeight(label.getWidth()), cell)
                                .isLessThanOrEqualTo(cell.getHeight() + 0.5);
                    }
                }
            });
        }
    }
}
