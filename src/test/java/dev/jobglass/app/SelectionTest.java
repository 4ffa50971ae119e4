package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Job;
import dev.jobglass.testing.Fx;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** What is selected, and what is done with it. */
class SelectionTest extends ProgramTest {
    @Test
    void aClickOnTheBarOfARowIsOneOnTheRow() throws Exception {
        someJobs();
        open();
        clickRow("run_3");
        Node bar = Fx.call(() -> table().lookupAll(".table-row-cell").stream().map(TableRow.class::cast)
                .filter(row -> row.getItem() instanceof Job job && job.id().equals("run_1")).findFirst().orElseThrow()
                .lookup(".progress-bar"));
        robot.clickOn(Fx.call(() -> {
            Bounds place = bar.localToScreen(bar.getLayoutBounds());
            return new Point2D(place.getCenterX(), place.getCenterY());
        }));
        Fx.await("selected", () -> selected().id().equals("run_1"));
    }

    @Test
    void allRowsAreSelectedByKeysAlsoAfterAClickOnATile() throws Exception {
        someJobs();
        open();
        awaitRows("run_1", "run_2", "run_4", "run_3");
        click("#tileFailed");
        awaitRows("run_4");
        click("#tileFailed");
        awaitRows("run_1", "run_2", "run_4", "run_3");
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        Fx.await("all selected", () -> table().getSelectionModel().getSelectedIndices().size() == 4);
        assertThat(Fx.call(() -> table().isFocused())).isTrue();
    }

    @Test
    void undoWithNothingToUndoLeavesTheSelection() throws Exception {
        someJobs();
        open();
        clickRow("run_2");
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        Fx.pulses(2);
        assertThat(selected().id()).isEqualTo("run_2");
    }

    @Test
    void rowsAreGroupedWithOneClickAndThatIsRemembered() throws Exception {
        someJobs();
        server.job("run_5", "running", 20, Map.of("agent_id", "recipe:news", "session_id", "ops-7", "retry_after", 1));
        open();
        awaitRows("run_1", "run_5", "run_2", "run_4", "run_3");
        click("#groupByAGENT");
        awaitRows("[recipe:news]", "run_5", "[]", "run_1", "run_2", "run_4", "run_3");
        picture("groups", stage);
        click("None named");
        awaitRows("[recipe:news]", "run_5", "[]");
        robot.type(KeyCode.RIGHT);
        awaitRows("[recipe:news]", "run_5", "[]", "run_1", "run_2", "run_4", "run_3");
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        robot.press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
        assertThat(clipboard()).isEqualTo("run_5\nrun_1\nrun_2\nrun_4\nrun_3");

        closeProgram();
        open();
        awaitRows("[recipe:news]", "run_5", "[]", "run_1", "run_2", "run_4", "run_3");
        robot.press(KeyCode.CONTROL).type(KeyCode.G).type(KeyCode.G).release(KeyCode.CONTROL);
        awaitRows("run_1", "run_5", "run_2", "run_4", "run_3");
    }

    @Test
    void whatAFilterHidesIsSelectedAgainAfterwards() throws Exception {
        someJobs();
        open();
        awaitRows("run_1", "run_2", "run_4", "run_3");
        clickRow("run_2");
        Fx.await("its details", () -> text(".details-id").equals("run_2"));
        click("#filter");
        robot.write("run_3");
        awaitRows("run_3");
        robot.type(KeyCode.ESCAPE);
        Fx.await("all rows", () -> rows().size() == 4);
        Fx.run(() -> table().requestFocus());
        robot.press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
        assertThat(clipboard()).isEqualTo("run_2");
    }

    @Test
    void theTableIsReachedFromTheFilterByOneKeyAndFocusComesBackWithTheSelection() throws Exception {
        someJobs();
        open();
        awaitRows("run_1", "run_2", "run_4", "run_3");
        clickRow("run_2");
        click("#filter");
        robot.write("run_3");
        awaitRows("run_3");
        robot.type(KeyCode.ENTER);
        Fx.await("the table", () -> table().isFocused());
        assertThat(rows()).as("the filter is kept").containsExactly("run_3");
        robot.press(KeyCode.CONTROL).type(KeyCode.E).release(KeyCode.CONTROL);
        awaitRows("run_1", "run_2", "run_4", "run_3");
        assertThat(selected().id()).isEqualTo("run_2");
        assertThat(Fx.call(() -> table().getFocusModel().getFocusedIndex())).as("the focused row").isEqualTo(1);
    }

    @Test
    void downLeadsFromTheFilterToTheFirstRowUnlessOneOfThoseShownIsSelected() throws Exception {
        someJobs();
        open();
        awaitRows("run_1", "run_2", "run_4", "run_3");
        clickRow("run_2");
        click("#filter");
        robot.write("run").type(KeyCode.DOWN);
        Fx.await("the table", () -> table().isFocused());
        assertThat(selected().id()).isEqualTo("run_2");
        click("#filter");
        robot.write("_3");
        awaitRows("run_3");
        robot.type(KeyCode.DOWN);
        Fx.await("the row that is left", () -> table().isFocused() && selected().id().equals("run_3"));
    }

    @Test
    void everythingSelectedStaysSoWhileItIsGroupedAndSorted() throws Exception {
        for (int i = 0; i < 40; i++) {
            server.job("run_%03d".formatted(i), i % 3 == 0 ? "running" : "succeeded", i,
                    Map.of("agent_id", "agent " + i % 3, "retry_after", 1));
        }
        List<Throwable> uncaught = new CopyOnWriteArrayList<>();
        Fx.run(() -> Thread.currentThread().setUncaughtExceptionHandler((_, error) -> uncaught.add(error)));
        try {
            open();
            Fx.await("all", () -> rows().size() == 40);
            clickRow(rows().getFirst());
            robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
            for (int rows : List.of(43, 41, 40, 43)) { // by agent, by session, not at all, by agent
                robot.press(KeyCode.CONTROL).type(KeyCode.G).release(KeyCode.CONTROL);
                Fx.await("grouped in " + rows, () -> rows().size() == rows);
                Fx.await("all selected", () -> text("#id").contains("40"));
            }
            assertThat(uncaught).isEmpty();
        } finally {
            Fx.run(() -> Thread.currentThread().setUncaughtExceptionHandler(null));
        }
    }

    @Test
    void groupingSortingAndFilteringSelectNothingThatNobodyChose() throws Exception {
        for (int i = 0; i < 300; i++) {
            server.job("run_%03d".formatted(i), i % 3 == 0 ? "running" : "succeeded", i % 100,
                    Map.of("agent_id", "agent " + i % 7, "retry_after", 1));
        }
        open();
        Fx.await("all", () -> rows().size() == 300);
        clickRow("run_006");
        for (String change : List.of("#groupByAGENT", "#tileRunning", "#groupBySESSION", "#tileRunning",
                "#groupBySESSION", "#tileRunning")) {
            click(change);
            Fx.await("still the one after " + change, () -> table().getSelectionModel().getSelectedIndices().size() == 1
                    && "run_006".equals(selected().id()) && "run_006".equals(text("#id")));
        }
        clickRow("run_009");
        Fx.await("the other alone", () -> table().getSelectionModel().getSelectedIndices().size() == 1
                && "run_009".equals(text("#id")));
    }

    @Test
    void theSelectionOutlivesAFilterThatChangesEverything() throws Exception {
        for (int i = 0; i < 400; i++) {
            server.job("run_%03d".formatted(i), i % 2 == 0 ? "running" : "queued", 50, SOON);
        }
        open();
        Fx.await("all", () -> rows().size() == 400);
        clickRow("run_004");
        click("#tileRunning");
        Fx.await("half", () -> rows().size() == 200);
        assertThat(selected().id()).isEqualTo("run_004");
        click("#tileRunning");
        Fx.await("all again", () -> rows().size() == 400);
        assertThat(selected().id()).isEqualTo("run_004");
    }

    @Test
    void aLongListOpensAtItsTopWithTheFirstRowSelected() throws Exception {
        for (int i = 0; i < 400; i++) {
            server.job("run_%03d".formatted(i), i % 2 == 0 ? "queued" : "running", 50, SOON);
        }
        open();
        Fx.await("all", () -> rows().size() == 400 && kept(server.url()).lookedProperty().get());
        Fx.await("the first", () -> selected() != null && selected().equals(table().getItems().getFirst())
                && place(selected().id()) != null);
    }

    @Test
    void rowsThatAreReadStayWhereTheyAreWhenTroubleComesAbove() throws Exception {
        for (int i = 0; i < 200; i++) {
            server.job("run_%03d".formatted(i), "running", 50, SOON);
        }
        open();
        Fx.await("all", () -> rows().size() == 200 && kept(server.url()).lookedProperty().get());
        Fx.await("in order, the first selected", () -> rows().equals(rows().stream().sorted().toList())
                && selected() != null && selected().id().equals("run_000"));
        Fx.pulses(5);
        Fx.run(() -> table().scrollTo(100));
        Fx.pulses(3);
        List<String> read = Fx.call(this::seen);
        for (int i = 0; i < 30; i++) {
            server.failed("run_%03d".formatted(i * 3), "It broke");
        }
        Fx.await("sorted first", () -> table().getItems().stream().limit(30)
                .allMatch(row -> ((Job) row).view().state() == DisplayState.FAILED));
        Fx.pulses(3);
        List<String> after = Fx.call(this::seen);
        assertThat(after.stream().filter(read::contains).count()).as(read + " are as " + after)
                .isGreaterThan(read.size() / 2);
    }

    /** The jobs of the rows that are seen. */
    private List<String> seen() {
        VirtualFlow<?> flow = (VirtualFlow<?>) table().lookup(".virtual-flow");
        return IntStream.range(flow.getFirstVisibleCell().getIndex(), flow.getLastVisibleCell().getIndex())
                .mapToObj(i -> rows().get(i)).toList();
    }

    @Test
    void theFirstRowIsSelectedAndItsDetailsTick() throws Exception {
        someJobs();
        open();
        Fx.await("details", () -> "run_1".equals(text("#id")) && "40%".equals(text("#percent")));
        server.job("run_1", "running", 55, SOON);
        awaitText("#percent", "55%");
    }

    @Test
    void aRemovedJobStaysAwayUntilUndone() throws Exception {
        someJobs();
        open();
        awaitRows("run_1", "run_2", "run_4", "run_3");
        clickRow("run_2");
        robot.type(KeyCode.DELETE);
        awaitRows("run_1", "run_4", "run_3");
        awaitText("#undoText", "Removed run_2");
        Fx.await("the next is selected", () -> selected() != null && selected().id().equals("run_4"));

        closeProgram();
        open();
        awaitRows("run_1", "run_4", "run_3");
        clickRow("run_1");
        robot.type(KeyCode.DELETE);
        awaitRows("run_4", "run_3");
        click("Undo");
        awaitRows("run_1", "run_4", "run_3");
    }

    @Test
    void askNowAsksTheSelectionAtOnce() throws Exception {
        server.job("run_1", "running", 40, Map.of("retry_after", 3_600));
        open();
        awaitRows("run_1");
        server.job("run_1", "running", 41, Map.of("retry_after", 3_600));
        clickRow("run_1");
        robot.type(KeyCode.F5).type(KeyCode.F5).type(KeyCode.F5);
        Fx.await("asked", () -> server.asked("run_1") >= 1);
        awaitText("#percent", "41%");

        assertThat(server.asked("run_1")).isEqualTo(1);
    }

    @Test
    void selectionStaysWithItsJobWhileRowsMove() throws Exception {
        someJobs();
        open();
        awaitRows("run_1", "run_2", "run_4", "run_3");
        clickRow("run_2");
        server.job("run_2", "succeeded", 100, Map.of("completed_at", "2026-11-24T09:00:00Z"));
        Fx.await("moved", () -> rows().indexOf("run_2") == 3);

        assertThat(selected().id()).isEqualTo("run_2");
    }
}
