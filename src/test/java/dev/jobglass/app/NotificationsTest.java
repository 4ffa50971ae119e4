package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobKey;
import dev.jobglass.model.DisplayState;
import dev.jobglass.notifications.Notification;
import dev.jobglass.settings.NotificationKind;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.RunsServer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class NotificationsTest extends ProgramTest {
    private static final Map<String, Object> SOON = Map.of("retry_after", 1);

    private List<String> heard() {
        return inCorner.stream().map(Notification::title).toList();
    }

    @Test
    void aFailureIsToldAndCountedInTitleAndIcon() throws Exception {
        server.job("run_1", "running", 10, SOON);
        open();
        awaitRows("run_1");
        int plain = Fx.call(() -> pixel());
        server.failed("run_1", "It broke");
        clock.await("told", () -> heard().equals(List.of("Job failed: run_1")));
        assertThat(byDesktop).as("while a user sits in front of the window").isEmpty();
        assertThat(stage.getTitle()).startsWith("(1) Jobglass");
        assertThat(Fx.call(() -> pixel())).as("the number on the icon").isNotEqualTo(plain);
        Fx.await("the failure window says it alone", () -> node("#dismiss") != null && node(".toast") == null);
        click("#note");
        robot.write("Restarted the worker");
        click("#dismiss");
        Fx.await("none left", () -> stage.getTitle().startsWith("Jobglass"));
        assertThat(Fx.call(() -> pixel())).isEqualTo(plain);
        String who = System.getProperty("user.name");
        Fx.await("who, when and why", () -> history.changes(server.url(), "run_1", 10).stream()
                .anyMatch(change -> (who + ": Restarted the worker").equals(change.text())));
    }

    /** {@return the ids of the rows with the sign that nothing is told of them} */
    private Set<String> mutedRows() {
        return table().lookupAll(".muted-mark").stream().filter(Node::isVisible)
                .map(mark -> (Labeled) mark.getParent().getParent().lookup(".mono")).map(Labeled::getText)
                .collect(Collectors.toSet());
    }

    @Test
    void whoeverIsInFrontOfADialogIsNotToldByTheDesktopToo() throws Exception {
        server.job("run_1", "running", 10, SOON);
        open();
        awaitRows("run_1");
        Fx.run(() -> window.windows().showSettings());
        Fx.await("the keyboard is there", () -> node("#settingsSearch").getScene().getWindow().isFocused());
        server.failed("run_1", "It broke");
        clock.await("told", () -> heard().equals(List.of("Job failed: run_1")));
        assertThat(byDesktop).isEmpty();
    }

    @Test
    void theCornerSaysAFailureThatTheWindowDoesNot() throws Exception {
        server.job("run_1", "running", 10, SOON);
        open();
        Fx.run(() -> settings.notifications().failureWindowProperty().set(false));
        awaitRows("run_1");
        server.failed("run_1", "It broke");
        clock.await("in the corner", () -> node(".toast") != null);
        Fx.run(() -> window.windows().showFailures());
        Fx.await("only in the window", () -> node("#dismiss") != null && node(".toast") == null);
        Fx.run(() -> node("#dismiss").getScene().getWindow().hide());
        Fx.pulses(2);
        assertThat(node(".toast")).as("it was seen").isNull();
    }

    /** {@return a pixel where the number is on the largest icon} */
    private int pixel() {
        var icon = stage.getIcons().getLast();
        assertThat(icon.getPixelReader().getPixelFormat().getType()).as("JavaFX shows no other as a window's icon")
                .isEqualTo(PixelFormat.Type.BYTE_BGRA_PRE);
        return icon.getPixelReader().getArgb((int) (icon.getWidth() * 0.75), (int) (icon.getHeight() * 0.9));
    }

    @Test
    void whatWasThereBeforeIsNoNews() throws Exception {
        server.failed("run_1", "It broke yesterday");
        server.job("run_2", "running", 10, SOON);
        open();
        awaitRows("run_2", "run_1");
        server.failed("run_2", "It broke");
        clock.await("told", () -> !inCorner.isEmpty());
        assertThat(heard()).containsExactly("Job failed: run_2");
    }

    @Test
    void theEndOfAJobIsToldWhenAskedFor() throws Exception {
        server.job("run_1", "running", 10, SOON);
        open();
        awaitRows("run_1");
        rightClickRow("run_1");
        click("#tellEnd");
        assertThat(settings.notifications().tellEnd()).extracting(JobKey::id).containsExactly("run_1");
        server.job("run_1", "cancelled", 10, Map.of());
        clock.await("told", () -> heard().equals(List.of("Job has ended: run_1")));
        assertThat(settings.notifications().tellEnd()).isEmpty();
    }

    @Test
    void aMutedAgentIsNotTold() throws Exception {
        server.job("run_1", "running", 10, Map.of("retry_after", 1, "agent_id", "recipe:news"));
        server.job("run_2", "running", 10, SOON);
        open();
        awaitRows("run_1", "run_2");
        rightClickRow("run_1");
        click("#muteAgent");
        assertThat(settings.notifications().mutedAgents()).containsExactly("recipe:news");
        Fx.await("its rows say so", () -> mutedRows().equals(Set.of("run_1")));
        server.job("run_1", "failed", 10, Map.of("agent_id", "recipe:news", "error", "It broke"));
        Fx.await("seen", () -> rows().size() == 2 && stage.getTitle().startsWith("(1)"));
        server.failed("run_2", "It broke too");
        clock.await("told", () -> !inCorner.isEmpty());
        assertThat(heard()).containsExactly("Job failed: run_2");
    }

    @Test
    void stallsSuccessAndTheEndOfAllAreToldWhenChosen() throws Exception {
        server.job("run_1", "running", 10, SOON);
        open();
        Fx.run(() -> settings.notifications().kinds()
                .addAll(List.of(NotificationKind.SUCCEEDED, NotificationKind.ALL_DONE)));
        awaitRows("run_1");
        server.job("run_1", "succeeded", 100, Map.of());
        clock.await("told", () -> heard().equals(List.of("Job succeeded: run_1", "All jobs are done")));
    }

    @Test
    void toTakeTheLastJobOffTheListIsNoEnd() throws Exception {
        server.job("run_1", "running", 10, SOON);
        open();
        Fx.run(() -> settings.notifications().kinds().add(NotificationKind.ALL_DONE));
        awaitRows("run_1");
        clickRow("run_1");
        robot.type(KeyCode.DELETE);
        awaitRows();
        server.failed("run_2", "It broke");
        clock.await("told", () -> !inCorner.isEmpty());
        assertThat(heard()).containsExactly("Job failed: run_2");
    }

    @Test
    void aServerThatIsLostForAWhileIsToldAndItsReturnToo() throws Exception {
        server.job("run_1", "running", 10, SOON);
        open();
        awaitRows("run_1");
        int port = server.port();
        server.close();
        clock.await("lost", () -> heard().equals(List.of("The server does not answer")));
        assertThat(Fx.call(() -> visible("#banner") && node(".toast") == null)).as("said by the banner alone").isTrue();
        server = new RunsServer(port);
        server.job("run_1", "running", 20, SOON);
        Fx.run(workspace::tryNow); // else it is asked when its backoff is over
        Fx.await("back", () -> heard().contains("The server answers again"));
        Fx.await("said by nothing else", () -> node(".toast") != null);
        assertThat(heard()).hasSize(2);
    }

    @Test
    void theDesktopTellsWhileThePersonIsElsewhere() throws Exception {
        server.job("run_1", "running", 10, SOON);
        open();
        awaitRows("run_1");
        Fx.run(() -> stage.setIconified(true));
        server.failed("run_1", "It broke");
        clock.await("told", () -> byDesktop.size() == 1);
    }

    @Test
    void nothingCoversTheWatchScreen() throws Exception {
        server.job("run_1", "running", 10, SOON);
        open();
        Fx.run(() -> settings.notifications().soundProperty().set(true));
        awaitRows("run_1");
        robot.type(KeyCode.F11);
        Fx.await("a card", () -> node(".card") != null);
        server.failed("run_1", "It broke");
        clock.await("heard only", () -> !sounds.isEmpty());
        assertThat(inCorner).isEmpty();
        assertThat(byDesktop).isEmpty();
        assertThat(node(".toast")).isNull();
    }

    @Test
    void whatWasAskedForByNameWaitsBehindTheWatchScreen() throws Exception {
        server.job("run_1", "running", 10, SOON);
        server.job("run_2", "running", 10, SOON);
        open();
        awaitRows("run_1", "run_2");
        rightClickRow("run_1");
        click("#tellEnd");
        clickRow("run_2");
        robot.type(KeyCode.F11);
        Fx.await("a card", () -> node(".card") != null);
        server.job("run_1", "cancelled", 10, Map.of());
        Fx.await("seen", () -> rows().indexOf("run_1") == 1
                && job(1).view().state() == DisplayState.CANCELLED);
        assertThat(inCorner).isEmpty();
        assertThat(settings.notifications().tellEnd()).as("kept until told").extracting(JobKey::id)
                .containsExactly("run_1");
        robot.type(KeyCode.ESCAPE);
        clock.await("told", () -> heard().equals(List.of("Job has ended: run_1"))
                && settings.notifications().tellEnd().isEmpty());
    }

    @Test
    void aToastCoversNoButtonAndIsClosedByHand() throws Exception {
        server.job("run_1", "running", 10, SOON);
        server.job("run_2", "running", 10, SOON);
        open();
        Fx.await("jobs", () -> rows().size() == 2);
        Fx.run(() -> settings.notifications().failureWindowProperty().set(false));
        clickRow("run_2");
        robot.type(KeyCode.DELETE);
        server.failed("run_1", "It broke");
        clock.await("the toast", () -> visible("#toasts"));
        picture("toast", stage);
        assertThat(visible("#undo")).isTrue();
        Bounds toast = Fx.call(() -> node("#toasts").localToScreen(node("#toasts").getBoundsInLocal()));
        for (String other : List.of("#undo", "#details", "#statusBar")) {
            assertThat(Fx.call(() -> node(other).localToScreen(node(other).getBoundsInLocal()).intersects(toast)))
                    .as(other).isFalse();
        }
        click("Close");
        Fx.await("closed", () -> !visible("#toasts"));
        assertThat(visible("#undo")).isTrue();
    }
}
