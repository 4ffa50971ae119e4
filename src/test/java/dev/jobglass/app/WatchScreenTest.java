package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.testing.Fx;
import dev.jobglass.testing.RunsServer.Reply;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

class WatchScreenTest extends ProgramTest {
    private void running(String id, String agent) {
        server.job(id, "running", 40,
                Map.of("retry_after", 1, "started_at", "2026-11-24T10:00:01Z", "agent_id", agent));
    }

    private List<String> texts(String style) {
        Node screen = node("#watchScreen");
        return screen.lookupAll("." + style).stream().map(found -> ((Label) found).getText()).toList();
    }

    private long windows() {
        return Window.getWindows().stream().filter(Window::isShowing).count();
    }

    private void wall() {
        robot.type(KeyCode.F11);
    }

    @Test
    void showsRunningJobsAndLeavesWithEsc() throws Exception {
        running("run_1", "recipe:news");
        server.job("run_2", "queued", 0, Map.of("retry_after", 1));
        open();
        awaitRows("run_1", "run_2");
        wall();
        Fx.await("a card", () -> node(".card") != null && texts("card-name").equals(List.of("recipe:news")));
        assertThat(text("#running")).isEqualTo("1");
        assertThat(text("#queued")).isEqualTo("1");
        awaitText("#age", "live");
        assertThat(stage.isFullScreen()).isTrue();
        assertThat(Fx.call(() -> node(".watch-frame").getCursor())).isEqualTo(Cursor.NONE);
        picture("watch-screen", stage);
        robot.type(KeyCode.ESCAPE);
        Fx.await("the dashboard again",
                () -> node(".watch-frame") == null && node("#jobs").isFocused() && !stage.isFullScreen());
        awaitRows("run_1", "run_2");
    }

    private double letters(String id) {
        return node("#watchScreen").lookupAll(".card-id").stream().map(Label.class::cast)
                .filter(label -> label.getText().equals(id)).findFirst().orElseThrow().getFont().getSize();
    }

    @Test
    void whatIsInAStateThatIsNotOursHasACardToo() throws Exception {
        server.job("run_1", "paused", 40, SOON);
        open();
        awaitRows("run_1");
        wall();
        Fx.await("its card", () -> node(".card") != null && texts("card-id").equals(List.of("run_1")));
    }

    @Test
    void fewCardsAreLargeAndManySmallSoThatAllAreSeen() throws Exception {
        running("run_1", "recipe:news");
        open();
        awaitRows("run_1");
        wall();
        Fx.await("a card", () -> node(".card") != null);
        double few = Fx.call(() -> letters("run_1"));
        for (int i = 2; i < 6; i++) {
            running("run_" + i, "recipe:news");
        }
        Fx.await("all", () -> texts("card-id").size() == 5);
        assertThat(Fx.call(() -> letters("run_1"))).isLessThan(few / 1.2);
        for (int i = 2; i < 6; i++) {
            server.job("run_" + i, "succeeded", 100, Map.of());
        }
        Fx.await("one is left", () -> texts("card-id").size() == 1);
        Fx.await("large again", () -> letters("run_1") == few);
    }

    /** Lengths in letters become whole pixels, which adds up. */
    @Test
    void noCardLeavesTheScreenWhateverItsHeight() throws Exception {
        for (int i = 0; i < 30; i++) {
            running("run_" + i, "recipe:news");
        }
        open();
        Fx.await("jobs", () -> rows().size() == 30);
        wall();
        Fx.await("cards", () -> node(".card") != null);
        for (int height = 560; height < 960; height += 3) {
            double now = height;
            Fx.run(() -> {
                ((Region) node("#watchScreen")).setMaxHeight(now);
                stage.getScene().getRoot().layout();
                Node grid = node("#grid");
                assertThat(grid.lookupAll(".card")).allMatch(card -> card.getBoundsInParent().getMaxY() <= grid
                        .getLayoutBounds().getHeight() + 0.5, "within " + grid.getLayoutBounds().getHeight() + " at "
                                + now);
            });
        }
    }

    @Test
    void noDialogCoversItAndAFailureWaitsForItsEnd() throws Exception {
        running("run_1", "recipe:news");
        open();
        awaitRows("run_1");
        wall();
        Fx.await("a card", () -> node(".card") != null);
        String error = "The connection was reset while the model was writing its answer, and no other model took over";
        server.failed("run_1", error);
        Fx.await("on the side", () -> texts("side-line-1").equals(List.of(error)));
        Fx.await("in several lines", () -> node(".side-line-1") instanceof Label line
                && line.getHeight() > 2 * line.getFont().getSize()
                && ((Text) line.lookup(".text")).getText().equals(error));
        assertThat(windows()).isEqualTo(1);
        assertThat(text("#failed")).isNotNull();
        picture("watch-screen-failure", stage);
        robot.type(KeyCode.ESCAPE);
        Fx.await("the failure window", () -> node("#failures") != null && windows() == 2);
    }

    @Test
    void whatFailedOfTheSameIsOneCard() throws Exception {
        for (int i = 0; i < 8; i++) {
            running("run_" + i, "recipe:news");
        }
        open();
        Fx.await("all", () -> rows().size() == 8);
        wall();
        Fx.await("cards", () -> node(".card") != null);
        for (int i = 0; i < 7; i++) {
            server.failed("run_" + i, "Rate limit reached, try again in " + i + " s");
        }
        server.failed("run_7", "It broke");
        Fx.await("two cards", () -> texts("side-line-1").size() == 2
                && texts("side-line-2").stream().anyMatch(line -> line.startsWith("× 7")));
    }

    @Test
    void whatWouldBeADialogIsACardAndADialogAfterwards() throws Exception {
        running("run_1", "recipe:news");
        open();
        awaitRows("run_1");
        wall();
        Fx.run(() -> new UncaughtErrors(stage, folder, window.notices())
                .uncaughtException(Thread.currentThread(), new IllegalStateException("A mistake of ours")));
        Fx.await("a card", () -> texts("side-line-0").equals(List.of("Something went wrong in Jobglass")));
        assertThat(windows()).isEqualTo(1);
        robot.type(KeyCode.ESCAPE);
        Fx.await("the dialog", () -> windows() == 2);
    }

    @Test
    void aLostServerIsWrittenInLargeLetters() throws Exception {
        running("run_1", "recipe:news");
        open();
        awaitRows("run_1");
        wall();
        Fx.await("a card", () -> node(".card") != null);
        int port = server.port();
        server.close();
        awaitText("#troubleTitle", "No answer since");
        Fx.await("visible", () -> visible("#trouble"));
        awaitText("#troubleText", "The connection was refused");
        assertThat(windows()).isEqualTo(1);
        picture("watch-screen-lost", stage);
        server = new dev.jobglass.testing.RunsServer(port);
        running("run_1", "recipe:news");
        Fx.await("found again without a click", () -> !visible("#trouble"));
    }

    @Test
    void aWrongKeyIsSaidThereToo() throws Exception {
        running("run_1", "recipe:news");
        open();
        awaitRows("run_1");
        wall();
        server.insteadOfAll(Reply.json(401, Map.of("detail", "no")));
        awaitText("#troubleTitle", "Trouble with the server");
        assertThat(windows()).isEqualTo(1);
    }

    @Test
    void theFilterLimitsIt() throws Exception {
        running("run_1", "recipe:news");
        running("run_2", "recipe:audit");
        open(server.url(), Set.of());
        Fx.run(() -> window.filter("agent:audit"));
        awaitRows("run_2");
        wall();
        Fx.await("one card", () -> node(".card") != null && texts("card-name").equals(List.of("recipe:audit")));
        assertThat(text("#running")).isEqualTo("1");
    }

    @Test
    void ofVeryManyTheWorstAreShownAndTheOthersCounted() throws Exception {
        for (int i = 0; i < 300; i++) {
            running("run_" + i, "agent-" + i);
        }
        open();
        Fx.await("rows", () -> rows().size() == 300);
        wall();
        awaitText("#page", "page 1 of 12");
        awaitText("#page", "more");
        int shown = 12 * Fx.call(() -> texts("card-name").size());
        assertThat(Fx.call(() -> text("#page"))).contains("… and " + (300 - shown) + " more");
    }

    @Test
    void moreThanFitTurnPages() throws Exception {
        for (int i = 0; i < 40; i++) {
            running("run_" + i, "agent-" + i);
        }
        open();
        Fx.await("rows", () -> rows().size() == 40);
        wall();
        awaitText("#page", "page 1 of ");
        List<String> first = Fx.call(() -> texts("card-name"));
        clock.await("the next page", () -> text("#page").contains("page 2 of"));
        assertThat(Fx.call(() -> texts("card-name"))).doesNotContainAnyElementsOf(first);
    }
}
