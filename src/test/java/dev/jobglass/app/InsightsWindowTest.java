package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jobglass.history.Insights.Agent;
import dev.jobglass.testing.Fx;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

class InsightsWindowTest extends ProgramTest {
    private static final String LIMIT = "RateLimitError: try again in ";

    private static String ago(int seconds) {
        return Instant.now().minusSeconds(seconds).truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private void ended(String id, String agent, String state, String error) {
        Map<String, Object> fields = new HashMap<>(Map.of("agent_id", agent, "created_at", ago(100),
                "started_at", ago(90), "completed_at", ago(30)));
        if (error != null) {
            fields.put("error", error);
        }
        server.job(id, state, 100, fields);
    }

    private void openInsights() throws Exception {
        ended("run_1", "recipe:invoices", "failed", LIMIT + "7 s");
        ended("run_2", "recipe:invoices", "failed", LIMIT + "12 s");
        ended("run_3", "recipe:invoices", "succeeded", null);
        ended("run_4", "yaml:research agents", "succeeded", null);
        ended("run_5", "yaml:research agents", "failed", "Agent execution timeout");
        open();
        Fx.await("jobs", () -> rows().size() == 5);
        robot.press(KeyCode.SHORTCUT).type(KeyCode.I).release(KeyCode.SHORTCUT);
        awaitText("#runsTotal", "5 runs");
    }

    @Test
    void theHoursOfTheWeekAreReadByKeyboard() throws Exception {
        openInsights();
        String legend = text("#heatWords");
        Fx.run(() -> node("#heatMap").requestFocus());
        awaitText("#heatWords", ", 00:00–01:00 · ");
        String first = text("#heatWords");
        robot.type(KeyCode.LEFT, KeyCode.UP, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.DOWN);
        awaitText("#heatWords", ", 02:00–03:00 · ");
        assertThat(text("#heatWords")).as("of the next day").doesNotStartWith(first.replaceAll(",.*", ""));
        robot.type(KeyCode.TAB);
        awaitText("#heatWords", legend);
    }

    private List<String> agents() {
        return ((TableView<?>) node("#agents")).getItems().stream().map(row -> ((Agent) row).name()).toList();
    }

    private List<String> errors() {
        return node("#errorRows").lookupAll(".error-signature").stream().map(label -> ((Label) label).getText())
                .toList();
    }

    /** Does what an item of the first error's menu does. */
    private void choose(int item) throws Exception {
        MenuButton more = Fx.call(() -> (MenuButton) node("#errorRows").lookup(".menu-button"));
        Fx.run(more.getItems().get(item)::fire);
    }

    /** Found by the monkey: a link without words, before there are any figures. */
    @Test
    void nothingIsOfferedBeforeThereAreFigures() throws Exception {
        open();
        assertThat(Fx.call(() -> {
            window.windows().showInsights();
            return visible("#errorsAll");
        })).isFalse();
    }

    @Test
    void agentsWithMostFailuresComeFirstAndErrorsThatAreMostFrequent() throws Exception {
        openInsights();
        picture("insights", node("#agents").getScene().getWindow());
        assertThat(Fx.call(this::agents)).containsExactly("recipe:invoices", "yaml:research agents");
        assertThat(Fx.call(this::errors)).containsExactly(LIMIT + "… s", "Agent execution timeout");
        assertThat(text("#runsRate")).isEqualTo("40.0% succeeded");
        assertThat(text("#errorsCaption")).isEqualTo("Errors · 2 kinds · 3 failures");
        ended("run_6", "yaml:new", "succeeded", null);
        awaitText("#runsTotal", "6 runs");
        Fx.await("the new agent", () -> agents().contains("yaml:new"));
    }

    @Test
    void anAgentThatIsClickedIsFilteredByAndSoIsAnError() throws Exception {
        openInsights();
        robot.clickOn(Fx.call(() -> node("#agents").lookupAll(".table-row-cell").stream()
                .filter(row -> ((TableRow<?>) row).getIndex() == 1).findFirst().orElseThrow()));
        awaitText("#filter", "agent:\"yaml:research agents\"");
        Fx.await("its jobs", () -> Set.copyOf(rows()).equals(Set.of("run_4", "run_5")));
        robot.press(KeyCode.SHORTCUT).type(KeyCode.I).release(KeyCode.SHORTCUT);
        Fx.await("it is back", () -> node("#errorRows") != null && visible("#errorRows"));
        robot.clickOn(Fx.call(() -> node("#errorRows").lookup(".button")));
        awaitText("#filter", "error:\"" + LIMIT + "… s\"");
        Fx.await("its jobs", () -> Set.copyOf(rows()).equals(Set.of("run_1", "run_2")));
    }

    @Test
    void whatIsNotedStaysWithTheErrorAndWhatIsDismissedIsDismissedTogether() throws Exception {
        openInsights();
        MenuButton more = Fx.call(() -> (MenuButton) node("#errorRows").lookup(".menu-button"));
        choose(1);
        Fx.await("the question", () -> node("#kindNote") != null && node("#kindNote").isFocused());
        robot.clickOn(node("#kindNote")).write("maintenance, fine");
        picture("insights-note", node("#kindNote").getScene().getWindow());
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        Fx.await("the note", () -> node("#errorRows").lookupAll(".error-remark").stream()
                .anyMatch(label -> ((Label) label).getText().contains("“maintenance, fine”")));
        ended("run_6", "recipe:invoices", "failed", LIMIT + "8 s");
        ended("run_7", "recipe:invoices", "failed", LIMIT + "9 s");
        Fx.await("both failed", () -> rows().size() == 7);
        Fx.run(more::show);
        assertThat(Fx.call(() -> more.getItems().getFirst().getText())).isEqualTo("Dismiss 2 failures");
        Fx.run(more::hide);
        choose(0);
        awaitText("#undoText", "Dismissed 2 failures.");
        Fx.run(more::show);
        assertThat(Fx.call(() -> more.getItems().getFirst().getText())).isEqualTo("No failure to dismiss");
        Fx.run(more::hide);
    }

    @Test
    void allOfAKindRunAgainAsFarAsItIsKnownHow() throws Exception {
        openInsights();
        MenuButton more = Fx.call(() -> (MenuButton) node("#errorRows").lookup(".menu-button"));
        Fx.run(more::show);
        assertThat(Fx.call(() -> more.getItems().get(4).getText())).isEqualTo("Run again those asked for here");
        Fx.run(more::hide);
        Platform.runLater(more.getItems().get(4)::fire); // it waits for an answer
        Fx.await("nobody here asked for them", () -> node("#nothingToDo") != null);
        assertThat(server.submitted()).isZero();
        Fx.run(() -> settings.readOnlyChosenProperty().set(true));
        assertThat(more.getItems().get(4).isVisible()).isFalse();
    }

    @Test
    void errorsAreReadAsTheyCame() throws Exception {
        openInsights();
        choose(3);
        Fx.await("their texts", () -> Window.getWindows().stream()
                .anyMatch(shown -> shown.getScene().getRoot().lookupAll(".dialog-text .label").stream()
                        .anyMatch(label -> ((Label) label).getText().contains(LIMIT + "7 s")
                                && ((Label) label).getText().contains(LIMIT + "12 s"))));
    }

    @Test
    void ofAMutedErrorNobodyIsTold() throws Exception {
        openInsights();
        Fx.run(() -> {
            CheckMenuItem mute = (CheckMenuItem) ((MenuButton) node("#errorRows").lookup(".menu-button")).getItems()
                    .get(2);
            mute.setSelected(true);
            mute.fire();
        });
        assertThat(Fx.call(() -> List.copyOf(settings.notifications().mutedErrors()))).containsExactly(LIMIT + "… s");
        Fx.await("it says so", () -> node("#errorRows").lookupAll(".error-remark").stream()
                .anyMatch(label -> ((Label) label).getText().startsWith("nobody is told")));
        Fx.run(() -> window.windows().showSettings());
        Fx.await("the setting", () -> node("#mutedErrors") != null);
        MenuButton menu = Fx.call(() -> (MenuButton) node("#mutedErrors"));
        assertThat(Fx.call(menu::getText)).isEqualTo("1 kind");
        Fx.run(() -> {
            menu.show();
            menu.getItems().getLast().fire();
        });
        assertThat(Fx.call(() -> settings.notifications().mutedErrors().isEmpty())).isTrue();
        assertThat(Fx.call(menu::getText)).isEqualTo("None");
    }

    @Test
    void theArrowKeysChooseARangeToo() throws Exception {
        openInsights();
        Fx.run(() -> node("#rangeMONTH").requestFocus());
        robot.type(KeyCode.RIGHT);
        Fx.await("the days are asked for", () -> visible("#insightsDays"));
    }

    @Test
    void aRangeOfOnesOwnIsFromOneDayToAnother() throws Exception {
        openInsights();
        click("#rangeOWN");
        assertThat(text("#runsTotal")).isEqualTo("5 runs");
        Fx.run(() -> {
            ((DatePicker) node("#insightsFrom")).setValue(LocalDate.now().minusDays(9));
            ((DatePicker) node("#insightsTo")).setValue(LocalDate.now().minusDays(8));
        });
        awaitText("#runsTotal", "No runs");
        awaitText("#insightsNote", "No run ended in this range.");
        Fx.run(() -> ((DatePicker) node("#insightsTo")).setValue(LocalDate.now().plusDays(1)));
        awaitText("#runsTotal", "5 runs");
        Fx.run(() -> ((DatePicker) node("#insightsFrom")).setValue(LocalDate.now().plusDays(2)));
        awaitText("#insightsNote", "The last day lies before the first.");
        assertThat(text("#runsTotal")).as("what was shown").isEqualTo("5 runs");
        Fx.run(() -> ((DatePicker) node("#insightsTo")).setValue(LocalDate.now().plusDays(2)));
        awaitText("#runsTotal", "No runs");
        Fx.run(() -> ((DatePicker) node("#insightsTo")).setValue(null));
        awaitText("#insightsNote", "Choose the first and the last day.");
        Fx.run(() -> {
            ((DatePicker) node("#insightsFrom")).getEditor().setText("foo");
            ((DatePicker) node("#insightsFrom")).commitValue();
        });
        Fx.await("it is none", () -> visible("#insightsComplaint"));
        Fx.run(() -> ((DatePicker) node("#insightsTo")).setValue(LocalDate.now().minusDays(30)));
        assertThat(visible("#insightsNote")).as("of a day that nobody sees").isFalse();
        click("#rangeDAY");
        Fx.await("nobody asks for it any more", () -> !visible("#insightsComplaint"));
        awaitText("#runsTotal", "5 runs");
    }

    @Test
    void agentsAndAllTheRestAreExported() throws Exception {
        openInsights();
        MenuButton export = (MenuButton) node("#insightsExport");
        List<MenuItem> formats = export.getItems();
        Fx.run(formats.get(0)::fire);
        awaitText("#insightsNote", "jobglass-agents.csv");
        assertThat(Files.readAllLines(folder.resolve("jobglass-agents.csv"))).hasSize(3)
                .anyMatch(line -> line.startsWith("recipe:invoices,3,0,1,0,2,0,0,0,0.33"));
        Fx.run(formats.get(1)::fire);
        awaitText("#insightsNote", "jobglass-insights.json");
        JsonNode json = new ObjectMapper().readTree(folder.resolve("jobglass-insights.json").toFile());
        assertThat(json.get("all").get("runs").asInt()).isEqualTo(5);
        assertThat(json.get("errors")).hasSize(2);
    }
}
