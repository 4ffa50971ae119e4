package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.model.Job;
import dev.jobglass.settings.MiniWindowSettings;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.RunsServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/** How it stands, in the corner of one's eye. */
class MiniWindowTest extends ProgramTest {
    private static Rectangle2D screen() {
        return Screen.getPrimary().getVisualBounds();
    }

    private Stage mini() {
        return Window.getWindows().stream().filter(one -> one.getScene().getRoot().lookup(".mini-counts") != null)
                .map(Stage.class::cast).findFirst().orElse(null);
    }

    private List<String> names() {
        return mini().getScene().getRoot().lookupAll(".mini-name").stream().map(Label.class::cast)
                .map(Label::getText).toList();
    }

    private void openMini() throws Exception {
        open();
        toggle();
        Fx.await("it is open", () -> mini() != null);
    }

    private void toggle() {
        robot.press(KeyCode.CONTROL).type(KeyCode.M).release(KeyCode.CONTROL);
    }

    private void mouse(EventType<MouseEvent> type, double x, double y) throws Exception {
        Fx.run(() -> Event.fireEvent(node(".mini-row .mini-name"),
                new MouseEvent(type, 0, 0, x, y, MouseButton.PRIMARY, 1, false,
                        false, false, false, true, false, false, true, false, false, null)));
    }

    private void named(String id, String state, String agent, Map<String, Object> more) {
        var all = new HashMap<>(more);
        all.put("agent_id", agent);
        all.put("retry_after", 1);
        server.job(id, state, 30, all);
    }

    @Test
    void troubleStandsFirstAndEqualFailuresTogether() throws Exception {
        server.job("run_0", "queued", 0);
        named("run_1", "running", "recipe:news", Map.of());
        named("run_2", "running", "recipe:audit", Map.of());
        named("run_3", "running", "recipe:audit", Map.of());
        openMini();
        awaitText(".mini-running", "◐ 3");
        for (String id : List.of("run_2", "run_3")) {
            named(id, "failed", "recipe:audit", Map.of("error", "Rate limit exceeded"));
        }
        Fx.await("failures first", () -> names().equals(List.of("recipe:audit", "recipe:news")));
        awaitText(".mini-failed", "✕ 2");
        awaitText(".mini-queued", "○ 1");
        awaitText(".mini-text", "× 2 · Rate limit exceeded");
        picture("mini", mini());
    }

    @Test
    void howManyMoreThereAreCountsJobs() throws Exception {
        for (int i = 0; i < 5; i++) {
            named("run_" + i, "running", "recipe:" + i, Map.of());
        }
        openMini();
        awaitText(".mini-running", "◐ 5");
        for (int i = 0; i < 5; i++) {
            named("run_" + i, "failed", "recipe:audit", Map.of("error", i < 2 ? "The same" : "x".repeat(i),
                    "completed_at", "2026-11-24T10:00:0" + i + "Z"));
        }
        awaitText(".mini-failed", "✕ 5");
        Fx.await("both of the last",
                () -> ((Label) mini().getScene().lookup("#more")).getText().equals("… and 2 more"));
    }

    @Test
    void aClickShowsTheJobInTheMainWindow() throws Exception {
        named("run_1", "running", "recipe:news", Map.of());
        named("run_2", "running", "recipe:audit", Map.of());
        openMini();
        Fx.await("both", () -> names().size() == 2);
        Fx.run(() -> stage.setIconified(true));
        String first = Fx.call(() -> names().getFirst());
        Fx.run(((Button) mini().getScene().getRoot().lookup(".mini-row"))::fire);
        Fx.await("it is selected", () -> first.equals(selectedAgent()) && !stage.isIconified());
    }

    private String selectedAgent() {
        Job job = selected();
        return job == null ? null : job.view().status().agentId();
    }

    @Test
    void itFadesWhileAllIsWell() throws Exception {
        named("run_1", "running", "recipe:news", Map.of());
        openMini();
        robot.moveTo(new Point2D(1, 1));
        Fx.await("faded", () -> mini().getOpacity() < 1);
        robot.type(KeyCode.TAB);
        Fx.await("seen while the keyboard is in it", () -> mini().getOpacity() == 1);
        Fx.run(() -> mini().getScene().getRoot().requestFocus());
        Fx.await("faded again", () -> mini().getOpacity() < 1);
        named("run_1", "failed", "recipe:news", Map.of("error", "It broke"));
        Fx.await("seen", () -> mini().getOpacity() == 1);
    }

    @Test
    void whatIsLostIsSaid() throws Exception {
        named("run_1", "running", "recipe:news", Map.of());
        openMini();
        awaitText(".mini-age", " s");
        server.close();
        Fx.await("it is red", () -> node(".mini-age").getPseudoClassStates().stream()
                .anyMatch(state -> state.getPseudoClassName().equals("lost")));
        assertThat(Fx.call(() -> mini().getOpacity())).isEqualTo(1);
    }

    @Test
    void ofSeveralServersTheOneThatIsLostIsNamed() throws Exception {
        try (RunsServer other = new RunsServer()) {
            open(List.of(other.url(), server.url()), Set.of());
            toggle();
            awaitText(".mini-age", " s");
            assertThat(visible(".mini-trouble")).isFalse();
            server.close();
            awaitText(".mini-trouble", server.url().replace("http://", "") + ": no answer");
        }
    }

    @Test
    void underTheMouseThereIsMore() throws Exception {
        for (int i = 0; i < 6; i++) {
            named("run_" + i, "running", "recipe:" + i, Map.of());
        }
        openMini();
        Fx.await("three rows", () -> names().size() == 3);
        double bottom = Fx.call(() -> mini().getY() + mini().getHeight());
        robot.moveTo((Node) mini().getScene().getRoot());
        Fx.await("six rows", () -> names().size() == 6);
        Fx.await("it has grown upwards", () -> Math.abs(mini().getY() + mini().getHeight() - bottom) < 1);
    }

    @Test
    void itClingsToEdgesAndIsWhereItWas() throws Exception {
        named("run_1", "running", "recipe:news", Map.of());
        openMini();
        Fx.await("in the corner", () -> mini().getX() + mini().getWidth() > screen().getMaxX() - 20
                && mini().getY() + mini().getHeight() > screen().getMaxY() - 20);
        Fx.await("its row", () -> names().size() == 1);
        Fx.run(() -> stage.setIconified(true));
        // By events of our own: the headless platform moves its mouse along with the window.
        mouse(MouseEvent.MOUSE_PRESSED, 900, 900);
        mouse(MouseEvent.MOUSE_DRAGGED, 600, 500);
        double top = 500 - Fx.call(() -> mini().getY()) + 5;
        mouse(MouseEvent.MOUSE_DRAGGED, 600, top);
        mouse(MouseEvent.MOUSE_RELEASED, 600, top);
        assertThat(Fx.call(() -> stage.isIconified())).as("a drag is no click").isTrue();
        Fx.run(() -> stage.setIconified(false));
        Fx.await("at the upper edge", () -> mini().getY() < screen().getMinY() + 20
                && mini().getX() + mini().getWidth() < screen().getMaxX() - 50);
        MiniWindowSettings was = Fx.call(() -> settings.look().miniWindowProperty().get());
        assertThat(was.atBottom()).isFalse();
        toggle();
        Fx.await("away", () -> mini() == null);
        Fx.run(() -> stage.requestFocus());
        toggle();
        Fx.await("there again", () -> mini() != null && Math.abs(mini().getX() - was.x()) < 1
                && Math.abs(mini().getY() - was.y()) < 1);
    }

    @Test
    void itGoesByEscapeAndStaysWithoutTheMainWindow() throws Exception {
        openMini();
        awaitText(".mini-nothing", "No job is running");
        robot.type(KeyCode.ESCAPE);
        Fx.await("away", () -> mini() == null);
        Fx.run(() -> stage.requestFocus());
        toggle();
        Fx.await("there again", () -> mini() != null);
        Fx.run(stage::close);
        assertThat(Fx.call(this::mini)).isNotNull();
    }
}
