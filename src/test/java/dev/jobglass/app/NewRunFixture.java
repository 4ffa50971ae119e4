package dev.jobglass.app;

import dev.jobglass.testing.Fx;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;

/** The whole program with the form for a new run open, and one job that runs. */
abstract class NewRunFixture extends ProgramTest {
    @BeforeEach
    void openTheForm() throws Exception {
        server.job("run_1", "running", 30, Map.of("agent_id", "recipe:news", "session_id", "ops-7"));
        open();
        awaitRows("run_1");
        openForm();
    }

    void openForm() throws Exception {
        robot.press(KeyCode.SHORTCUT).press(KeyCode.SHIFT).type(KeyCode.N).release(KeyCode.SHIFT)
                .release(KeyCode.SHORTCUT);
        Fx.await("the form", () -> node("#runPROMPT") != null && node("#runPROMPT").isFocused());
    }

    void type(String id, String text) throws Exception {
        Fx.run(() -> ((TextInputControl) node(id)).setText(text));
    }

    void send() throws Exception {
        Fx.run(((Button) node("#runSend"))::fire);
    }

    boolean closed() {
        return node("#runPROMPT") == null;
    }

    void select(String id) throws Exception {
        Fx.run(() -> table().getSelectionModel().clearAndSelect(rows().indexOf(id)));
        Fx.await("selected", () -> selected() != null && selected().id().equals(id));
    }
}
