package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.jobglass.model.DisplayState;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.RunsServer;
import java.util.Set;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

class WatchJobDialogTest extends ProgramTest {
    private void paste(String text) throws Exception {
        robot.interact(() -> ((TextArea) node("#watchIds")).setText(text));
        click("#watchAdd");
    }

    @Test
    void tellsWhatBecameOfEachId() throws Exception {
        server.lists(false);
        server.job("run_1", "running", 1);
        server.job("run_2", "running", 1);
        open(server.url(), Set.of("run_2"));
        Fx.await("answered", () -> job(0).view().state() == DisplayState.RUNNING);
        robot.press(KeyCode.CONTROL).type(KeyCode.N).release(KeyCode.CONTROL);
        Fx.await("the dialog", () -> node("#watchIds") != null);
        paste("run_1, run_2\n" + server.url()
                + "/api/v1/runs/run_3 http://elsewhere:8005/api/v1/runs/run_4 nonsense !!");

        awaitText("#watchOutcome", "Added: run_1");
        awaitText("#watchOutcome", "Already there: run_2");
        awaitText("#watchOutcome", "Unknown to the server, and watched in case it comes: run_3");
        awaitText("#watchOutcome", "No job ids, so not asked for: nonsense, !!");
        awaitText("#watchOutcome", "Of servers that are not watched: http://elsewhere:8005/api/v1/runs/run_4");
        assertThat(text("#watchIds")).as("to be put right")
                .isEqualTo("nonsense !! run_3 http://elsewhere:8005/api/v1/runs/run_4");
        click("#watchAdd");
        Fx.await("said again",
                () -> text("#watchOutcome").startsWith("Unknown to the server, and watched in case it comes: run_3"));
        assertThat(text("#watchIds")).as("still").contains("run_3");
        picture("watch-dialog", node("#watchIds").getScene().getWindow());
        assertThat(rows()).containsExactlyInAnyOrder("run_1", "run_2", "run_3");
    }

    @Test
    void whatIsTypedMeanwhileIsNotReplaced() throws Exception {
        server.lists(false);
        open();
        click("#watchJob");
        server.instead("run_1", new RunsServer.Reply(500, "text/plain", ""));
        paste("run_1");
        awaitText("#watchOutcome", "Asking the server: run_1");
        click("#watchIds");
        robot.write("run_2");
        server.instead("run_1", null);
        awaitText("#watchOutcome", "Unknown to the server, and watched in case it comes: run_1");
        assertThat(text("#watchIds")).isEqualTo("run_2");
    }

    @Test
    void whatWasTypedIsNotGivenUpUnasked() throws Exception {
        open();
        click("#watchJob");
        robot.interact(() -> ((TextArea) node("#watchIds")).setText("run_1 run_2"));
        robot.type(KeyCode.ESCAPE);
        Fx.await("asked", () -> node("#unsavedDiscard") != null);
        click("#unsavedDiscard");
        Fx.await("given up", () -> node("#watchIds") == null);
    }

    @Test
    void saysWhenThereIsNoId() throws Exception {
        open();
        click("#watchJob");
        paste(" ,;, ");
        awaitText("#watchOutcome", "There is no job id in this.");
    }

    @Test
    void whatLooksLikeNoIdIsOneWhenItIsKnown() throws Exception {
        server.job("id/slash", "running", 1, SOON);
        server.job("empty", "running", 2, SOON);
        open();
        Fx.await("rows", () -> rows().size() == 2);
        clickRow("empty");
        robot.type(KeyCode.DELETE);
        awaitRows("id/slash");
        click("#watchJob");
        paste("empty id/slash nonsense");
        awaitText("#watchOutcome", "Added: empty");
        awaitText("#watchOutcome", "Already there: id/slash");
        awaitText("#watchOutcome", "No job ids, so not asked for: nonsense");
        Fx.await("back", () -> rows().size() == 2);
    }

    @Test
    void controlEnterAddsThem() throws Exception {
        server.lists(false);
        server.job("run_1", "running", 1);
        open();
        click("#watchJob");
        Fx.await("the dialog", () -> node("#watchIds") != null);
        click("#watchIds");
        robot.write("run_1").press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        awaitText("#watchOutcome", "Added: run_1");
    }

    @Test
    void itOpensInTheMiddleOfItsOwner() throws Exception {
        open();
        click("#watchJob");
        Fx.await("the dialog", () -> node("#watchIds") != null);
        Window dialog = node("#watchIds").getScene().getWindow();
        assertThat(Fx.call(() -> dialog.getX() + dialog.getWidth() / 2))
                .isCloseTo(Fx.call(() -> stage.getX() + stage.getWidth() / 2), within(2.0));
        assertThat(Fx.call(() -> dialog.getY() + dialog.getHeight() / 2))
                .isCloseTo(Fx.call(() -> stage.getY() + stage.getHeight() / 2), within(20.0));
    }

    @Test
    void itGrowsWithTheTextWhileItIsOpen() throws Exception {
        open();
        click("#watchJob");
        Fx.await("the dialog", () -> node("#watchIds") != null);
        Window dialog = node("#watchIds").getScene().getWindow();
        double before = Fx.call(dialog::getHeight);
        Fx.run(() -> settings.look().textSizeProperty().set(150));
        Fx.await("higher", () -> dialog.getHeight() > before * 1.3);
        Fx.run(() -> settings.look().textSizeProperty().set(100));
        Fx.await("as before", () -> dialog.getHeight() == before);
    }

    @Test
    void watchedJobsAreThereAgainAfterARestart() throws Exception {
        server.lists(false);
        server.job("run_1", "running", 1);
        open();
        click("#watchJob");
        paste("run_1");
        awaitText("#watchOutcome", "Added: run_1");
        closeProgram();
        open();
        awaitRows("run_1");
    }
}
