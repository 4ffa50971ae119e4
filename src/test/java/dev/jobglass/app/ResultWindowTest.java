package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.testing.Fx;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/** Results in a window of their own. */
class ResultWindowTest extends ProgramTest {
    private void succeeded(String id, Object result) {
        server.job(id, "succeeded", 100, Map.of("completed_at", "2026-11-24T11:00:00Z"));
        server.result(id, result);
    }

    private void openResult(String id) throws Exception {
        Fx.await("the details", () -> node("#tabs") != null);
        Fx.run(() -> { // not by clicks, for an open window lies over the table
            table().getSelectionModel().clearAndSelect(rows().indexOf(id));
            TabPane tabs = (TabPane) node("#tabs");
            Tab result = tabs.getTabs().stream().filter(tab -> tab.getText().equals("Result")).findFirst()
                    .orElseThrow();
            tabs.getSelectionModel().select(result);
        });
        Fx.await("the result", () -> node("#resultOpen") != null && !node("#resultOpen").isDisabled()
                && selected().id().equals(id));
        Fx.run(((Button) node("#resultOpen"))::fire);
        Fx.await("the window", () -> shown().contains(id));
    }

    private List<String> shown() {
        return node("#results") == null
                ? List.of()
                : ((SplitPane) node("#results")).getItems().stream()
                        .map(pane -> ((Label) pane.lookup("#resultJob")).getText()).toList();
    }

    @Test
    void aSecondResultIsShownBesideTheFirstAndAThirdInItsPlace() throws Exception {
        succeeded("run_1", "# Report\n\nAll is well.\n\n> quoted\n\n```\ncode\n```\n\n- one\n- two");
        succeeded("run_2", Map.of("answer", 42, "text", "first\nsecond"));
        succeeded("run_3", "third");
        open();
        Fx.await("jobs", () -> rows().size() == 3);
        openResult("run_1");
        picture("result-window", node("#results").getScene().getWindow());
        openResult("run_2");
        assertThat(shown()).containsExactly("run_1", "run_2");
        Fx.await("the lines", () -> node("#results").lookupAll("#resultLines").stream()
                .allMatch(list -> !((ListView<?>) list).getItems().isEmpty()));
        picture("result-window-two", node("#results").getScene().getWindow());
        robot.press(KeyCode.SHORTCUT).type(KeyCode.F).release(KeyCode.SHORTCUT);
        Fx.await("what was opened last is searched", () -> ((SplitPane) node("#results")).getItems().getLast()
                .lookup("#resultSearch").isFocused());
        openResult("run_3");
        assertThat(shown()).containsExactly("run_2", "run_3");
        robot.clickOn(node("#results").lookup("#resultClose"));
        Fx.await("one is left", () -> shown().equals(List.of("run_3")));
        robot.clickOn(node("#results").lookup("#resultClose"));
        Fx.await("closed", () -> Window.getWindows().size() == 1);
        openResult("run_1"); // in a window that had been closed
    }

    @Test
    void aTextIsCopiedAndSavedAsText() throws Exception {
        succeeded("run_1", "# Report\n\nAll is well.");
        open();
        awaitRows("run_1");
        openResult("run_1");
        robot.clickOn(node("#results").lookup("#resultCopy"));
        assertThat(Fx.call(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("# Report\n\nAll is well.");
        robot.clickOn(node("#results").lookup("#resultSave"));
        Fx.await("saved", () -> Files.exists(folder.resolve("run_1.md")));
        assertThat(folder.resolve("run_1.md")).hasContent("# Report\n\nAll is well.");
        robot.clickOn(node("#results").lookup("#resultLines")).press(KeyCode.CONTROL).type(KeyCode.A)
                .type(KeyCode.C).release(KeyCode.CONTROL);
        assertThat(Fx.call(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("Report\n\nAll is well.");
        robot.type(KeyCode.ESCAPE);
        Fx.await("closed", () -> Window.getWindows().size() == 1);
    }

    @Test
    void aWordIsFoundHoweverItIsWrittenAndItsLineIsWholeInALowWindow() throws Exception {
        succeeded("run_1", "word\n\n".repeat(20) + "long lines ".repeat(30) + "\n\n" + "long lines ".repeat(30)
                + "\n\nthe cafe\u0301 is open\n\n" + "word\n\n".repeat(20));
        open();
        awaitRows("run_1");
        openResult("run_1");
        Window window = Fx.call(() -> node("#results").getScene().getWindow());
        Fx.run(() -> {
            window.setWidth(500);
            window.setHeight(260);
        });
        robot.clickOn(node("#results").lookup("#resultSearch")).write("CAF\u00c9");
        Fx.await("found", () -> ((Label) node("#results").lookup("#resultNote")).getText()
                .startsWith("1 line"));
        Fx.await("its line is whole", () -> {
            ListView<?> lines = (ListView<?>) node("#results").lookup("#resultLines");
            return lines.lookupAll(".list-cell").stream().map(Region.class::cast)
                    .anyMatch(cell -> cell.isVisible() && String.valueOf(cell.getAccessibleText()).contains("is open")
                            && cell.localToScene(cell.getLayoutBounds()).getMaxY() <= lines
                                    .localToScene(lines.getLayoutBounds()).getMaxY() + 0.5);
        });
    }

    private String marked() {
        return node("#results").lookupAll(".part-found").stream().filter(Node::isVisible).map(Text.class::cast)
                .map(Text::getText).collect(Collectors.joining(" "));
    }

    @Test
    void whatIsLookedForIsMarkedAndWhatIsNotFoundMovesNothing() throws Exception {
        succeeded("run_1", "word\n\n".repeat(60) + "the **Needle** and needles\n\n" + "word\n\n".repeat(60));
        open();
        awaitRows("run_1");
        openResult("run_1");
        robot.clickOn(node("#results").lookup("#resultSearch")).write("needle");
        Fx.await("marked", () -> marked().equals("Needle needle"));
        robot.write("x");
        Fx.await("not found", () -> ((Label) node("#results").lookup("#resultNote")).getText().equals("Not found"));
        Fx.await("as it was", () -> marked().isEmpty() && node("#results").lookupAll(".list-cell").stream()
                .anyMatch(cell -> cell.isVisible() && "the Needle and needles".equals(cell.getAccessibleText())));
        picture("result-search", node("#results").getScene().getWindow());
    }

    @Test
    void aTableHasOneLineARowWhereThereIsRoomForIt() throws Exception {
        succeeded("run_1", "| Name | Count |\n|--|--|\n| " + "long ".repeat(14).strip() + " | 12 |");
        open();
        awaitRows("run_1");
        openResult("run_1");
        Window results = node("#results").getScene().getWindow();
        Fx.run(() -> results.setWidth(1_000));
        Fx.await("a line a row", () -> resultLines().stream().anyMatch(line -> line.matches("Name +Count")));
        Fx.run(() -> results.setWidth(450));
        Fx.await("names and values", () -> resultLines().contains("Count: 12"));
        Fx.run(() -> results.setWidth(1_000));
        Fx.await("a line a row again", () -> resultLines().stream().anyMatch(line -> line.matches("Name +Count")));
    }

    private List<String> resultLines() {
        return ((ListView<?>) node("#results").lookup("#resultLines")).getItems().stream().map(Object::toString)
                .toList();
    }

    @Test
    void anEmptyResultIsSaidToBeEmpty() throws Exception {
        succeeded("run_1", "");
        open();
        awaitRows("run_1");
        openResult("run_1");
        Fx.await("said", () -> ((Label) node("#results").lookup("#resultNote")).getText()
                .equals("The result is empty."));
    }

    @Test
    void aWordIsFoundThatIsBrokenIntoTwoLines() throws Exception {
        succeeded("run_1", "- " + "x".repeat(395) + "needle" + "y".repeat(1_000) + "needle");
        open();
        awaitRows("run_1");
        openResult("run_1");
        robot.clickOn(node("#results").lookup("#resultSearch")).write("xNEEDLEy");
        Fx.await("found", () -> ((Label) node("#results").lookup("#resultNote")).getText().equals("1 line found"));
    }

    @Test
    void eachLineIsAsHighAsItsTextWhenItIsFirstSeen() throws Exception {
        succeeded("run_1", Map.of("items", List.of(Map.of("a", 0, "b", "x".repeat(300)),
                Map.of("a", 1, "b", "y".repeat(300)))));
        open();
        awaitRows("run_1");
        openResult("run_1");
        Fx.await("lines", () -> node("#results").lookupAll(".line-code").size() > 5);
        Fx.await("whole lines", () -> node("#results").lookupAll(".line-code").stream().map(Region.class::cast)
                .filter(line -> line.getParent().isVisible())
                .allMatch(line -> line.getHeight() >= line.prefHeight(line.getWidth()) - 1));
        picture("result-json", node("#results").getScene().getWindow());
    }
}
