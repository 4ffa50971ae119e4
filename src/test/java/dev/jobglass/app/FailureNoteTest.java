package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.testing.Fx;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/** What becomes of a note that somebody writes while failures come and go. */
class FailureNoteTest extends FailureWindowFixture {
    @Test
    void itStaysWhileOneWritesInItThoughTheJobRunsAgain() throws Exception {
        openWithFailure("a");
        click("#note");
        robot.write("because");
        server.job("run_1", "running", 10, Map.of("retry_after", 1, "started_at", "2026-11-24T11:00:01Z"));
        Fx.run(() -> workspace.actions().askNow(List.of(job(0))));
        Fx.await("said", () -> ((Label) failureWindow().getScene().lookup("#jobWords")).getText()
                .equals("Running"));
        robot.write(" of this");
        assertThat(text("#note")).isEqualTo("because of this");
        awaitText("#error", "a");
        robot.type(KeyCode.ESCAPE);
        Fx.await("closed", () -> Window.getWindows().size() == 1);
        assertThat(visible("#openFailures")).isFalse();
    }

    @Test
    void aNoteSaysOfWhichErrorItIsWhenTheJobFailsOtherwiseMeanwhile() throws Exception {
        openWithFailure("a");
        click("#note");
        robot.write("because");
        server.job("run_1", "failed", 10, Map.of("error", "b", "started_at", "2026-11-24T11:00:01Z", "completed_at",
                "2026-11-24T11:00:02Z"));
        Fx.run(() -> workspace.actions().askNow(List.of(job(0))));
        Fx.await("said", () -> ((Label) failureWindow().getScene().lookup("#jobWords")).getText()
                .contains("failed again, otherwise"));
        awaitText("#error", "b");
        click("#dismiss");
        Fx.await("noted", () -> history.changes(server.url(), "run_1", 10).stream()
                .anyMatch(change -> change.text() != null && change.text().endsWith("of “a”: because")));
    }

    @Test
    void aNoteIsNotAboutWhatFailedOfTheSameKindWhileItWasWritten() throws Exception {
        openWithFailure("quota gone for user 7");
        click("#note");
        robot.write("only for n1");
        server.failed("run_2", "quota gone for user 8");
        Fx.await("said", () -> ((Label) failureWindow().getScene().lookup("#jobWords")).getText()
                .contains("1 more failed while you wrote"));
        assertThat(text("#dismiss")).isEqualTo("Dismiss");
        robot.type(KeyCode.ENTER);
        Fx.await("noted", () -> history.changes(server.url(), "run_1", 10).stream()
                .anyMatch(change -> change.text() != null && change.text().endsWith("only for n1")));
        Fx.await("the other is open", () -> ((Label) failureWindow().getScene().lookup("#job")).getText()
                .startsWith("run_2"));
        assertThat(text("#note")).isEmpty();
        assertThat(Fx.call(() -> workspace.failures().size())).isEqualTo(1);
    }

    @Test
    void itsButtonsHaveRoomInASmallWindowWithLargeText() throws Exception {
        openWithFailure("quota gone for user 7");
        server.failed("run_2", "disk full");
        Fx.await("two groups", () -> failures().size() == 2);
        Fx.run(() -> {
            failureWindow().setWidth(780);
            settings.look().textSizeProperty().set(200);
        });
        click("#note");
        robot.write("a");
        Fx.pulses(5);
        Fx.run(() -> {
            Node dismiss = node("#dismiss");
            assertThat(dismiss.localToScene(dismiss.getLayoutBounds()).getMaxX())
                    .isLessThanOrEqualTo(dismiss.getScene().getWidth());
            assertThat(((Button) node("#dismissAll")).getText()).as("shorter").isEqualTo("Dismiss all");
        });
    }

    @Test
    void aNoteStaysAsItIsWhenOthersLeaveTheWindowAndComesBackAboutTheSame() throws Exception {
        openWithFailure("quota gone for user 7");
        server.failed("run_2", "disk full");
        Fx.await("two groups", () -> failures().size() == 2);
        selectRow("run_1");
        click("#note");
        assertThat(text("#dismissAll")).isEqualTo("Dismiss all");
        robot.write("only for n1");
        assertThat(text("#dismissAll")).as("for all are more").isEqualTo("Dismiss all, note for 1");
        server.failed("run_3", "quota gone for user 8");
        awaitJob("1 more failed while you wrote");
        server.job("run_2", "running", 10, Map.of("retry_after", 1, "started_at", "2026-11-24T11:00:01Z"));
        Fx.await("one group", () -> failures().size() == 1);
        robot.write(" and others");
        assertThat(text("#note")).isEqualTo("only for n1 and others");
        assertThat(text("#dismiss")).isEqualTo("Dismiss");
        server.failed("run_4", "disk full");
        Fx.await("two groups", () -> failures().size() == 2);
        selectRow("run_4");
        awaitText("#note", "");
        selectRow("quota gone");
        awaitText("#note", "only for n1 and others");
        assertThat(text("#dismiss")).isEqualTo("Dismiss");
    }

    private void selectRow(String beginning) throws Exception {
        Fx.run(() -> {
            int row = IntStream.range(0, failures().size()).filter(i -> failures().get(i).startsWith(beginning))
                    .findFirst().orElseThrow();
            ((TreeView<?>) node("#failures")).getSelectionModel().clearAndSelect(row);
        });
    }

    private void awaitJob(String words) throws Exception {
        Fx.await(words, () -> ((Label) failureWindow().getScene().lookup("#jobWords")).getText().contains(words));
    }
}
