package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Job;
import dev.jobglass.testing.Fx;
import dev.jobglass.text.PlainText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Modality;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureWindowTest extends FailureWindowFixture {
    @Test
    void whatWasNotedOfAnErrorIsReadWhenItComesAgain() throws Exception {
        openWithRunning(1);
        history.noteError("Rate limit exceeded, retry in … s", "quota, ask Ann", "ops", Instant.now());
        server.failed("run_1", "Rate limit exceeded, retry in 7 s");
        awaitText("#noted", "noted by ops: “quota, ask Ann”");
        picture("failure-noted", failureWindow());
    }

    @Test
    void oneWindowForAllNewestOnTopAndNotModal() throws Exception {
        openWithRunning(3);
        server.failed("run_1", "Agent execution timeout");
        Fx.await("the window", () -> failures().equals(List.of("run_1")));
        assertThat(failureWindow().getModality()).isEqualTo(Modality.NONE);
        awaitText("#title", "1 job failed");
        awaitText("#error", "Agent execution timeout");
        server.failed("run_2", "ValueError: OPENAI_API_KEY is not set");
        Fx.await("two rows", () -> failures().equals(List.of("run_2", "run_1")));
        server.failed("run_3", "Interrupted by service restart");
        awaitText("#title", "3 jobs failed");

        assertThat(text("#error")).isEqualTo("Agent execution timeout"); // nobody is torn away from what they read
        picture("failures", failureWindow());
        server.job("run_9", "running", 1);
        Fx.await("the table moves on", () -> rows().contains("run_9"));
    }

    @Test
    void itDoesNotOpenAboveADialogButOnceThatIsClosed() throws Exception {
        openWithRunning(1);
        Fx.run(() -> window.windows().jobs().watch());
        Fx.await("the dialog", () -> node("#watchIds") != null);
        server.failed("run_1", "Agent execution timeout");
        Fx.await("failed", () -> workspace.failures().size() == 1);
        Fx.pulses(10);
        assertThat(node("#failures")).isNull();
        Fx.run(() -> node("#watchIds").getScene().getWindow().hide());
        Fx.await("the window", () -> failures().equals(List.of("run_1")));
    }

    @Test
    void failuresFromBeforeTheFirstLookOnlyCount() throws Exception {
        server.failed("run_old", "long ago");
        openWithRunning(0);
        awaitRows("run_old");
        server.job("run_new", "running", 1, SOON);
        Fx.await("both", () -> rows().size() == 2);
        server.failed("run_new", "now");
        Fx.await("the window", () -> failures().equals(List.of("run_new")));
    }

    @Test
    void showsTheJobInTheTable() throws Exception {
        openWithRunning(2);
        server.failed("run_2", "b");
        Fx.await("the window", () -> failures().equals(List.of("run_2")));
        click("#showJob");

        Fx.await("selected", () -> selected().id().equals("run_2"));
    }

    @Test
    void showsTheJobThoughAFilterHidesIt() throws Exception {
        openWithRunning(2);
        click("#tileRunning");
        click("#filter");
        robot.write("run_1");
        awaitRows("run_1");
        server.failed("run_2", "b");
        Fx.await("the window", () -> failures().equals(List.of("run_2")));
        click("#showJob");

        Fx.await("selected", () -> selected().id().equals("run_2"));
        assertThat(rows()).hasSize(2);
        awaitText("#undoText", "The filter was cleared, for it hides run_2.");
        click("Undo");
        awaitRows("run_1");
        assertThat(Fx.call(() -> ((ToggleButton) node("#tileRunning")).isSelected())).isTrue();
    }

    @Test
    void copiesAReport() throws Exception {
        openWithFailure("Traceback\n  boom");
        click("#copyReport");

        assertThat(Fx.call(() -> Clipboard.getSystemClipboard().getString())).contains("Job: run_1",
                "Server: " + server.url(), "Traceback\n  boom");
        Button copy = Fx.call(() -> (Button) failureWindow().getScene().lookup("#copyReport"));
        Fx.await("says so", () -> copy.getText().equals("Copied"));
        Fx.await("for a moment", () -> copy.getText().equals("Copy report"));
    }

    @Test
    void ofAGroupThatIsOpenTheHeadIsSeenWithTheJobThatIsShown() throws Exception {
        openWithRunning(12);
        for (int i = 1; i <= 12; i++) {
            server.failed("run_" + i, i % 2 == 0 ? "the same" : "another " + "x".repeat(i));
        }
        Fx.await("the window", () -> failures().contains("the same × 6"));
        Fx.run(() -> failureWindow().setHeight(420));
        robot.doubleClickOn(Fx.call(() -> place("run_2")));
        Fx.await("the job and its head", () -> failures().containsAll(List.of("the same × 6", "run_2")));
        assertThat(text("#failures .tree-cell:selected .label")).isEqualTo("run_2");
    }

    @Test
    void afterARestartItOpensOnTheNewestOfWhatIsRemembered() throws Exception {
        openWithRunning(9);
        for (int i = 1; i <= 9; i++) {
            server.failed("run_" + i, "Error " + "abcdefghi".charAt(i - 1));
            String count = i + " job";
            Fx.await("found", () -> node("#title") instanceof Label title && title.getText().startsWith(count));
        }
        closeProgram();
        open();
        Fx.await("the window", () -> !failures().isEmpty());

        assertThat(Fx.call(this::failures)).startsWith("run_9", "run_8", "run_7");
        assertThat(Fx.call(() -> ((TreeView<?>) node("#failures")).getSelectionModel().getSelectedIndex())).isZero();
    }

    private void closeAfterOneOfTwoFailed(String error) throws Exception {
        openWithRunning(2);
        server.failed("run_1", error);
        Fx.await("the window", () -> failures().equals(List.of("run_1")));
        Fx.run(() -> failureWindow().hide());
    }

    @Test
    void closedByHandItOpensAgainForTheNextFailure() throws Exception {
        closeAfterOneOfTwoFailed("a");
        server.failed("run_2", "b");
        clock.await("again", () -> failures().equals(List.of("run_2", "run_1")));
        Fx.run(() -> failureWindow().hide());
        clickRow("run_1");
        robot.type(KeyCode.ENTER);
        awaitText("#error", "a");
    }

    @Test
    void itDoesNotOpenForAnAgentThatIsMutedWhateverTheServerPutsIntoItsName() throws Exception {
        openWithRunning(2);
        Fx.run(() -> settings.notifications().mutedAgents().add(PlainText.line("recipe:\nnews")));
        server.job("run_1", "failed", 10, Map.of("agent_id", "recipe:\nnews", "error", "a"));
        Fx.await("counted", () -> stage.getTitle().startsWith("(1)"));
        server.failed("run_2", "b");
        Fx.await("the window", () -> failures().size() == 2);
        assertThat(Fx.call(() -> text("#error"))).as("for the other").isEqualTo("b");
    }

    @Test
    void theKeyboardIsOnWhatIsSelectedWhenOthersCameAbove() throws Exception {
        openWithFailure("a");
        Fx.run(() -> {
            server.failed("run_2", "b");
            server.failed("run_3", "c");
        });
        Fx.await("three", () -> failures().size() == 3 && failures().getLast().equals("run_1"));
        Fx.run(() -> failureWindow().requestFocus());
        Fx.run(() -> node("#failures").requestFocus());
        String second = failures().get(1);
        robot.type(KeyCode.UP);
        awaitText("#error", second.equals("run_2") ? "b" : "c");
    }

    @Test
    void itDoesNotOpenOverAMenu() throws Exception {
        openWithRunning(2);
        rightClickRow("run_1");
        Fx.await("the menu", () -> Window.getWindows().stream().anyMatch(ContextMenu.class::isInstance));
        server.failed("run_2", "a");
        Fx.await("counted", () -> stage.getTitle().startsWith("(1)"));
        assertThat(Fx.call(() -> Window.getWindows().stream().anyMatch(ContextMenu.class::isInstance))).isTrue();
        assertThat(failures()).isEmpty();
        robot.type(KeyCode.ESCAPE);
        Fx.await("the window", () -> failures().equals(List.of("run_2")));
    }

    @Test
    void openedAgainForAGroupItShowsWhatFailedLast() throws Exception {
        closeAfterOneOfTwoFailed("the same");
        server.failed("run_2", "the same");
        clock.await("again", () -> failures().equals(List.of("the same × 2")));

        Fx.await("the last", () -> ((Label) failureWindow().getScene().lookup("#job")).getText().contains("run_2"));
    }

    @Test
    void openedAgainTheGroupOfWhichOneFailedLastComesFirst() throws Exception {
        openWithRunning(3);
        server.failed("run_1", "the same");
        Fx.await("the window", () -> failures().equals(List.of("run_1")));
        server.failed("run_2", "another");
        Fx.await("above", () -> failures().equals(List.of("run_2", "run_1")));
        server.failed("run_3", "the same");
        Fx.await("nothing moves under the mouse", () -> failures().equals(List.of("run_2", "the same × 2")));
        robot.clickOn(node("#failures").lookup(".failure")).type(KeyCode.ESCAPE);
        Fx.await("closed", () -> Window.getWindows().size() == 1);
        click("#openFailures");
        Fx.await("in order", () -> failures().equals(List.of("the same × 2", "run_2")));
        assertThat(text("#failures .tree-cell:selected .label")).as("as before").isEqualTo("run_2");
    }

    @Test
    void closedByHandTheStatusBarBringsItBack() throws Exception {
        openWithRunning(1);
        assertThat(visible("#openFailures")).isFalse();
        server.failed("run_1", "a");
        Fx.await("the window", () -> failures().equals(List.of("run_1")));
        robot.clickOn(node("#failures").lookup(".failure")).type(KeyCode.ESCAPE);
        Fx.await("closed", () -> Window.getWindows().size() == 1);
        click("#openFailures");
        Fx.await("again", () -> failures().equals(List.of("run_1")));
        click("#dismiss");
        Fx.await("nothing to bring back", () -> !visible("#openFailures"));
    }

    @Test
    void closedByHandItStaysAwayForAMomentThoughMoreFail() throws Exception {
        openWithRunning(2);
        server.failed("run_1", "a");
        Fx.await("the window", () -> failures().equals(List.of("run_1")));
        robot.clickOn(node("#failures").lookup(".failure")).type(KeyCode.ESCAPE);
        Fx.await("closed", () -> Window.getWindows().size() == 1);
        server.failed("run_2", "b");
        Fx.await("counted", () -> stage.getTitle().startsWith("(2)"));
        assertThat(failures()).isEmpty();
        clock.await("both", () -> failures().size() == 2);
    }

    @Test
    void inQuietHoursAndForMutedAgentsItDoesNotOpenByItself() throws Exception {
        openWithRunning(2);
        Fx.run(() -> {
            settings.notifications().quietFromProperty().set("00:00");
            settings.notifications().quietToProperty().set("23:59:59");
        });
        server.failed("run_1", "a");
        Fx.await("counted", () -> visible("#openFailures"));
        assertThat(failures()).isEmpty();
        Fx.run(() -> settings.notifications().quietFromProperty().set(""));
        Fx.await("the window once quiet is over", () -> failures().equals(List.of("run_1")));
        click("#dismiss");
        Fx.run(() -> settings.notifications().failureWindowProperty().set(false));
        server.failed("run_2", "b");
        Fx.await("counted", () -> visible("#openFailures"));
        assertThat(failures()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aJobThatRunsAndFailsAgainOpensItAgain(boolean times) throws Exception {
        openWithRunning(2);
        for (String completed : List.of("2026-11-24T10:05:02Z", "2026-11-24T10:15:02Z")) {
            server.job("run_1", "failed", 30, times
                    ? Map.of("started_at", "2026-11-24T10:00:01Z", "completed_at", completed)
                    : Map.of());
            Fx.await("the window", () -> failures().equals(List.of("run_1")));
            click("#dismiss");
            Fx.await("closed", () -> failures().isEmpty());
            server.job("run_1", "running", 30, SOON);
            Fx.await("runs again", () -> rows().getFirst().equals("run_1")
                    && table().getItems().getFirst() instanceof Job job && job.view().state() == DisplayState.RUNNING);
        }
    }

    @Test
    void aFailedJobThatIsRemovedAndPutBackIsNoNews() throws Exception {
        openWithRunning(2);
        server.failed("run_1", "a");
        Fx.await("the window", () -> failures().equals(List.of("run_1")));
        clickRow("run_1");
        robot.type(KeyCode.ESCAPE);
        Fx.await("closed from the main window too", () -> failures().isEmpty());
        robot.type(KeyCode.DELETE);
        Fx.await("gone", () -> rows().equals(List.of("run_2")) && !visible("#openFailures"));
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        Fx.await("back and unread", () -> rows().size() == 2 && visible("#openFailures"));
        assertThat(selected().id()).isEqualTo("run_1");
        assertThat(table().getSelectionModel().getSelectedIndices()).hasSize(1);
        assertThat(failures()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 200})
    void howeverSmallItIsMadeItsButtonsAreWhole(int textSize) throws Exception {
        openWithFailure("a");
        Fx.run(() -> {
            settings.look().textSizeProperty().set(textSize);
            failureWindow().setWidth(Math.max(480, failureWindow().getMinWidth()));
            failureWindow().setHeight(Math.max(320, failureWindow().getMinHeight()));
        });

        for (String button : List.of("#dismiss", "#dismissAll", "#showJob")) {
            Fx.await(button + " is whole", () -> failureWindow().getScene().lookup(button) instanceof Button shown
                    && shown.getWidth() >= shown.prefWidth(-1)
                    && shown.localToScene(shown.getLayoutBounds()).getMaxX() < failureWindow().getScene().getWidth());
        }
    }

    @Test
    void itGrowsWithTheTextThoughItWasClosedMeanwhile() throws Exception {
        openWithRunning(1);
        for (int size : new int[]{80, 100, 150, 80}) {
            Fx.run(() -> settings.look().textSizeProperty().set(size));
            server.failed("run_1", "a");
            Fx.await("the failure", () -> visible("#openFailures"));
            Fx.run(() -> window.windows().showFailures());
            // Its contents want 57 letters of 14 pixels; the window behind is 1280 wide.
            double wanted = Math.min(57 * 14 * size / 100.0, 1280 * 0.85);
            Fx.await("as wide at " + size, () -> Math.abs(failureWindow().getWidth() - wanted) < 2);
            Fx.run(() -> failureWindow().hide());
        }
    }
}
