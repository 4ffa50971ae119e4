package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.testing.Fx;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** What the details show of what a job produced. */
class ResultTabTest extends DetailsFixture {
    @Test
    void aFailedJobIsSaidToHaveNoResult() throws Exception {
        server.job("run_1", "running", 10, Map.of("retry_after", 1));
        open();
        awaitRows("run_1");
        tab(1);
        awaitText("#resultNote", "There is a result once the job has succeeded.");
        server.failed("run_1", "broke");
        awaitText("#resultNote", "The job did not succeed, so there is no result.");
    }

    @Test
    void theResultIsShownReadablySearchedAndLongOnesFreezeNothing() throws Exception {
        server.job("run_1", "succeeded", 100, Map.of());
        server.result("run_1", Map.of("lines", IntStream.range(0, 200_000).mapToObj(i -> "entry " + i).toList()));
        open();
        awaitText("#percent", "100%");
        tab(1);
        Fx.await("the lines", () -> lines("#resultLines").size() > 1_000);
        click("#resultSearch");
        robot.write("entry 19999\"");
        awaitText("#resultNote", "1 line found");
        picture("result", stage);
        Fx.run(() -> ((TextField) node("#resultSearch")).setText("entry 7"));
        awaitText("#resultNote", "1 of 11,111 lines found");
        click("#resultSearch");
        robot.type(KeyCode.ENTER);
        awaitText("#resultNote", "2 of 11,111 lines found");
        robot.push(KeyCode.SHIFT, KeyCode.ENTER).push(KeyCode.SHIFT, KeyCode.F3);
        awaitText("#resultNote", "11,111 of 11,111 lines found");
        robot.type(KeyCode.F3);
        awaitText("#resultNote", "1 of 11,111 lines found");
        server.job("run_2", "succeeded", 100, Map.of("created_at", "2026-11-24T09:00:00Z"));
        server.result("run_2", "# Title\n\nSome *important* text\n\n- one\n- two");
        awaitRows("run_1", "run_2");
        clickRow("run_2");
        Fx.await("Markdown as text", () -> lines("#resultLines").contains("Some important text")
                && lines("#resultLines").contains("Title"));
    }

    @Test
    void aServerThatAsksForPatienceIsAskedAgainForTheResult() throws Exception {
        server.job("run_1", "succeeded", 100, Map.of());
        server.result("run_1", "worth waiting for");
        server.resultLater("run_1", 1);
        open();
        awaitText("#percent", "100%");
        tab(1);
        Fx.await("the result", () -> lines("#resultLines").contains("worth waiting for"));
    }

    @Test
    void theKeysThatSelectAndCopyRowsMeanItsLinesWhileTheyHaveTheKeyboard() throws Exception {
        server.job("run_1", "succeeded", 100, Map.of());
        server.job("run_2", "running", 10, Map.of("retry_after", 1));
        server.result("run_1", "one\n\ntwo");
        open();
        awaitRows("run_2", "run_1");
        clickRow("run_1");
        tab(1);
        Fx.await("the lines", () -> lines("#resultLines").contains("two"));
        Fx.run(() -> node("#resultLines").requestFocus());
        robot.press(KeyCode.CONTROL).type(KeyCode.A).type(KeyCode.C).release(KeyCode.CONTROL);
        Fx.await("the text, not an id", () -> clipboard().equals("one\n\ntwo"));
        tab(2);
        Fx.await("the answer", () -> lines("#rawLines").contains("HTTP 200"));
        Fx.run(() -> node("#rawLines").requestFocus());
        robot.press(KeyCode.CONTROL).type(KeyCode.A).type(KeyCode.C).release(KeyCode.CONTROL);
        Fx.await("all of it", () -> clipboard().equals(String.join("\n", lines("#rawLines"))));
        tab(0);
        Fx.await("moments", () -> !((ListView<?>) node("#timeline")).getItems().isEmpty());
        Fx.run(() -> node("#timeline").requestFocus());
        robot.press(KeyCode.CONTROL).type(KeyCode.A).type(KeyCode.C).release(KeyCode.CONTROL);
        Fx.await("what happened", () -> clipboard().contains("\tCreated"));
    }

    @Test
    void aLineThatTakesSeveralRowsIsCopiedAsTheOneItIs() throws Exception {
        String text = "the quick brown fox jumps over the lazy dog ".repeat(200).strip();
        server.job("run_1", "succeeded", 100, Map.of());
        server.result("run_1", Map.of("list", List.of(text)));
        open();
        awaitText("#percent", "100%");
        tab(1);
        Fx.await("the lines", () -> !lines("#resultLines").isEmpty());
        assertThat(lines("#resultLines")).as("rows").hasSizeGreaterThan(5);
        Fx.run(() -> node("#resultLines").requestFocus());
        robot.press(KeyCode.CONTROL).type(KeyCode.A).type(KeyCode.C).release(KeyCode.CONTROL);
        Fx.await("whole", () -> clipboard().lines().map(String::strip).toList()
                .equals(List.of("{", "\"list\" : [", '"' + text + '"', "]", "}")));
        Fx.run(() -> {
            ListView<?> rows = (ListView<?>) node("#resultLines");
            rows.getSelectionModel().clearSelection();
            rows.getSelectionModel().selectIndices(2, 4); // what lies between is left out
            rows.requestFocus();
        });
        robot.press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
        Fx.await("two lines", () -> clipboard().lines().count() == 2);
    }

    @Test
    void theResultIsSavedAsTheServerGaveIt() throws Exception {
        server.job("run_1", "succeeded", 100, Map.of());
        server.result("run_1", Map.of("answer", 42));
        open();
        awaitText("#percent", "100%");
        tab(1);
        Fx.await("the lines", () -> !lines("#resultLines").isEmpty());
        click("Save…");
        awaitText("#resultNote", "Saved as");
        assertThat(Files.readString(folder.resolve("run_1.json"))).contains("\"answer\"").contains("42");
    }
}
