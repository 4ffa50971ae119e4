package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.model.DisplayState;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.RunsServer.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Asking for a new run, in the whole program. */
class NewRunTest extends ProgramTest {
    @BeforeEach
    void openTheForm() throws Exception {
        server.job("run_1", "running", 30, Map.of("agent_id", "recipe:news", "session_id", "ops-7"));
        open();
        awaitRows("run_1");
        openForm();
    }

    private void openForm() throws Exception {
        robot.press(KeyCode.SHORTCUT).press(KeyCode.SHIFT).type(KeyCode.N).release(KeyCode.SHIFT)
                .release(KeyCode.SHORTCUT);
        Fx.await("the form", () -> node("#runPROMPT") != null && node("#runPROMPT").isFocused());
    }

    private void type(String id, String text) throws Exception {
        Fx.run(() -> ((TextInputControl) node(id)).setText(text));
    }

    private void send() throws Exception {
        Fx.run(((Button) node("#runSend"))::fire);
    }

    private boolean closed() {
        return node("#runPROMPT") == null;
    }

    @Test
    void theNewJobIsWatchedAndSelected() throws Exception {
        picture("new-run", node("#runPROMPT").getScene().getWindow());
        type("#runPROMPT", "Sum it up");
        Fx.run(() -> {
            ComboBox<?> recipe = (ComboBox<?>) node("#runRECIPE_NAME");
            assertThat(recipe.getItems().stream().map(String::valueOf).toList()).isEqualTo(List.of("news"));
            recipe.getSelectionModel().selectFirst();
        });
        send();
        Fx.await("the form is gone", this::closed);
        Fx.await("selected", () -> selected() != null && selected().id().equals("run_new1"));
        assertThat(server.submitted()).isOne();
    }

    @Test
    void twoClicksBeginOneRun() throws Exception {
        type("#runPROMPT", "Sum it up");
        Fx.run(() -> {
            Button button = (Button) node("#runSend");
            button.fire();
            button.fire();
        });
        Fx.await("the form is gone", this::closed);
        assertThat(server.submitted()).isOne();
    }

    @Test
    void whatCannotBeMeantIsSaidAtItsFieldAndNotSent() throws Exception {
        type("#runTIMEOUT", "-5");
        send();
        awaitText("#runPROMPTWrong", "Say what is to be done.");
        awaitText("#runTIMEOUTWrong", "A whole number above 0, or nothing.");
        type("#runPROMPT", "Sum it up");
        send();
        Fx.await("what is wrong is seen", () -> {
            Node scroll = node(".run-scroll");
            Bounds field = node("#runTIMEOUT").localToScene(node("#runTIMEOUT").getLayoutBounds());
            return node("#runTIMEOUT").isFocused()
                    && scroll.localToScene(scroll.getLayoutBounds()).contains(field);
        });
        type("#runTIMEOUT", "60");
        assertThat(text("#runTIMEOUTWrong")).isEmpty();
        picture("new-run-wrong", node("#runPROMPT").getScene().getWindow());
        assertThat(server.requests()).noneMatch(request -> request.startsWith("POST"));
    }

    @Test
    void whatTheServerFindsWrongIsSaidAtItsField() throws Exception {
        server.insteadOfSubmit(Reply.json(422, Map.of("detail", List.of(Map.of("loc", List.of("body", "webhook_url"),
                "msg", "Value error, not this host")))));
        type("#runPROMPT", "Sum it up");
        type("#runWEBHOOK_URL", "https://example.org/hook");
        send();
        awaitText("#runWEBHOOK_URLWrong", "Value error, not this host");
        server.insteadOfSubmit(null);
        type("#runWEBHOOK_URL", "");
        send();
        Fx.await("the form is gone", this::closed);
        assertThat(server.submitted()).isOne();
    }

    @Test
    void aLostAnswerAndANewFormBeginNoSecondRun() throws Exception {
        server.insteadOfSubmit(Reply.json(500, Map.of("detail", "It was begun, but I cannot say so")));
        type("#runPROMPT", "Sum it up");
        send();
        awaitText("#runOutcome", "Sent again as it is, it begins no second run.");
        send();
        Fx.await("sent twice",
                () -> server.requests().stream().filter(request -> request.startsWith("POST")).count() == 2);
        robot.type(KeyCode.ESCAPE);
        Fx.await("the form is gone", this::closed);
        server.insteadOfSubmit(null);
        openForm();
        awaitText("#runOutcome", "no answer came");
        assertThat(text("#runPROMPT")).isEqualTo("Sum it up");
        type("#runTIMEOUT", "60");
        assertThat(text("#runOutcome")).as("it is another request now").isEmpty();
        type("#runTIMEOUT", "");
        send();
        Fx.await("the form is gone", this::closed);
        assertThat(server.submitted()).isOne();
        openForm();
        type("#runPROMPT", "Sum it up");
        send();
        Fx.await("a second one was asked for", () -> server.submitted() == 2);
    }

    private void select(String id) throws Exception {
        Fx.run(() -> table().getSelectionModel().clearAndSelect(rows().indexOf(id)));
        Fx.await("selected", () -> selected() != null && selected().id().equals(id));
    }

    private void runAgain() throws Exception {
        robot.press(KeyCode.SHORTCUT).press(KeyCode.SHIFT).type(KeyCode.R).release(KeyCode.SHIFT)
                .release(KeyCode.SHORTCUT);
        Fx.await("the form", () -> node("#runPROMPT") != null);
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

    private void runAgainWithALostAnswer(int times) throws Exception {
        server.insteadOfSubmit(Reply.json(500, Map.of("detail", "It was begun, but I cannot say so")));
        for (int i = 0; i < times; i++) {
            press(KeyCode.R);
            Fx.await("it is said", () -> node("#outcome") != null);
            robot.type(KeyCode.ESCAPE);
            Fx.await("read", () -> node("#outcome") == null);
        }
        server.insteadOfSubmit(null);
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

    private long asked() {
        return server.requests().stream().filter(request -> request.startsWith("POST")).count();
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
    void aPromptOfTwoDirectionsIsDrawn() throws Exception {
        type("#runPROMPT", "run_12 — تشغيل المهمة — الأسبوع     تشغيل المهمة تشغيل المهمة weekly تقرير a   ".repeat(3));
        picture("new-run-arabic", node("#runPROMPT").getScene().getWindow());
        Fx.run(() -> node("#runPROMPT").getScene().getRoot().layout()); // JavaFX threw here
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
        picture("run-again", node("#confirm").getScene().getWindow());
        robot.clickOn(node("#confirm"));
        Fx.await("selected", () -> selected() != null && selected().id().equals("run_new2"));
        assertThat(server.submitted()).isEqualTo(2);
    }

    @Test
    void whatIsReadOnlyOffersNothingThatChangesAServer() throws Exception {
        runToItsEnd("run_new1");
        Fx.run(() -> settings.readOnlyChosenProperty().set(true));
        press(KeyCode.R);
        press(KeyCode.K);
        Fx.await("the palette", () -> node("#commandSearch") != null);
        assertThat(Fx.call(() -> node("#deleteJob").isVisible() || node("#cancelJob").isVisible())).isFalse();
        awaitText("#readOnlyNote", "Read-only");
        assertThat(server.submitted()).isOne();
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
    }

    @Test
    void aServerThatTakesNoRunsIsSaidToTakeNone() throws Exception {
        server.insteadOfAll(Reply.json(405, Map.of("detail", "Method Not Allowed")));
        type("#runPROMPT", "Sum it up");
        send();
        awaitText("#runOutcome", "This server takes no requests for runs.");
        assertThat(text("#runOutcome")).doesNotContain("second run");
        assertThat(node("#runSend").isDisabled()).isFalse();
    }

    @Test
    void aLostAnswerAndThenARefusalBeginNoSecondRun() throws Exception {
        server.insteadOfSubmit(Reply.json(500, Map.of("detail", "It was begun, but I cannot say so")));
        type("#runPROMPT", "Sum it up");
        send();
        awaitText("#runOutcome", "begins no second run");
        server.insteadOfAll(Reply.json(429, Map.of("detail", "Later")));
        send();
        awaitText("#runOutcome", "Later");
        server.insteadOfAll(null);
        server.insteadOfSubmit(null);
        robot.type(KeyCode.ESCAPE);
        Fx.await("the form is gone", this::closed);
        openForm();
        awaitText("#runOutcome", "no answer came");
        send();
        Fx.await("the form is gone", this::closed);
        assertThat(server.submitted()).isOne();
    }
}
