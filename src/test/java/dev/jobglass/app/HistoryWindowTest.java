package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jobglass.api.JobState;
import dev.jobglass.history.Change;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.Statuses;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.ChoiceBox;
import javafx.css.PseudoClass;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryWindowTest extends ProgramTest {
    private List<String> found() {
        return ((TableView<?>) node("#changes")).getItems().stream().map(row -> ((Change) row).jobId()).toList();
    }

    @SuppressWarnings("unchecked")
    private void chooseState(JobState state) throws Exception {
        Fx.run(() -> ((ChoiceBox<JobState>) node("#historyState")).setValue(state));
    }

    @Test
    void searchesWhatWasSeen() throws Exception {
        server.job("run_1", "running", 10, Map.of("retry_after", 1));
        server.failed("run_2", "It broke");
        open();
        awaitRows("run_1", "run_2");
        robot.press(KeyCode.CONTROL).type(KeyCode.H).release(KeyCode.CONTROL);
        Fx.await("both", () -> found().size() == 2);
        awaitText("#historyFound", "2 changes");
        picture("history", node("#changes").getScene().getWindow());
        click("#historySearch");
        robot.write("brok");
        Fx.await("one", () -> found().equals(List.of("run_2")));
        robot.type(KeyCode.DOWN);
        Fx.await("entered", () -> node("#changes").isFocused());
        assertThat(Fx.call(() -> ((TableView<?>) node("#changes")).getSelectionModel().getSelectedIndex())).isZero();
        searchFor("");
        chooseState(JobState.RUNNING);
        Fx.await("the other", () -> found().equals(List.of("run_1")));
        chooseState(null);
        Fx.run(() -> ((DatePicker) node("#historyTo")).setValue(LocalDate.of(2020, 1, 1)));
        Fx.await("nothing", () -> found().isEmpty());
        awaitText("#historyFound", "Nothing found");
        assertThat(visible("#changes")).isTrue();
    }

    @Test
    void whatIsShownInWordsOfOursIsFoundByThem() throws Exception {
        server.job("run_1", "running", 10, Map.of("retry_after", 1));
        server.job("run_2", "running", 10, Map.of("retry_after", 1));
        open();
        awaitRows("run_1", "run_2");
        server.failed("run_2", "It broke");
        Fx.await("failed", () -> workspace.failures().size() == 1);
        Fx.run(() -> workspace.actions().dismiss(List.copyOf(workspace.failures()), "seen"));
        openHistory(4);
        for (String words : List.of("dismissed", "Dism by", "dismissed seen")) {
            searchFor(words);
            Fx.await("the dismissal by " + words, () -> found().equals(List.of("run_2")));
        }
        searchFor("running");
        Fx.await("by its state", () -> found().size() == 2);
    }

    /** Once, at 120 % in a small window, the head of a column was cut. */
    @ParameterizedTest
    @ValueSource(ints = {110, 120, 130, 140, 170})
    void itsColumnsHoldAtSizesBetweenTheUsualOnes(int textSize) throws Exception {
        server.job("run_1", "running", 10, Map.of("retry_after", 1));
        open();
        awaitRows("run_1");
        Fx.run(() -> {
            settings.look().textSizeProperty().set(textSize);
            stage.setWidth(900);
            stage.setHeight(600);
        });
        openHistory(1);
        Fx.await("nothing is cut", () -> LayoutRules.broken(node("#changes").getScene()).isEmpty());
    }

    @Test
    void whatWasFoundIsExportedWhole() throws Exception {
        server.job("run_1", "running", 10, Map.of("retry_after", 1));
        server.failed("run_2", "=It broke");
        open();
        awaitRows("run_1", "run_2");
        robot.press(KeyCode.CONTROL).type(KeyCode.H).release(KeyCode.CONTROL);
        Fx.await("both", () -> found().size() == 2);
        click("Export CSV…");
        awaitText("#historyFound", "2 changes exported to");
        server.job("run_3", "running", 10, Map.of("retry_after", 1));
        Fx.await("one more", () -> found().size() == 3);
        assertThat(text("#historyFound")).as("stays to be read").contains("exported to");
        assertThat(Files.readAllLines(folder.resolve("jobglass-history.csv"))).hasSize(3)
                .anyMatch(line -> line.contains("'=It broke"));
        click("Export JSON…");
        awaitText("#historyFound", "jobglass-history.json");
        assertThat(new ObjectMapper().readTree(folder.resolve("jobglass-history.json").toFile()))
                .extracting(change -> change.get("job_id").asText())
                .containsExactlyInAnyOrder("run_1", "run_2", "run_3");
    }

    @Test
    void anExportHoldsMoreThanTheTable() throws Exception {
        open();
        for (int i = 0; i < 2_500; i++) {
            history.seen("http://elsewhere", Statuses.of("run_" + i, JobState.RUNNING, 10), Instant.now());
        }
        robot.press(KeyCode.CONTROL).type(KeyCode.H).release(KeyCode.CONTROL);
        awaitText("#historyFound", "The newest 2,000 changes");
        click("Export CSV…");
        awaitText("#historyFound", "2,500 changes exported to");
        assertThat(Files.readAllLines(folder.resolve("jobglass-history.csv"))).hasSize(2_501);
    }

    @Test
    void aJobIsOpenedInTheBrowser() throws Exception {
        server.job("run_1", "running", 10, Map.of("retry_after", 1));
        open();
        awaitRows("run_1");
        rightClickRow("run_1");
        click("#browse");
        assertThat(browsed).containsExactly(server.url() + "/api/v1/runs/run_1");
        noBrowser = true;
        rightClickRow("run_1");
        click("#browse");
        click("No browser could be opened");
        click("The address is " + server.url() + "/api/v1/runs/run_1");
    }

    @Test
    void leadsBackToTheJob() throws Exception {
        server.job("run_1", "running", 10, Map.of("retry_after", 1));
        server.job("run_2", "running", 10, Map.of("retry_after", 1));
        open();
        awaitRows("run_1", "run_2");
        openHistory(2);
        choose("run_1", "#showJob");
        Fx.await("the job", () -> selected() != null && selected().id().equals("run_1") && node("#changes") == null);

        clickRow("run_2");
        robot.type(KeyCode.DELETE);
        awaitRows("run_1");
        openHistory(2);
        choose("run_2", "#watchAgain");
        awaitRows("run_1", "run_2");
        Fx.await("the job", () -> selected() != null && selected().id().equals("run_2"));
    }

    @Test
    void showsWhatComesWhileItIsOpen() throws Exception {
        server.job("run_1", "running", 10, Map.of("retry_after", 1));
        open();
        awaitRows("run_1");
        openHistory(1);
        Fx.run(() -> ((TableView<?>) node("#changes")).getSelectionModel().select(0));
        server.failed("run_1", "It broke");
        Fx.await("the end", () -> found().size() == 2);
        awaitText("#historyFound", "2 changes");
        assertThat(Fx.call(() -> ((TableView<?>) node("#changes")).getSelectionModel().getSelectedIndex()))
                .as("the same change").isEqualTo(1);
    }

    private boolean wrongDay() {
        return node("#historyFrom").getPseudoClassStates().contains(PseudoClass.getPseudoClass("danger"));
    }

    @Test
    void saysWhatIsNoDayAndKeepsTheWindowWhileAFieldHasSomethingToClear() throws Exception {
        server.job("run_1", "running", 10, Map.of("retry_after", 1));
        open();
        awaitRows("run_1");
        openHistory(1);
        Fx.run(() -> {
            DatePicker from = (DatePicker) node("#historyFrom");
            from.getEditor().requestFocus();
            from.getEditor().setText("31/31/2026");
        });
        robot.type(KeyCode.ENTER);
        awaitText("#historyComplaint", "“31/31/2026” is no day. Write it like");
        assertThat(Fx.call(() -> ((DatePicker) node("#historyFrom")).getEditor().getText())).as("to be corrected")
                .isEqualTo("31/31/2026");
        assertThat(Fx.call(this::wrongDay)).isTrue();
        Fx.run(() -> {
            DatePicker from = (DatePicker) node("#historyFrom");
            from.getEditor().setText("2020-11-28");
            from.commitValue();
        });
        Fx.await("a day", () -> LocalDate.of(2020, 11, 28).equals(((DatePicker) node("#historyFrom")).getValue()));
        assertThat(Fx.call(this::wrongDay)).isFalse();
        assertThat(visible("#historyComplaint")).isFalse();
        click("#historySearch");
        robot.write("abc");
        robot.type(KeyCode.ESCAPE);
        Fx.await("cleared", () -> node("#historySearch") != null && text("#historySearch").isEmpty());
        robot.type(KeyCode.ESCAPE);
        Fx.await("closed", () -> node("#historySearch") == null);
    }

    @Test
    void itOpensWithTheKeyboardInItsSearchAndCopiesARow() throws Exception {
        server.job("run_1", "running", 10, SOON);
        open();
        awaitRows("run_1");
        openHistory(1);
        Fx.run(() -> {
            TableView<?> changes = (TableView<?>) node("#changes");
            changes.requestFocus();
            changes.getSelectionModel().selectFirst();
        });
        robot.push(KeyCode.SHORTCUT, KeyCode.C);
        Fx.await("its row", () -> clipboard().contains("," + server.url() + ",run_1,status,running,10.0,"));
        robot.push(KeyCode.SHORTCUT, KeyCode.F);
        Fx.await("there", () -> node("#historySearch").isFocused());
        Fx.run(() -> node("#changes").requestFocus());
        robot.type(KeyCode.ESCAPE);
        Fx.await("closed", () -> node("#changes") == null);
        openHistory(1);
        Fx.await("there again", () -> node("#historySearch").isFocused());
    }

    private void searchFor(String words) throws Exception {
        Fx.run(() -> ((TextInputControl) node("#historySearch")).setText(words));
    }

    private void openHistory(int changes) throws Exception {
        robot.press(KeyCode.CONTROL).type(KeyCode.H).release(KeyCode.CONTROL);
        Fx.await("the changes", () -> node("#changes") != null && found().size() == changes);
    }

    private void choose(String id, String item) throws Exception {
        Fx.run(() -> {
            TableView<?> table = (TableView<?>) node("#changes");
            table.getSelectionModel().select(found().indexOf(id));
            table.getContextMenu().show(table.getScene().getWindow());
        });
        click(item);
    }

    @Test
    void aNameBeginsAtItsOwnEdgeWhateverStoodThereBefore() throws Exception {
        for (int i = 0; i < 200; i++) {
            server.job("run_%03d".formatted(i), "running", 10, Map.of("retry_after", 600, "agent_id",
                    i % 2 == 0 ? "audit" : "\u05D3\u05D5\u05D7"));
        }
        open();
        robot.push(KeyCode.SHORTCUT, KeyCode.H);
        Fx.await("changes", () -> node("#changes") instanceof TableView<?> table && table.getItems().size() == 200);
        TableView<?> changes = (TableView<?>) node("#changes");
        for (int row : List.of(51, 102, 151, 0)) {
            Fx.run(() -> changes.scrollTo(row));
            Fx.pulses(3);
            Fx.await("at its edge", () -> changes.lookupAll(".table-cell").stream().map(TableCell.class::cast)
                    .filter(cell -> cell.isVisible() && "audit".equals(cell.getText()))
                    .allMatch(cell -> cell.getAlignment() == Pos.CENTER_LEFT));
        }
    }

    @Test
    void ofNewerChangesIsToldWhenThereAreAny() throws Exception {
        for (int i = 0; i < 60; i++) {
            server.job("run_%03d".formatted(i), "running", 10, Map.of("retry_after", 1));
        }
        open();
        robot.push(KeyCode.SHORTCUT, KeyCode.H);
        Fx.await("changes", () -> node("#changes") instanceof TableView<?> table && table.getItems().size() == 60);
        awaitText("#historyFound", "60 changes");
        Fx.run(() -> ((TableView<?>) node("#changes")).scrollTo(59));
        Instant asked = clock.instant();
        clock.await("seconds later", () -> clock.instant().isAfter(asked.plusSeconds(10)));
        assertThat(text("#historyFound")).isEqualTo("60 changes");
        server.job(job(0).id(), "running", 20, Map.of("retry_after", 1));
        Fx.await("said", () -> text("#historyFound").contains("newer"));
        Fx.run(() -> ((TableView<?>) node("#changes")).scrollTo(0));
        Fx.await("there", () -> found().size() == 61 && text("#historyFound").equals("61 changes"));
    }
}
