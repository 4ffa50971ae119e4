package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.util.RawValue;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.RunsServer;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Results, raw answers and streams that are large or made to be slow end in words, and freeze nothing. */
class HostileAnswersTest extends ProgramTest {
    private List<String> lines(String list) {
        return ((ListView<?>) node(list)).getItems().stream().map(Object::toString).toList();
    }

    private void openAt(int tab) throws Exception {
        open();
        Fx.await("the details", () -> node("#tabs") != null);
        Fx.run(() -> ((TabPane) node("#tabs")).getSelectionModel().select(tab));
    }

    private void succeeded(String id, Object result) {
        server.job(id, "succeeded", 100, Map.of());
        server.result(id, result);
    }

    private static List<Thread> rendering() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().startsWith("background-"))
                .toList();
    }

    @Test
    void markdownThatIsSlowToReadIsShownAsItIs() throws Exception {
        String slow = "[a](<b ".repeat(400_000);
        succeeded("run_1", slow);
        succeeded("run_2", slow);
        succeeded("run_3", "the *end*");
        openAt(1);
        awaitRows("run_1", "run_2", "run_3");
        clickRow("run_1");
        awaitText("#resultNote", "Markdown");
        assertThat(Fx.call(() -> lines("#resultLines").getFirst())).startsWith("[a](<b [a](<b ");
        clickRow("run_2");
        clickRow("run_3");
        Fx.await("the small one", () -> lines("#resultLines").equals(List.of("the end")));
        closeProgram();
        Fx.await("no thread left", () -> rendering().isEmpty());
    }

    @Test
    void deepMarkdownIsShown() throws Exception {
        succeeded("run_1", ">".repeat(90_000) + "deep");
        openAt(1);
        Fx.await("the lines", () -> !lines("#resultLines").isEmpty());
        assertThat(text("#resultNote")).doesNotContain("Asking");
    }

    @Test
    void whatIsCutIsSaidAndAllOfItCanBeSaved() throws Exception {
        String numbers = "[".repeat(900) + IntStream.range(0, 700_000).mapToObj(i -> "7").collect(
                Collectors.joining(",")) + "]".repeat(900);
        succeeded("run_1", new RawValue(numbers));
        openAt(1);
        awaitText("#resultNote", "Shown and searched is");
        assertThat(Fx.call(() -> lines("#resultLines").size())).isLessThan(200_000);
        Fx.run(() -> ((javafx.scene.control.TextField) node("#resultSearch")).setText("nothing like it"));
        assertThat(text("#resultNote")).contains("Not found").contains("Shown and searched is");
        click("Save…");
        awaitText("#resultNote", "Saved as");
        assertThat(Files.readString(folder.resolve("run_1.json"))).isEqualTo(numbers);
    }

    @Test
    void aRawAnswerOfAnySizeIsShown() throws Exception {
        server.job("run_1", "succeeded", 100, Map.of());
        server.instead("run_1", new RunsServer.Reply(200, "application/json",
                "{\"a\":" + "[".repeat(900) + "1,".repeat(1_000_000) + "1" + "]".repeat(900) + "}"));
        openAt(2);
        Fx.await("the lines", () -> lines("#rawLines").contains("HTTP 200"));
        assertThat(Fx.call(() -> lines("#rawLines").getLast())).contains("are shown");
    }

    @Test
    void aFloodOfEventsIsFewUpdatesAndTheLastWins() throws Exception {
        server.job("run_1", "running", 10, Map.of("retry_after", 3_600, "started_at", "2026-11-24T10:00:01Z"));
        server.stream("run_1", IntStream.range(0, 100_000)
                .mapToObj(i -> "event: progress\ndata: {\"percentage\": " + i % 90 + "}\n\n")
                .collect(Collectors.joining())
                + "event: progress\ndata: {\"percentage\": 95}\n\n"
                + "event: progress\ndata: {\"step\": \"Last\"}\n\n");
        discoverySeconds = 3_600; // the list, like any answer, tells of the job as it was before the stream
        openAt(0);
        awaitText("#percent", "10%");
        AtomicInteger changes = new AtomicInteger();
        Fx.run(() -> job(0).viewProperty().addListener((_, _, _) -> changes.incrementAndGet()));
        click("#live");
        awaitText("#step", "Last");
        awaitText("#percent", "95%");
        Fx.await("over", () -> !((ToggleButton) node("#live")).isSelected());
        assertThat(changes.get()).isLessThan(1_000);
    }

    /** JavaFX throws when it wraps such a text. */
    @ParameterizedTest
    @ValueSource(strings = {"חיבור לשרת נכשל לאחר שלושים שניות של המתנה לתשובה מן המודל", "🔥 שגיאה",
            "فشل الاتصال بالخادم بعد ثلاثين ثانية من انتظار الرد من النموذج اللغوي الكبير",
            "Agent crashed: خطأ في قراءة الملف التقرير الربعي للمبيعات من الخادم البعيد"})
    void rightToLeftTextsAreShownWithoutAnException(String text) throws Exception {
        List<Throwable> uncaught = new CopyOnWriteArrayList<>();
        Fx.run(() -> Thread.currentThread().setUncaughtExceptionHandler((_, error) -> uncaught.add(error)));
        try {
            server.failed("run_1", "plain first");
            server.job("run_2", "running", 10,
                    Map.of("retry_after", 1, "agent_id", text.repeat(3), "session_id", text));
            open();
            Fx.await("the details", () -> text("#detailsError") != null || text("#id") != null);
            clickRow("run_1");
            awaitText("#detailsError", "plain first");
            server.failed("run_1", text);
            robot.type(KeyCode.F5);
            Fx.await("the text", () -> text("#errorUnwrappable").replace("\n", " ").contains(text));
            robot.type(KeyCode.ENTER);
            Fx.await("the failure window", () -> node("#error") != null);
            clickRow("run_2");
            awaitText("#id", "run_2");
            assertThat(uncaught).isEmpty();
        } finally {
            Fx.run(() -> Thread.currentThread().setUncaughtExceptionHandler(null));
        }
    }
}
