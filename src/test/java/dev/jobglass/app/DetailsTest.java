package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Job;
import dev.jobglass.settings.NotificationSettings;
import dev.jobglass.testing.Fx;
import dev.jobglass.ui.common.Clipboards;
import dev.jobglass.ui.common.Dialogs;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import org.junit.jupiter.api.Test;

class DetailsTest extends DetailsFixture {
    private static final Map<String, Object> SOON = Map.of("retry_after", 1, "started_at", "2026-11-24T10:00:01Z");

    /** By events of our own: the headless robot's reach the divider only while the pointer is above it. */
    private void dragDivider(double by) {
        Node divider = node(".split-pane-divider");
        Bounds place = divider.localToScreen(divider.getLayoutBounds());
        double x = place.getCenterX();
        double y = place.getCenterY();
        Event.fireEvent(divider, mouse(MouseEvent.MOUSE_PRESSED, divider, x, y));
        Event.fireEvent(divider, mouse(MouseEvent.MOUSE_DRAGGED, divider, x + by, y));
        stage.getScene().getRoot().layout();
        Event.fireEvent(divider, mouse(MouseEvent.MOUSE_RELEASED, divider, x + by, y));
    }

    private MouseEvent mouse(EventType<MouseEvent> type, Node on, double x, double y) {
        PickResult pick = new PickResult(on, x - stage.getX(), y - stage.getY());
        return new MouseEvent(on, on, type, x - stage.getX(), y - stage.getY(), x, y, MouseButton.PRIMARY, 1, false,
                false, false, false, type != MouseEvent.MOUSE_RELEASED, false, false, false, false, true, pick);
    }

    @Test
    void theWidthAPersonGivesTheDetailsIsRemembered() throws Exception {
        job("run_1", "running", 10, "Reading");
        open();
        awaitText("#percent", "10%");
        double before = Fx.call(() -> node("#details").getLayoutBounds().getWidth());
        Fx.run(() -> dragDivider(-100));
        Fx.await("wider", () -> node("#details").getLayoutBounds().getWidth() > before + 50);
        Fx.await("remembered", () -> Math
                .abs(settings.look().detailsWidthProperty().get() - node("#details").getLayoutBounds().getWidth()) < 1);
        double chosen = settings.look().detailsWidthProperty().get();
        closeProgram();
        open();
        awaitText("#percent", "10%");
        Fx.await("as wide as " + chosen,
                () -> Math.abs(node("#details").getLayoutBounds().getWidth() - chosen) < 2);
    }

    @Test
    void theySayOfWhatTheUserIsToldNothing() throws Exception {
        server.job("run_1", "running", 10, Map.of("agent_id", "recipe:news"));
        open();
        awaitText("#percent", "10%");
        NotificationSettings told = settings.notifications();
        Job job = Fx.call(this::selected);
        Fx.run(() -> told.tellEnd().add(job.key()));
        awaitText("#told", "You will be told when it ends.");
        Fx.run(() -> told.mutedAgents().add("recipe:news"));
        awaitText("#told", "No notifications of this agent.");
        Fx.run(() -> told.mutedServers().add(job.key().server()));
        awaitText("#told", "No notifications of this server.");
        Fx.run(() -> {
            told.mutedServers().clear();
            told.mutedAgents().clear();
            told.tellEnd().clear();
        });
        Fx.await("nothing", () -> !node("#told").isVisible());
    }

    @Test
    void theRawAnswerIsThereWithItsHeaders() throws Exception {
        job("run_1", "running", 10, "Reading");
        open();
        awaitText("#percent", "10%");
        tab(2);
        Fx.await("the answer", () -> lines("#rawLines").contains("HTTP 200")
                && lines("#rawLines").stream().anyMatch(line -> line.startsWith("content-type: "))
                && lines("#rawLines").stream().anyMatch(line -> line.contains("\"current_step\" : \"Reading\""))
                && lines("#rawLines").stream().anyMatch(line -> line.startsWith("Received at ")));
        server.job("run_1", "succeeded", 100, Map.of());
        Fx.await("the answer of the new state",
                () -> lines("#rawLines").stream().anyMatch(line -> line.contains("\"status\" : \"succeeded\"")));
    }

    @Test
    void ofAJobThatTheServerDoesNotKnowTheDetailsSaySo() throws Exception {
        open(server.url(), Set.of("run_nowhere"));
        awaitRows("run_nowhere");
        clickRow("run_nowhere");
        awaitText("#step", "The server does not know");
    }

    @Test
    void cancellingAsksFirstAndNamesTheJobs() throws Exception {
        server.job("run_1", "running", 10, SOON);
        open();
        awaitRows("run_1");
        click("#cancelJob");
        Fx.await("the question", () -> node("#confirmation") != null
                && ((javafx.scene.control.Button) node("#confirmation").getScene().getFocusOwner()).isDefaultButton());
        assertThat(((ListView<?>) node("#confirmation").lookup(".dialog-lines")).getItems()).hasToString("[run_1]");
        assertThat(node(".dialog-lines").lookup(".scroll-bar:vertical").isVisible()).as("the id is not cut").isFalse();
        picture("confirm-cancel", node("#confirmation").getScene().getWindow());
        robot.type(KeyCode.ENTER); // alone does no harm
        Fx.await("closed", () -> node("#confirmation") == null);
        assertThat(server.requests()).noneMatch(request -> request.contains("cancel"));

        click("#cancelJob");
        click("#confirm");
        Fx.await("cancelled", () -> job(0).view().state() == DisplayState.CANCELLED);
        assertThat(server.requests().stream().filter(request -> request.contains("cancel"))).hasSize(1);
    }

    @Test
    void whatIsCancelledIsSeenWhileOthersStillAre() throws Exception {
        Map<String, Object> never = Map.of("retry_after", 3600);
        CountDownLatch held = new CountDownLatch(1);
        server.job("run_1", "running", 10, never);
        server.job("run_2", "running", 10, never);
        server.holdCancel("run_2", held);
        open();
        awaitRows("run_1", "run_2");
        clickRow("run_1");
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        Fx.await("a summary", () -> visible("#summary"));
        click("#cancelJob");
        click("#confirm");
        awaitText("#summary", "Cancelled: 1");
        held.countDown();
        awaitText("#summary", "Cancelled: 2");
    }

    @Test
    void whatEndsWhileItIsAskedIsLeftOut() throws Exception {
        server.job("run_1", "running", 10, SOON);
        server.job("run_2", "running", 10, SOON);
        open();
        awaitRows("run_1", "run_2");
        clickRow("run_1");
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        awaitText("#summary", "Running: 2");
        click("#cancelJob");
        Fx.await("asked", () -> node("#confirmation") != null);
        server.job("run_1", "succeeded", 100);
        awaitText("#summary", "Succeeded: 1");
        click("#confirm");
        awaitText("#summary", "Cancelled: 1");
        assertThat(server.requests().stream().filter(request -> request.contains("cancel"))).hasSize(1);
        assertThat(node("#outcome")).isNull();
    }

    @Test
    void whatIsStoppedIsDoneWithNoMore() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        for (int i = 1; i <= 9; i++) {
            server.job("run_" + i, "running", 10, Map.of("retry_after", 3600));
            server.holdCancel("run_" + i, held);
        }
        open();
        Fx.await("nine", () -> rows().size() == 9);
        clickRow("run_1");
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        awaitText("#summary", "Running: 9");
        click("#cancelJob");
        click("#confirm");
        Fx.await("a way to stop", () -> node("#stopDoing") != null);
        picture("doing", node("#stopDoing").getScene().getWindow());
        click("#stopDoing");
        Fx.await("closed", () -> node("#stopDoing") == null);
        held.countDown();
        awaitText("#summary", "Cancelled: 4");
        assertThat(server.requests().stream().filter(request -> request.contains("cancel"))).hasSize(4);
    }

    @Test
    void whatCouldNotBeCancelledIsExplained() throws Exception {
        server.job("run_1", "running", 10, SOON);
        server.job("run_2", "running", 10, SOON);
        server.uncancellable("run_1");
        open();
        awaitRows("run_1", "run_2");
        clickRow("run_1");
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        Fx.await("a summary", () -> visible("#summary") && "Running: 2".equals(text("#summary")));
        assertThat(text("#id")).isEqualTo("2 jobs");
        picture("several", stage);
        click("#cancelJob");
        click("#confirm");
        Fx.await("the outcome", () -> node("#outcome") != null);
        assertThat(text(".dialog-header-text")).isEqualTo("1 of 2 could not be done");
        assertThat(((Label) node(".dialog-text .label")).getText()).contains("run_1").contains("terminal state");
        picture("outcome", node("#outcome").getScene().getWindow());
    }

    @Test
    void whatManyCouldNotBeCancelledForIsSaidOnceInAWindowOfUse() throws Exception {
        for (int i = 0; i < 60; i++) {
            String id = "run_%02d".formatted(i) + "_".repeat(150);
            server.job(id, "running", 10, SOON);
            server.uncancellable(id);
        }
        open();
        Fx.await("rows", () -> rows().size() > 5);
        click("#jobs");
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        Fx.await("a summary", () -> visible("#summary") && "Running: 60".equals(text("#summary")));
        click("#cancelJob");
        click("#confirm");
        Fx.await("the outcome", () -> node("#outcome") != null);

        assertThat(text(".dialog-header-text")).isEqualTo("60 of 60 could not be done");
        assertThat(((Label) node(".dialog-text .label")).getText()).contains("run_00_").contains("run_59_")
                .containsOnlyOnce("terminal state");
        assertThat(node("#outcome").getScene().getWindow().getHeight()).isLessThan(500);
    }

    /** Wherever its last line happens to break. */
    @Test
    void whatADialogSaysIsSeenWhole() throws Exception {
        open();
        for (int words = 10; words < 40; words++) {
            String text = "word ".repeat(words).strip();
            Fx.run(() -> {
                Alert alert = Dialogs.alert(stage, null, "Title", "Header", Dialogs.text(text));
                alert.show();
                ScrollPane scroll = (ScrollPane) alert.getDialogPane().getContent();
                alert.getDialogPane().getScene().getRoot().layout();
                assertThat(scroll.getContent().getLayoutBounds().getHeight()).as(text)
                        .isLessThanOrEqualTo(scroll.getViewportBounds().getHeight());
                alert.close();
            });
        }
    }

    @Test
    void whatAFilterHidesCannotBeCancelledByMistake() throws Exception {
        server.job("run_1", "running", 10, SOON);
        server.job("run_2", "running", 10, SOON);
        open();
        awaitRows("run_1", "run_2");
        clickRow("run_2");
        Fx.await("may be cancelled", () -> !node("#cancelJob").isDisabled());
        click("#filter");
        robot.write("nosuch");
        Fx.await("hidden, and no more", () -> rows().isEmpty() && node("#cancelJob").isDisabled());
        robot.type(KeyCode.ESCAPE);
        awaitRows("run_1", "run_2");
        assertThat(Fx.call(() -> List.copyOf(table().getSelectionModel().getSelectedIndices())))
                .as("seen and selected again, as the details say").containsExactly(1);
    }

    @Test
    void aServerWithoutStreamsIsSaidToHaveNone() throws Exception {
        server.job("run_1", "running", 10, SOON);
        open();
        awaitRows("run_1");
        click("#live");
        awaitText("#liveNote", "no stream");
    }

    private void openWithOneOverAndOneRunning() throws Exception {
        server.job("run_1", "succeeded", 100, Map.of());
        server.job("run_2", "running", 10, SOON);
        open();
        awaitRows("run_2", "run_1");
    }

    @Test
    void whatIsDeletedOnTheServerLeavesTheList() throws Exception {
        openWithOneOverAndOneRunning();
        assertThat(node("#deleteJob").isDisabled()).isTrue();
        clickRow("run_1");
        assertThat(node("#cancelJob").isDisabled()).isTrue();
        Fx.await("there is not room for all", () -> visible("#more"));
        click("#more"); // there is not room for the button itself
        click("Delete on the server");
        click("#confirm");
        awaitRows("run_2");
        assertThat(server.requests()).contains("DELETE /api/v1/runs/run_1");
    }

    @Test
    void withNothingShownNoIdIsCopied() throws Exception {
        server.job("run_1", "running", 10, SOON);
        open();
        awaitRows("run_1");
        clickRow("run_1");
        Fx.await("its details", () -> visible("#copyId"));
        Button copy = (Button) node("#copyId");
        Fx.run(() -> {
            Clipboards.copy("as it was");
            workspace.actions().remove(workspace.jobs().toList());
            copy.fire();
        });
        assertThat(Fx.call(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("as it was");
    }

    @Test
    void whatTheServerForgotMeanwhileIsDeletedToo() throws Exception {
        openWithOneOverAndOneRunning();
        server.forget("run_1");
        clickRow("run_1");
        robot.press(KeyCode.SHIFT).type(KeyCode.DELETE).release(KeyCode.SHIFT);
        Fx.await("asked", () -> node("#confirm") != null);
        click("#confirm");
        awaitRows("run_2");
        assertThat(node("#outcome")).isNull();
    }

    @Test
    void theStreamIsFollowedOnWishAndItsEndIsNoTrouble() throws Exception {
        server.job("run_1", "running", 10, Map.of("retry_after", 3_600, "started_at", "2026-11-24T10:00:01Z"));
        server.stream("run_1", """
                event: progress
                data: {"percentage": 42.0, "step": "say "hi"
                data: there"}

                event: progress
                data: {"percentage": 55.0, "step": "Streaming"}

                """);
        open();
        awaitText("#percent", "10%");
        click("#live");
        awaitText("#percent", "55%");
        awaitText("#step", "Streaming");
        Fx.await("over", () -> !((javafx.scene.control.ToggleButton) node("#live")).isSelected());
        assertThat(visible("#banner")).isFalse();
    }

    @Test
    void curlLeavesTheKeyToTheShell() throws Exception {
        server.job("run_1", "running", 10, SOON);
        open();
        awaitRows("run_1");
        Fx.await("there is not room for all", () -> visible("#more"));
        click("#more");
        click("Copy curl");
        assertThat(Fx.call(() -> Clipboard.getSystemClipboard().getString()))
                .isEqualTo(
                        "curl -H \"Authorization: Bearer $JOBGLASS_API_KEY\" '" + server.url() + "/api/v1/runs/run_1'");
    }

    @Test
    void afterARestartTheTableIsThereFromMemoryAndMarkedOld() throws Exception {
        server.job("run_1", "running", 10, SOON);
        server.job("run_2", "succeeded", 100, Map.of());
        open();
        awaitRows("run_1", "run_2");
        closeProgram();
        String url = server.url();
        server.close();
        open(url, java.util.Set.of());
        awaitRows("run_1", "run_2");
        awaitText("#facts", "remembered from");
        assertThat(job(0).view().recalled()).isTrue();
        picture("remembered", stage);

        server = new dev.jobglass.testing.RunsServer(Integer.parseInt(url.replaceAll(".*:", "")));
        server.job("run_2", "succeeded", 100, Map.of());
        Fx.await("forgotten by the server, kept by us", () -> job(0).view().state() == DisplayState.GONE
                || rows().indexOf("run_1") == 1);
        assertThat(rows().stream().collect(Collectors.toSet())).containsExactlyInAnyOrder("run_1", "run_2");
    }
}
