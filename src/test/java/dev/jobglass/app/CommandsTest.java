package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.settings.Density;
import dev.jobglass.settings.Theme;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.RunsServer;
import dev.jobglass.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The palette, and what changes the look. */
class CommandsTest extends ProgramTest {
    private void awaitPalette() throws Exception {
        Fx.await("the palette", () -> node("#commandSearch") != null && node("#commandSearch").isFocused());
    }

    private void openPaletteForTheFirst() throws Exception {
        awaitRows("run_1", "run_2", "run_4", "run_3");
        clickRow("run_1");
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        awaitPalette();
    }

    private List<String> shownCommands() {
        return node("#commands").lookupAll(".command .label").stream().map(label -> ((Label) label).getText()).toList();
    }

    private void findOffList() throws Exception {
        click("#commandSearch");
        robot.write("off list");
        Fx.await("found", () -> ((ListView<?>) node("#commands")).getItems().size() == 1);
    }

    @Test
    void everythingIsFoundByNameInThePalette() throws Exception {
        someJobs();
        open();
        openPaletteForTheFirst();
        picture("palette", node("#commandSearch").getScene().getWindow());
        click("#commandSearch");
        for (String word : List.of("export views", "refresh rec", "Zoom reset")) {
            robot.write(word);
            Fx.await("found by " + word, () -> ((ListView<?>) node("#commands")).getItems().size() == 1);
            Fx.run(((TextField) node("#commandSearch"))::clear);
        }
        findOffList();
        robot.type(KeyCode.ENTER);
        awaitRows("run_2", "run_4", "run_3");
        clickRow("run_2");
        robot.type(KeyCode.F1);
        Fx.await("again", () -> node("#commands") != null);
        robot.type(KeyCode.ESCAPE);
        Fx.await("closed", () -> node("#commands") == null);
        awaitRows("run_2", "run_4", "run_3");
    }

    @Test
    void whatWouldDoNothingIsNotOfferedButSaysSo() throws Exception {
        someJobs();
        open();
        openPaletteForTheFirst();
        click("#commandSearch");
        robot.write(Messages.of("main.command.showResult"));
        Fx.await("why", () -> shownCommands().equals(
                List.of("Show the result of the selected job", "not with what is selected")));
        robot.type(KeyCode.ENTER);
        Fx.pulses(2);
        assertThat(node("#commands")).as("it cannot be chosen").isNotNull();
    }

    @Test
    void whatBeginsWithTheLettersComesFirst() throws Exception {
        server.job("run_1", "running", 40, SOON);
        open();
        clickRow("run_1");
        robot.type(KeyCode.F1);
        awaitPalette();
        click("#commandSearch");
        robot.write("op");
        Fx.await("found", () -> String.valueOf(((ListView<?>) node("#commands")).getItems().getFirst())
                .contains("id=browse"));
        Fx.run(((TextField) node("#commandSearch"))::clear);
        robot.write("sort by");
        Fx.await("of several words, too", () -> String.valueOf(((ListView<?>) node("#commands")).getItems().getFirst())
                .contains("id=sortBy"));
        Fx.run(((TextField) node("#commandSearch"))::clear);
        Fx.run(() -> ((ListView<?>) node("#commands")).getSelectionModel().selectFirst());
        robot.type(KeyCode.PAGE_DOWN);
        assertThat(Fx.call(() -> ((ListView<?>) node("#commands")).getSelectionModel().getSelectedIndex()))
                .isEqualTo(10);
    }

    @Test
    void columnsAreSortedByAndHiddenByName() throws Exception {
        someJobs();
        open();
        awaitRows("run_1", "run_2", "run_4", "run_3");
        clickRow("run_1");
        for (List<String> expected : List.of(List.of("run_1", "run_2", "run_3", "run_4"),
                List.of("run_4", "run_3", "run_2", "run_1"), List.of("run_1", "run_2", "run_4", "run_3"))) {
            choose("sort by job");
            awaitRows(expected.toArray(String[]::new));
        }
        choose("hide created");
        Fx.await("hidden", () -> table().getVisibleLeafColumns().stream()
                .noneMatch(column -> column.getId().equals("created")));
        choose("hide created");
        Fx.await("shown", () -> table().getVisibleLeafColumns().stream()
                .anyMatch(column -> column.getId().equals("created")));
    }

    @Test
    void whatServersForgotIsClearedByNameAndComesBackWithoutBeingSelected() throws Exception {
        someJobs();
        open();
        awaitRows("run_1", "run_2", "run_4", "run_3");
        clickRow("run_1");
        server.forget("run_2");
        Fx.await("gone", () -> visible("#clearGone"));
        choose("clear gone");
        awaitRows("run_1", "run_4", "run_3");
        assertThat(Fx.call(() -> selected().id())).isEqualTo("run_1");
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        Fx.await("back", () -> rows().contains("run_2"));
        assertThat(Fx.call(() -> selected().id())).isEqualTo("run_1");
        assertThat(Fx.call(() -> table().getSelectionModel().getSelectedIndices().size())).isEqualTo(1);
    }

    @Test
    void aServerIsChangedByName() throws Exception {
        someJobs();
        open();
        awaitRows("run_1", "run_2", "run_4", "run_3");
        clickRow("run_1");
        choose("remove server");
        Fx.await("its dialog", () -> node("#serverUrl") != null
                && ((TextField) node("#serverUrl")).getText().equals(server.url()));
    }

    private void choose(String words) throws Exception {
        robot.type(KeyCode.F1);
        awaitPalette();
        click("#commandSearch");
        robot.write(words).type(KeyCode.ENTER);
        Fx.await("closed", () -> node("#commands") == null);
    }

    @Test
    void enterShowsTheResultOfAJobThatHasOne() throws Exception {
        server.job("run_1", "succeeded", 100, Map.of());
        server.result("run_1", "All is well.");
        open();
        awaitRows("run_1");
        Fx.await("the details", () -> node("#tabs") != null);
        clickRow("run_1");
        robot.type(KeyCode.ENTER);
        Fx.await("the result", () -> ((TabPane) node("#tabs")).getSelectionModel().getSelectedIndex() == 1
                && node("#tabs").isFocused());
    }

    @Test
    void theMenuOfARowBeginsWithItsFirstEntryEachTime() throws Exception {
        server.job("run_1", "running", 50, SOON);
        open();
        awaitRows("run_1");
        clickRow("run_1");
        for (int i = 0; i < 3; i++) {
            robot.push(KeyCode.SHIFT, KeyCode.F10);
            Fx.await("the first", () -> node("#tellEnd") != null && node(".menu-item").isFocused());
            robot.type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.ESCAPE);
            Fx.await("closed", () -> node("#tellEnd") == null);
        }
    }

    @Test
    void withoutFailuresTheirKeySaysSo() throws Exception {
        server.job("run_1", "running", 50, SOON);
        open();
        awaitRows("run_1");
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.F);
        Fx.await("said", () -> node("No failure is open") != null || node(".dialog-header-text") != null);
    }

    @Test
    void aClickInThePaletteBesideTheCommandsDoesNothing() throws Exception {
        someJobs();
        open();
        awaitRows("run_1", "run_2", "run_4", "run_3");
        clickRow("run_1");
        robot.type(KeyCode.F1);
        awaitPalette();
        findOffList();
        Point2D empty = Fx.call(() -> node("#commands").localToScreen(50, 200));
        robot.clickOn(empty);
        assertThat(node("#commands")).isNotNull();
        Point2D command = Fx.call(() -> node("#commands").localToScreen(50, 15));
        robot.clickOn(command);
        awaitRows("run_2", "run_4", "run_3");
    }

    @Test
    void textGrowsAndShrinksByKeysAndStaysSo() throws Exception {
        someJobs();
        open();
        awaitRows("run_1", "run_2", "run_4", "run_3");
        double before = Fx.call(() -> ((Label) node("#statusCounts")).getFont().getSize());
        robot.press(KeyCode.CONTROL).type(KeyCode.PLUS).type(KeyCode.PLUS).release(KeyCode.CONTROL);
        Fx.await("larger", () -> Math.abs(((Label) node("#statusCounts")).getFont().getSize()
                - before * 1.2) < 0.1);
        assertThat(settings.look().textSizeProperty().get()).isEqualTo(120);
        for (int i = 0; i < 10; i++) {
            robot.press(KeyCode.CONTROL).type(KeyCode.PLUS).release(KeyCode.CONTROL);
        }
        assertThat(settings.look().textSizeProperty().get()).isEqualTo(200);
        picture("large-text", stage);
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT0).release(KeyCode.CONTROL);
        assertThat(settings.look().textSizeProperty().get()).isEqualTo(100);
    }

    @Test
    void theThemeChangesLive() throws Exception {
        someJobs();
        open();
        awaitRows("run_1", "run_2", "run_4", "run_3");
        Fx.run(() -> themes.choose(Theme.LIGHT));
        picture("dashboard-light", stage);

        assertThat(settings.look().themeProperty().get()).isEqualTo(Theme.LIGHT);
    }

    @Test
    void compactRowsAreLower() throws Exception {
        someJobs();
        open();
        awaitRows("run_1", "run_2", "run_4", "run_3");
        Fx.await("high rows", () -> rowHeight() >= 48);
        click("#compactRows");
        Fx.await("low rows", () -> rowHeight() > 0 && rowHeight() <= 32);
        picture("compact", stage);
        assertThat(settings.look().rows().densityProperty().get()).isEqualTo(Density.COMPACT);
    }

    private double rowHeight() {
        Node row = table().lookup(".table-row-cell");
        return row == null ? 0 : row.getLayoutBounds().getHeight();
    }

    @Test
    void aboutTellsTheVersionAndTheLibrariesInside() throws Exception {
        open();
        click("#menu");
        click("#about");
        awaitText("#thirdParties", "controlsfx");
        picture("about", node("#thirdParties").getScene().getWindow());
        assertThat(text("#thirdParties")).contains("jackson-databind", "Apache", "JetBrains Mono");
    }

    @Test
    void textChangesItsSizeAfterAToastToo() throws Exception {
        someJobs();
        open();
        awaitRows("run_1", "run_2", "run_4", "run_3");
        Fx.run(() -> settings.look().textSizeProperty().set(150));
        server.failed("run_1", "It broke");
        clock.await("the toast", () -> !inCorner.isEmpty());
        Fx.await("the failure window", () -> node("#dismiss") != null);
        Fx.run(() -> settings.look().textSizeProperty().set(100));
        Fx.await("small again", () -> Math.abs(
                ((Label) stage.getScene().lookup("#statusCounts")).getFont().getSize() - 0.8929 * 14) < 0.1);
    }

    @ParameterizedTest
    @CsvSource({"л, #commandSearch", "κ, #commandSearch", "ל, #commandSearch", "ن, #commandSearch",
            "б, #settings"})
    void shortcutsGoByThePlaceOfAKeyWhoseLetterIsNoLatinOne(String letter, String shows) throws Exception {
        open();
        Fx.run(() -> Platform.runLater(() -> Event.fireEvent(table(), new KeyEvent(KeyEvent.KEY_PRESSED, "", letter,
                KeyCode.UNDEFINED, false, true, false, false))));
        Fx.await("what the key means", () -> node(shows) != null);
    }

    @Test
    void theSizeOfTextIsChangedInADialogToo() throws Exception {
        open();
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        awaitPalette();
        click("#commandSearch");
        robot.press(KeyCode.CONTROL).type(KeyCode.EQUALS).type(KeyCode.EQUALS).release(KeyCode.CONTROL);
        Fx.await("larger", () -> settings.look().textSizeProperty().get() == 120);
        assertThat(node("#commands")).isNotNull();
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT0).release(KeyCode.CONTROL);
        Fx.await("as usual", () -> settings.look().textSizeProperty().get() == 100);
    }

    @Test
    void serversOfTheSameNameAreToldApart() throws Exception {
        try (RunsServer other = new RunsServer()) {
            open(List.of(server.url(), other.url()), Set.of());
            Fx.run(() -> settings.servers().forEach(one -> one.nameProperty().set("twin")));
            robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
            awaitPalette();
            click("#commandSearch");
            robot.write("remove server");
            Fx.await("both", () -> shownCommands().stream().filter(words -> words.startsWith("Change or remove server"))
                    .distinct().count() == 2);
        }
    }

    @Test
    void whatIsTypedIntoThePaletteIsLookedForWhereverItsFocusIs() throws Exception {
        open();
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        Fx.await("the palette", () -> node("#commands") != null);
        Fx.run(() -> node("#commands").requestFocus());
        for (String letter : List.of("d", "a", "r", "k")) {
            Fx.run(() -> node("#commands").getScene().getFocusOwner().fireEvent(new KeyEvent(KeyEvent.KEY_TYPED, letter,
                    letter, KeyCode.UNDEFINED, false, false, false, false)));
        }
        Fx.await("all of it", () -> "dark".equals(text("#commandSearch")));
    }
}
