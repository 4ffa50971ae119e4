package dev.jobglass.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.testing.Fx;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                for (var line : list.lookupAll(".line")) {
                    Label label = (Label) ((HBox) line).getChildren().getLast();
                    Region cell = (Region) line.getParent();
                    Text text = (Text) label.lookup(".text");
                    if (cell.isVisible()) {
                        assertThat(text.getBoundsInParent().getMaxY())
                                .as("%s at %s %s %s %s %s", label.getText(), wide, label, label.getLayoutBounds(),
                                        label.prefHeight(label.getWidth()), cell)
                                .isLessThanOrEqualTo(label.getHeight() + 0.5);
                        assertThat(label.getBoundsInParent().getMaxY())
                                .isLessThanOrEqualTo(((Region) line).getHeight() + 0.5);
                        assertThat(line.getBoundsInParent().getMaxY())
                                .as("%s at %s %s %s %s %s", label.getText(), wide, label, label.getLayoutBounds(),
                                        label.prefHeight(label.getWidth()), cell)
                                .isLessThanOrEqualTo(cell.getHeight() + 0.5);
                    }
                }
            });
        }
    }

    @ParameterizedTest
    @CsvSource(ignoreLeadingAndTrailingWhitespace = false, value = {"- The third run|'- '",
            "   12. The third|'   12. '",
            "    \"key\": 3|'    '", "-5 is a number|''", "1.5 is one|''", "* |'* '", "|''"}, delimiter = '|')
    void whatALineBeginsWithStandsBesideItsText(String line, String margin) {
        assertThat(Texts.margin(line == null ? "" : line)).isEqualTo(margin);
    }

    @Test
    void theLinesOfAnItemStandBelowItsText() throws Exception {
        Fx.run(() -> {
            ListView<String> list = new ListView<>();
            list.setCellFactory(of -> new WrappedCell<>(of, line -> line, _ -> "line",
                    line -> line.contains("bold")
                            ? List.of(new Text("- in "), new Text(line.substring(5)))
                            : List.of()));
            list.getItems().addAll(ITEM, "- in " + "bold letters ".repeat(9));
            StackPane around = (StackPane) new Scene(new StackPane(list), 300, 600).getRoot();
            around.applyCss();
            around.layout();
            List<HBox> lines = list.lookupAll(".line").stream().map(HBox.class::cast).toList();
            assertThat(lines).hasSizeGreaterThan(1).allSatisfy(line -> {
                Label margin = (Label) line.getChildren().getFirst();
                Node text = line.getChildren().getLast();
                assertThat(margin.getText()).isEqualTo("- ");
                assertThat(margin.getWidth()).isPositive().isEqualTo(text.getLayoutX());
                assertThat(text.getBoundsInParent().getHeight()).isGreaterThan(1.5 * margin.getHeight());
                assertThat(margin.getLayoutY()).isEqualTo(text.getLayoutY());
            });
        });
    }
}
