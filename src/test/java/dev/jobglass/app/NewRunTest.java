package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.model.DisplayState;
import dev.jobglass.settings.Grouping;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.RunsServer;
import dev.jobglass.testing.RunsServer.Reply;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Asking for a new run, in the whole program. */
class NewRunTest extends NewRunFixture {
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

    /** Asks for a run among others, of which it is known only a while later how it is. */
    private void newRunBeside(int running) throws Exception {
        for (int i = 0; i < running; i++) {
            server.job("run_r%03d".formatted(i), "running", 10, Map.of("retry_after", 1));
        }
        for (int i = 0; i < 60; i++) {
            server.job("run_s%03d".formatted(i), "succeeded", 100);
        }
        Fx.run(() -> workspace.tryNow());
        Fx.await("many", () -> rows().size() == running + 61);
        type("#runPROMPT", "Summarise");
        server.instead("run_new1", new RunsServer.Reply(500, "text/plain", ""));
        send();
        Fx.await("new", () -> selected().id().equals("run_new1"));
        Fx.pulses(10);
        server.instead("run_new1", null);
        Fx.run(() -> workspace.actions().askNow(List.of(selected())));
    }

    @Test
    void theNewJobIsSeenAmongManyOthersAlsoOnceItIsKnownHowItIs() throws Exception {
        newRunBeside(60);
        Fx.await("queued", () -> selected().view().state() == DisplayState.QUEUED);
        Fx.await("in its place", () -> rows().indexOf("run_new1") == 61);
        Fx.pulses(10);
        assertThat(Fx.call(() -> place("run_new1"))).isNotNull();
        Fx.run(() -> settings.look().rows().groupingProperty().set(Grouping.AGENT));
        Fx.pulses(10);
        Fx.await("seen in its group, too", () -> place("run_new1") != null);
    }

    @Test
    void whatTheFilterHidesIsShownWhenItsNoteIsAskedTo() throws Exception {
        Fx.run(() -> window.filter("state:running"));
        type("#runPROMPT", "Summarise");
        send();
        awaitText("#toasts .subtle", "The filter hides run_new1.");
        assertThat(Fx.call(() -> selected().id())).as("the user's choice").isEqualTo("run_1");
        click("Show");
        Fx.await("shown", () -> selected().id().equals("run_new1") && rows().size() == 2);
        assertThat(Fx.call(() -> visible("#toasts"))).as("read").isFalse();
    }

    @Test
    void theTableStaysAtItsBeginningWhereThatShowsTheNewJob() throws Exception {
        newRunBeside(3);
        Fx.await("in its place", () -> rows().indexOf("run_new1") < 5);
        Fx.pulses(10);
        assertThat(Fx.call(() -> place("run_new1"))).isNotNull();
        assertThat(Fx.call(() -> place(job(0).id()))).as("and the first").isNotNull();
    }

    @Test
    void whatIsWrittenIsNotGivenUpUnasked() throws Exception {
        type("#runPROMPT", "Sum it up");
        robot.targetWindow(node("#runPROMPT").getScene().getWindow());
        click("#runPROMPT");
        robot.type(KeyCode.ESCAPE);
        Fx.await("asked", () -> node("#unsavedBack") != null);
        Fx.await("Enter loses nothing", () -> node("#unsavedBack").isFocused());
        picture("unsaved", node("#unsavedBack").getScene().getWindow());
        click("#unsavedBack");
        Fx.await("answered", () -> node("#unsavedBack") == null);
        assertThat(text("#runPROMPT")).isEqualTo("Sum it up");
        Fx.run(() -> ((TextInputControl) node("#runPROMPT")).clear());
        click("#runPROMPT");
        robot.type(KeyCode.ESCAPE);
        Fx.await("nothing is lost", this::closed);
    }

    @Test
    void whatIsWrittenCanBeGivenUp() throws Exception {
        type("#runPROMPT", "Sum it up");
        click("#runPROMPT");
        robot.type(KeyCode.ESCAPE);
        Fx.await("asked", () -> node("#unsavedDiscard") != null);
        click("#unsavedDiscard");
        Fx.await("given up", this::closed);
        assertThat(server.submitted()).isZero();
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
    void whatTheServerRefusesIsSaidOfTheRunNotOfAJob() throws Exception {
        type("#runPROMPT", "Sum it up");
        server.insteadOfSubmit(Reply.json(409, Map.of("detail", "The session is busy")));
        send();
        awaitText("#runOutcome", "The server does not begin this run now (409): The session is busy");
        server.insteadOfSubmit(Reply.json(429, Map.of("detail", "Twenty runs are enough")));
        send();
        awaitText("#runOutcome", "The server begins no more runs for now: Twenty runs are enough");
    }

    @Test
    void closedBeforeTheAnswerItComesBackWithWhatWasRefused() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        server.holdSubmit(held);
        server.insteadOfSubmit(Reply.json(422, Map.of("detail", "No such tool")));
        type("#runPROMPT", "Sum it up");
        send();
        Fx.await("asked", () -> server.requests().stream().anyMatch(request -> request.startsWith("POST")));
        robot.type(KeyCode.ESCAPE);
        Fx.await("the form is gone", this::closed);
        held.countDown();
        Fx.await("the form is back", () -> !closed());
        awaitText("#runOutcome", "No such tool");
        assertThat(text("#runPROMPT")).isEqualTo("Sum it up");
        assertThat(Fx.call(() -> stage.isFocused())).as("the keyboard stays where it was").isTrue();
    }

    @Test
    void noDialogOfTroubleOpensBehindItButOnceItIsClosed() throws Exception {
        server.insteadOfAll(Reply.json(401, Map.of("error", "Unauthorized")));
        awaitText("#bannerText", "The server wants an API key: Unauthorized");
        assertThat(node("#trouble")).isNull();
        robot.type(KeyCode.ESCAPE);
        Fx.await("the form is gone", this::closed);
        Fx.run(() -> workspace.tryNow());
        Fx.await("the dialog", () -> node("#trouble") != null);
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
        Fx.await("answered", () -> !node("#runSend").isDisabled()); // else it would come back with the answer
        robot.type(KeyCode.ESCAPE);
        Fx.await("the form is gone", this::closed);
        server.insteadOfSubmit(null);
        openForm();
        awaitText("#runOutcome", "no answer came");
        assertThat(text("#runPROMPT")).isEqualTo("Sum it up");
        type("#runTIMEOUT", "60");
        assertThat(text("#runOutcome")).contains("begins another run");
        type("#runTIMEOUT", "");
        assertThat(text("#runOutcome")).contains("begins no second run");
        send();
        Fx.await("the form is gone", this::closed);
        assertThat(server.submitted()).isOne();
        openForm();
        type("#runPROMPT", "Sum it up");
        send();
        Fx.await("a second one was asked for", () -> server.submitted() == 2);
    }

    @Test
    void ofSeveralRequestsThatWereNotAnsweredNoneBeginsASecondRun() throws Exception {
        server.insteadOfSubmit(Reply.json(500, Map.of("detail", "It was begun, but I cannot say so")));
        int sent = 0;
        for (String prompt : List.of("Sum it up", "Sum it up well", "Sum it up")) {
            type("#runPROMPT", prompt);
            send();
            sent++;
            int all = sent;
            Fx.await("sent", () -> server.requests().stream().filter(request -> request.startsWith("POST"))
                    .count() == all && !node("#runSend").isDisabled());
        }
        assertThat(server.submitted()).as("as many as there are prompts").isEqualTo(2);
        robot.type(KeyCode.ESCAPE);
        Fx.await("the form is gone", this::closed);
        closeProgram();
        server.insteadOfSubmit(null);
        open();
        openForm();
        type("#runPROMPT", "Sum it up");
        send();
        Fx.await("the form is gone", this::closed);
        assertThat(server.submitted()).as("of the one before the last, too").isEqualTo(2);
    }

    @Test
    void nothingIsSentOnceNothingMayBe() throws Exception {
        type("#runPROMPT", "Sum it up");
        Fx.run(() -> settings.readOnlyChosenProperty().set(true));
        send();
        awaitText("#runOutcome", "read-only now");
        assertThat(server.requests()).noneMatch(request -> request.startsWith("POST"));
    }

    @Test
    void aPromptOfTwoDirectionsIsDrawn() throws Exception {
        type("#runPROMPT", "run_12 — تشغيل المهمة — الأسبوع     تشغيل المهمة تشغيل المهمة weekly تقرير a   ".repeat(3));
        picture("new-run-arabic", node("#runPROMPT").getScene().getWindow());
        Fx.run(() -> node("#runPROMPT").getScene().getRoot().layout()); // JavaFX threw here
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
