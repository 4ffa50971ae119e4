package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.settings.Theme;
import dev.jobglass.testing.Fx;
import java.util.List;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The filter as one types it. */
class FilterTest extends ProgramTest {
    @BeforeEach
    void openWithThreeJobs() throws Exception {
        server.job("run_1", "running", 30, Map.of("agent_id", "weekly report", "session_id", "ops"));
        server.job("run_2", "queued", 0, Map.of("agent_id", "recipe:news"));
        server.job("run_3", "paused", 0, Map.of("agent_id", "recipe:news"));
        open();
        Fx.await("three jobs", () -> rows().size() == 3);
        click("#filter");
    }

    @Test
    void whatItFindsIsSeenFromTheTop() throws Exception {
        for (int i = 100; i < 200; i++) {
            server.job("run_" + i, "running", 10, Map.of("agent_id", i % 2 == 0 ? "even" : "odd"));
        }
        Fx.await("all jobs", () -> rows().size() == 103);
        click("#jobs");
        robot.type(KeyCode.END);
        Fx.await("the last is seen, not the first",
                () -> place(rows().getLast()) != null && place(rows().get(0)) == null);
        click("#filter");
        robot.write("even");
        Fx.await("found", () -> rows().size() == 50);
        Fx.await("the first", () -> place(rows().getFirst()) != null);
    }

    /** What is offered below the field, as it reads; empty when nothing is. */
    private List<String> offered() {
        return Window.getWindows().stream().filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream()).map(MenuItem::getText).toList();
    }

    @Test
    void whatAsksForNothingThatThereCanBeIsMarkedBesideWhatDoes() throws Exception {
        Fx.run(() -> ((TextInputControl) node("#filter")).setText("state:running state:runing"));
        Fx.await("one chip is marked", () -> visible("#chips") && node("#chips").lookupAll(".chip.wrong").size() == 1);
        awaitRows("run_1");
    }

    @Test
    void offersFieldsAndTheirValues() throws Exception {
        robot.write("age");
        Fx.await("the field", () -> offered().equals(List.of("agent: — part of its agent")));
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        Fx.await("its values", () -> offered().equals(List.of("recipe:news", "weekly report")));
        picture("filter-completion", stage);
        robot.type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.ENTER);
        awaitText("#filter", "agent:\"weekly report\"");
        awaitRows("run_1");
        Fx.await("nothing more to offer", () -> offered().isEmpty());
    }

    @Test
    void manyValuesLeaveTheirFieldInSight() throws Exception {
        for (int i = 10; i < 60; i++) {
            server.job("run_" + i, "running", 10, Map.of("agent_id", "one of many " + i));
        }
        Fx.await("all jobs", () -> rows().size() == 53);
        robot.write("agent:one");
        Fx.await("offered", () -> offered().size() > 9);
        picture("filter-completion-many", stage);
        Bounds field = Fx.call(() -> node("#filter").localToScreen(node("#filter").getLayoutBounds()));
        Fx.await("below the field", () -> Window.getWindows().stream().filter(ContextMenu.class::isInstance)
                .allMatch(menu -> menu.getY() > field.getMinY() && menu.getHeight() < 400));
        robot.type(KeyCode.UP).type(KeyCode.ENTER);
        awaitText("#filter", "agent:\"one of many 59\"");
    }

    @Test
    void aNameWithQuotesIsOfferedAndFoundAndItsChipKeepsWithinTheWindow() throws Exception {
        server.job("run_4", "running", 10, Map.of("agent_id", "the \"daily\" one " + "very long name ".repeat(30)));
        Fx.await("four", () -> rows().size() == 4);
        robot.write("agent:the");
        Fx.await("offered, cut", () -> offered().size() == 1 && offered().getFirst().length() < 80);
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        awaitRows("run_4");
        Fx.await("a chip", () -> visible(".chip"));
        assertThat(Fx.call(() -> node(".chip").localToScene(node(".chip").getLayoutBounds()).getMaxX()))
                .isLessThan(stage.getScene().getWidth());
    }

    @Test
    void offersStatesAlsoThoseOfTheServer() throws Exception {
        robot.write("run state:");
        Fx.await("all", () -> offered().size() >= 8 && offered().contains("paused"));
        robot.write("pau");
        Fx.await("one", () -> offered().equals(List.of("paused")));
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        awaitText("#filter", "run state:paused");
        awaitRows("run_3");
        Fx.await("nothing more to offer", () -> offered().isEmpty());
    }

    @Test
    void aBlankTakesNothingThatNobodyChose() throws Exception {
        robot.write("agent:news");
        Fx.await("an offer", () -> offered().equals(List.of("recipe:news")));
        markFirstOffer(); // as JavaFX itself does at times when a menu is opened for the first time
        robot.type(KeyCode.SPACE);
        robot.write("state:running");
        awaitText("#filter", "agent:news state:running");
    }

    private static void markFirstOffer() throws Exception {
        Fx.run(() -> Window.getWindows().stream().filter(ContextMenu.class::isInstance)
                .forEach(menu -> menu.getScene().getRoot().lookup(".menu-item").requestFocus()));
    }

    @Test
    void whatIsOfferedNeedNotBeTaken() throws Exception {
        robot.write("state:q");
        Fx.await("an offer", () -> offered().equals(List.of("queued")));
        robot.type(KeyCode.ESCAPE);
        Fx.await("none", () -> offered().isEmpty());
        assertThat(text("#filter")).isEqualTo("state:q");
        awaitRows("run_2");
        robot.type(KeyCode.ESCAPE);
        awaitText("#filter", "");
    }

    @Test
    void enterTakesNoOfferThatNobodyChose() throws Exception {
        robot.write("state:");
        Fx.await("offers", () -> offered().size() >= 8);
        robot.write("q");
        Fx.await("an offer", () -> offered().equals(List.of("queued")));
        markFirstOffer();
        robot.type(KeyCode.ENTER);
        Fx.await("none", () -> offered().isEmpty() && table().isFocused());
        assertThat(text("#filter")).isEqualTo("state:q");
    }

    @Test
    void aValueThatThereIsNotIsSaid() throws Exception {
        robot.write("state:bogus");
        Fx.await("said", () -> visible("#emptyPage") && text("#emptyText").startsWith("There is no state “bogus”."));
        assertThat(text("#emptyText")).contains("failed, stalled, running, queued");
        picture("filter-wrong", stage);
        robot.type(KeyCode.ESCAPE);
        click("#filter");
        robot.write("older:soon");
        Fx.await("said", () -> text("#emptyText").startsWith("“soon” is no age."));
        robot.type(KeyCode.ESCAPE);
        click("#filter");
        robot.write("agent:nosuch");
        Fx.await("said", () -> text("#emptyText").startsWith("There is no agent “nosuch”. There are: "));
        robot.type(KeyCode.ESCAPE);
        click("#filter");
        robot.write("id:run_1");
        Fx.await("said", () -> text("#emptyText").startsWith("There is no field “id”. There are: state, agent"));
    }

    @Test
    void theOfferClosesWithTheFocus() throws Exception {
        robot.write("state:");
        Fx.await("an offer", () -> !offered().isEmpty());
        Node table = table();
        Fx.run(table::requestFocus);
        Fx.await("none", () -> offered().isEmpty());
    }

    @Test
    void theOfferClosesWhenColoursChange() throws Exception {
        robot.write("state:");
        Fx.await("an offer", () -> !offered().isEmpty());
        Fx.run(() -> themes.choose(Theme.LIGHT));
        Fx.await("none, for it would look for the colours of before", () -> offered().isEmpty());
    }

    @Test
    void theOfferIsAsLargeAsTheText() throws Exception {
        Fx.run(() -> settings.look().textSizeProperty().set(150));
        Fx.await("so is the field", () -> ((TextInputControl) node("#filter")).getFont().getSize() == 21);
        robot.write("state:");
        Fx.await("an offer", () -> !offered().isEmpty());
        Fx.await("as large", () -> Window.getWindows().stream().filter(ContextMenu.class::isInstance)
                .map(menu -> menu.getScene().getRoot().lookup(".menu-item > .label")).map(Labeled.class::cast)
                .allMatch(label -> label.getFont().getSize() == 21));
    }

    @Test
    void wordsFromRightToLeftStandInOneTypeface() throws Exception {
        TextField field = (TextField) node("#filter");
        String usual = Fx.call(() -> field.getFont().getFamily());
        Fx.run(() -> field.setText("דוח מכירות 3"));
        Fx.await("one with letters and marks", () -> !field.getFont().getFamily().equals(usual));
        Fx.run(() -> field.setText("sales"));
        Fx.await("the usual one", () -> field.getFont().getFamily().equals(usual));
    }

    @ParameterizedTest
    @EnumSource(names = {"DARK", "LIGHT", "HIGH_CONTRAST"})
    void tilesWithoutRoomForTheirWordsAreToldApartAndReadableAlsoPressed(Theme theme) throws Exception {
        Fx.run(() -> {
            themes.choose(theme);
            settings.look().textSizeProperty().set(200);
            stage.setWidth(900);
        });
        Fx.await("no words", () -> node("#tileStalled").lookup(".state").isVisible());
        Fx.run(() -> stage.getScene().getRoot().lookupAll(".toggle-button.tile")
                .forEach(tile -> ((ToggleButton) tile).fire()));
        Fx.pulses(3);
        assertThat(Fx.call(() -> LayoutRules.broken(stage.getScene()))).isEmpty();
    }
}
