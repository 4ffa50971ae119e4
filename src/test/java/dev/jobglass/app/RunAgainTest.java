package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.model.DisplayState;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.RunsServer.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javafx.event.Event;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

/** Asking for another run of a job, in the whole program. */
class RunAgainTest extends NewRunFixture {
    private void runAgain() throws Exception {
        robot.press(KeyCode.SHORTCUT).press(KeyCode.SHIFT).type(KeyCode.R).release(KeyCode.SHIFT)
                .release(KeyCode.SHORTCUT);
        Fx.await("the form", () -> node("#runPROMPT") != null);
    }

    private void press(KeyCode code) {
        robot.press(KeyCode.SHORTCUT).type(code).release(KeyCode.SHORTCUT);
    }

    /** Asks for a run by the form, and has it be over. */
    private void runToItsEnd(String id) throws Exception {
        type("#runPROMPT", "Sum it up");
        send();
        Fx.await("the form is gone", this::closed);
        end(id);
    }

    private void end(String id) throws Exception {
        Fx.await("there", () -> rows().contains(id));
        server.job(id, "failed", 100, Map.of("error", "It broke"));
        select(id);
        Fx.await("over", () -> selected() != null && selected().view().state() == DisplayState.FAILED);
        robot.type(KeyCode.ESCAPE); // its failure's window
    }

    private void runAgainWithALostAnswer(int times) throws Exception {
        server.insteadOfSubmit(Reply.json(500, Map.of("detail", "It was begun, but I cannot say so")));
        for (int i = 0; i < times; i++) {
            press(KeyCode.R);
            Fx.await("it is said", () -> node("#outcome") != null);
            assertThat(text(".dialog-header-text")).isEqualTo("No answer came: it may have begun");
            robot.type(KeyCode.ESCAPE);
            Fx.await("read", () -> node("#outcome") == null);
        }
        server.insteadOfSubmit(null);
    }

    private long asked() {
        return server.requests().stream().filter(request -> request.startsWith("POST")).count();
    }

    @Test
    void aRunOfOursIsAskedForAgainAsItWas() throws Exception {
        type("#runPROMPT", "Sum it up");
        type("#runTIMEOUT", "600");
        send();
        Fx.await("the form is gone", this::closed);
        server.job("run_new1", "succeeded", 100);
        Fx.await("over", () -> selected() != null && selected().id().equals("run_new1")
                && selected().view().state() == DisplayState.SUCCEEDED);
        runAgain();
        awaitText("#runPROMPT", "Sum it up");
        awaitText("#runTIMEOUT", "600");
        send();
        Fx.await("another run", () -> server.submitted() == 2);
        Fx.await("selected", () -> selected().id().equals("run_new2"));
    }

    @Test
    void aRunOfOursRunsAgainInOneStepAndIsLinkedToTheFirst() throws Exception {
        runToItsEnd("run_new1");
        press(KeyCode.R);
        press(KeyCode.R); // pressed twice
        Fx.await("selected", () -> selected() != null && selected().id().equals("run_new2"));
        awaitText("#retryOf", "Retry 1 of run_new1");
        assertThat(server.submitted()).isEqualTo(2);
        end("run_new2");
        press(KeyCode.R); // too soon: it is not meant
        assertThat(server.submitted()).isEqualTo(2);
        Instant deadline = Instant.now().plusSeconds(20);
        while (server.submitted() == 2 && Instant.now().isBefore(deadline)) {
            press(KeyCode.R);
        }
        Fx.await("selected", () -> selected() != null && selected().id().equals("run_new3"));
        awaitText("#retryOf", "Retry 2 of run_new1");
        picture("retry", node("#retryOf").getScene().getWindow());
        Fx.run(((Hyperlink) node("#retryOf"))::fire);
        Fx.await("the first", () -> selected().id().equals("run_new1"));
        Fx.await("it is no retry", () -> !visible("#retryOf"));
    }

    @Test
    void whyAJobThatRunsCannotBeRunAgainIsSaid() throws Exception {
        robot.type(KeyCode.ESCAPE);
        Fx.await("the form is gone", this::closed);
        select("run_1");
        press(KeyCode.R);
        Fx.await("said", () -> inCorner.stream()
                .anyMatch(one -> one.text().equals("Only jobs that are over can be run again.")));
        robot.press(KeyCode.SHIFT);
        press(KeyCode.R);
        robot.release(KeyCode.SHIFT);
        Fx.await("said", () -> inCorner.stream().anyMatch(one -> one.text().equals("Select one job that is over.")));
        assertThat(server.submitted()).isZero();
    }

    @Test
    void keysHeldDownBeginOneRun() throws Exception {
        runToItsEnd("run_new1");
        long before = asked();
        for (int i = 0; i < 5; i++) {
            Fx.run(() -> Event.fireEvent(table(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.R, false, true,
                    false, false)));
        }
        Fx.await("asked for", () -> asked() > before);
        Fx.await("there", () -> selected().id().equals("run_new2"));
        assertThat(asked()).isEqualTo(before + 1);
    }

    @Test
    void aFilterThatHidesTheNewJobIsKeptAndItIsTold() throws Exception {
        runToItsEnd("run_new1");
        Fx.run(() -> window.filter("state:failed"));
        Fx.await("only failed", () -> rows().equals(List.of("run_new1")));
        select("run_new1");
        press(KeyCode.R);
        Fx.await("told", () -> inCorner.stream().anyMatch(one -> one.text().contains("run_new2")));
        assertThat(text("#filter")).isEqualTo("state:failed");
        assertThat(Fx.call(() -> selected().id())).isEqualTo("run_new1");
    }

    @Test
    void withChangesALostAnswerIsOfferedAgainWithItsKey() throws Exception {
        runToItsEnd("run_new1");
        runAgainWithALostAnswer(1);
        runAgain();
        awaitText("#runOutcome", "no answer came");
        robot.press(KeyCode.SHORTCUT).type(KeyCode.ENTER).release(KeyCode.SHORTCUT);
        Fx.await("the form is gone", this::closed);
        assertThat(server.submitted()).isEqualTo(2);
    }

    @Test
    void anotherRunWhoseAnswerWasLostIsNotBegunTwice() throws Exception {
        runToItsEnd("run_new1");
        runAgainWithALostAnswer(1);
        press(KeyCode.R);
        Fx.await("selected", () -> selected() != null && selected().id().startsWith("run_new2"));
        assertThat(server.submitted()).isEqualTo(2);
    }

    @Test
    void aLostAnswerIsNotBegunTwiceThoughNothingIsToBeRemembered() throws Exception {
        runToItsEnd("run_new1");
        Fx.run(() -> settings.rememberRequestsProperty().set(false));
        runAgainWithALostAnswer(2);
        press(KeyCode.R);
        Fx.await("selected", () -> selected() != null && selected().id().startsWith("run_new2"));
        assertThat(server.submitted()).isEqualTo(2);
    }

    @Test
    void ofSeveralThoseAreRunAgainOfWhichItIsKnownHow() throws Exception {
        runToItsEnd("run_new1");
        server.job("run_1", "succeeded", 100);
        Fx.await("both are over", () -> workspace.jobs().allMatch(job -> job.view().state().over()));
        Fx.run(() -> table().getSelectionModel().selectAll());
        press(KeyCode.R);
        Fx.await("the question", () -> node("#confirm") != null);
        assertThat(Fx.call(() -> ((ListView<?>) node("#confirmation").lookup(".list-view")).getItems()))
                .as("of the other it is not known what to ask for").isEqualTo(List.of("run_new1"));
        assertThat(((Label) node("#confirmation").lookup(".dialog-header-text")).getText()).startsWith("Run this job")
                .endsWith("Of another it is not known what was asked for.");
        picture("run-again", node("#confirm").getScene().getWindow());
        robot.clickOn(node("#confirm"));
        Fx.await("selected", () -> selected() != null && selected().id().equals("run_new2"));
        assertThat(server.submitted()).isEqualTo(2);
        server.job("run_new2", "succeeded", 100);
        Fx.await("all are over, and the keyboard is back", () -> workspace.jobs()
                .allMatch(job -> job.view().state().over()) && node("#confirm") == null && stage.isFocused());
        Fx.run(() -> table().getSelectionModel().selectAll());
        // The question may have seen the key released; pressed again within a second it would count as held down.
        Fx.run(() -> Event.fireEvent(table(), new KeyEvent(KeyEvent.KEY_RELEASED, "", "", KeyCode.R, false, true, false,
                false)));
        press(KeyCode.R);
        Fx.await("the question", () -> node("#confirm") != null);
        assertThat(Fx.call(() -> ((ListView<?>) node("#confirmation").lookup(".list-view")).getItems().toString()))
                .contains("run_new1 · runs again as run_new2 already");
    }

    @Test
    void whatIsReadOnlyOffersNothingThatChangesAServer() throws Exception {
        runToItsEnd("run_new1");
        Fx.run(() -> settings.readOnlyChosenProperty().set(true));
        press(KeyCode.R);
        Fx.await("it is said why nothing is done", () -> inCorner.stream()
                .anyMatch(
                        one -> one.title().equals("Run the selected jobs again") && one.text().contains("read-only")));
        press(KeyCode.K);
        Fx.await("the palette", () -> node("#commandSearch") != null);
        assertThat(Fx.call(() -> node("#deleteJob").isVisible() || node("#cancelJob").isVisible())).isFalse();
        awaitText("#readOnlyNote", "Read-only");
        Fx.run(() -> ((TextInputControl) node("#commandSearch")).setText("new run"));
        Fx.await("why not", () -> node("#commands").lookupAll(".command .label").stream()
                .map(label -> ((Label) label).getText()).toList().contains("read-only"));
        Fx.run(() -> ((TextInputControl) node("#commandSearch")).setText("brew coffee"));
        awaitText("#noCommand", "No command is called that.");
        assertThat(server.submitted()).isOne();
    }

    @Test
    void whatAnAgentIsCalledIsNoFileOfIts() throws Exception {
        robot.type(KeyCode.ESCAPE);
        Fx.await("the form is gone", this::closed);
        server.job("run_1", "succeeded", 100, Map.of("agent_id", "ahead"));
        select("run_1");
        Fx.await("over", () -> selected().view().state() == DisplayState.SUCCEEDED);
        runAgain();
        awaitText("#runOutcome", "run_1 was not asked for from here");
        assertThat(Fx.call(() -> ((ComboBox<?>) node("#runAGENT_FILE")).getEditor().getText())).isEmpty();
    }

    @Test
    void ofARunOfOthersItIsSaidWhatIsNotKnown() throws Exception {
        robot.type(KeyCode.ESCAPE);
        Fx.await("the form is gone", this::closed);
        server.job("run_1", "succeeded", 100, Map.of("agent_id", "recipe:news", "session_id", "ops-7"));
        select("run_1");
        Fx.await("over", () -> selected().view().state() == DisplayState.SUCCEEDED);
        runAgain();
        awaitText("#runOutcome", "run_1 was not asked for from here");
        assertThat(Fx.call(() -> ((ComboBox<?>) node("#runRECIPE_NAME")).getEditor().getText())).isEqualTo("news");
        assertThat(text("#runPROMPT")).isEmpty();
        for (int size : new int[]{100, 150, 200}) {
            Fx.run(() -> settings.look().textSizeProperty().set(size));
            Fx.pulses(10);
            assertThat(Fx.call(() -> LayoutRules.broken(node("#runOutcome").getScene()))).isEmpty();
        }
    }
}
