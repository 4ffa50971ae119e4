package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.model.DisplayState;
import dev.jobglass.settings.Density;
import dev.jobglass.settings.Theme;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.RunsServer;
import dev.jobglass.testing.RunsServer.Reply;
import dev.jobglass.ui.main.StartRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableRow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class DashboardTest extends ProgramTest {
    private static final Map<String, Object> SOON = Map.of("retry_after", 1);

    private void someJobs() {
        server.job("run_1", "running", 40, SOON);
        server.job("run_2", "queued", 0, SOON);
        server.job("run_3", "succeeded", 100,
                Map.of("started_at", "2026-11-24T10:00:01Z", "completed_at", "2026-11-24T10:01:11Z"));
        server.failed("run_4", "It broke");
    }

    private boolean staleRows() {
        return table().lookupAll(".table-row-cell").stream().map(TableRow.class::cast)
                .anyMatch(row -> row.getPseudoClassStates().contains(PseudoClass.getPseudoClass("stale")));
    }

    @Test
    void allJobsOfTheServerAppearByThemselves() throws Exception {
        someJobs();
        open();
        awaitRows("run_1", "run_2", "run_4", "run_3");

        Fx.await("counts", () -> tile("Running").equals("1") && tile("Queued").equals("1")
                && tile("Succeeded").equals("1") && tile("Failed").equals("1"));
        awaitText("#serverLatency", "live");
        awaitText("#statusCounts", "4 watched · 2 live");
        server.job("run_1", "succeeded", 100, Map.of("completed_at", "2026-11-24T11:00:00Z"));
        awaitRows("run_2", "run_1", "run_4", "run_3");
        picture("dashboard", stage);
    }

    private String tile(String state) {
        return ((Label) node("#tile" + state).lookup(".tile-number")).getText();
    }

    @Test
    void tilesAndWordsFilter() throws Exception {
        someJobs();
        open();
        awaitRows("run_1", "run_2", "run_4", "run_3");

        click("#tileRunning");
        awaitRows("run_1");
        click("#tileFailed");
        awaitRows("run_1", "run_4");
        click("#filter");
        robot.write("broke");
        awaitRows("run_4");
        robot.write(" nothing");
        Fx.await("the page that says so", () -> visible("#emptyPage") && text("#emptyTitle").equals("No job matches"));
        awaitText("#statusCounts", "0 of 4 shown");
        robot.type(KeyCode.ESCAPE);
        awaitRows("run_1", "run_4");
    }

    @Test
    void chipsTellWhatIsAskedForAndTakeItAway() throws Exception {
        someJobs();
        open();
        awaitRows("run_1", "run_2", "run_4", "run_3");
        click("#tileRunning");
        click("#filter");
        robot.write("state:r older:1s");
        awaitRows("run_1");
        picture("chips", stage);
        robot.clickOn("Running  ✕").clickOn("state:r  ✕");
        awaitRows("run_1", "run_2", "run_4", "run_3");
        robot.clickOn("older:1s  ✕");
        Fx.await("no chips", () -> !visible("#chips"));
    }

    @Test
    void theSelectionIsCopiedAsWished() throws Exception {
        someJobs();
        open();
        clickRow("run_1");
        robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT);
        robot.press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
        assertThat(clipboard()).isEqualTo("run_1\nrun_2");
        rightClickRow("run_1");
        click("#copyCsv");
        assertThat(clipboard()).startsWith("job_id,state,").contains("\r\nrun_1,Running,40.0,");
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
        robot.clickOn("None named");
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
    void compactRowsAreLower() throws Exception {
        someJobs();
        open();
        awaitRows("run_1", "run_2", "run_4", "run_3");
        Fx.await("high rows", () -> rowHeight() >= 48);
        click("#compactRows");
        Fx.await("low rows", () -> rowHeight() > 0 && rowHeight() <= 32);
        picture("compact", stage);
        assertThat(settings.look().densityProperty().get()).isEqualTo(Density.COMPACT);
    }

    private double rowHeight() {
        Node row = table().lookup(".table-row-cell");
        return row == null ? 0 : row.getLayoutBounds().getHeight();
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

    private static String clipboard() throws Exception {
        return Fx.call(() -> Clipboard.getSystemClipboard().getString());
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

        closeProgram();
        open();
        awaitRows("run_1", "run_4", "run_3");
        clickRow("run_1");
        robot.type(KeyCode.DELETE);
        awaitRows("run_4", "run_3");
        robot.clickOn("Undo");
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
    void troubleIsSaidAndGoesByItself() throws Exception {
        someJobs();
        open();
        awaitRows("run_1", "run_2", "run_4", "run_3");
        assertThat(visible("#banner")).isFalse();
        int port = server.port();
        server.close();

        Fx.await("the banner", () -> visible("#banner"));
        awaitText("#bannerText", "127.0.0.1:" + port + ": The connection was refused. Since ");
        awaitText("#bannerText", "Next try in");
        awaitText("#serverLatency", "no answer");
        Fx.await("stale rows", this::staleRows);
        Fx.await("one dialog", () -> node("#trouble") != null);
        picture("banner", stage);

        server = new RunsServer(port);
        someJobs();
        robot.interact(() -> ((javafx.scene.control.DialogPane) node("#trouble")).getScene().getWindow().hide());
        click("Try now");
        Fx.await("it is over", () -> !visible("#banner") && !staleRows());
        awaitText("#serverLatency", "live");
    }

    @Test
    void aRefusedKeyIsSaidOnceAndThenCarriedByTheBanner() throws Exception {
        server.insteadOfAll(Reply.json(401, Map.of("error", "Unauthorized")));
        open();
        Fx.await("the dialog", () -> node("#trouble") != null);
        awaitText("#bannerText", "The server wants a valid API key: Unauthorized");
        picture("trouble", node("#trouble").getScene().getWindow());
        robot.interact(() -> node("#trouble").getScene().getWindow().hide());
        server.insteadOfAll(null);
        Fx.await("over", () -> !visible("#banner"));
        server.insteadOfAll(Reply.json(401, Map.of("error", "Unauthorized")));
        Fx.await("again", () -> visible("#banner"));

        assertThat(node("#trouble")).isNull();
    }

    @Test
    void aJobTheServerForgotIsGoneButKept() throws Exception {
        server.lists(false);
        server.job("run_1", "running", 40, SOON);
        open(server.url(), Set.of("run_1"));
        awaitText("#percent", "40%");
        server.forget("run_1");
        Fx.await("gone", () -> job(0).view().state() == DisplayState.GONE);

        assertThat(visible("#banner")).isFalse();
        assertThat(text("#percent")).isEqualTo("40%");
    }

    @Test
    void withoutAServerThereIsACalmPage() throws Exception {
        String url = server.url();
        server.close();
        open(url, Set.of());
        Fx.await("the page", () -> visible("#emptyPage") && text("#emptyTitle").startsWith("No server at 127.0.0.1"));

        assertThat(node("#trouble")).isNull();
        picture("no-server", stage);
        click("Open the demo");
        Fx.await("the demo", () -> visible("#demoBadge") && !rows().isEmpty());
        assertThat(stage.getTitle()).contains("demo");
    }

    @Test
    void aBarOfWhatFinishedFiltersByItsTime() throws Exception {
        Instant now = Instant.now();
        server.job("run_new", "succeeded", 100, Map.of("started_at", now.minusSeconds(200).toString(), "completed_at",
                now.minusSeconds(120).toString()));
        server.job("run_old", "failed", 100, Map.of("started_at", now.minusSeconds(80_000).toString(), "completed_at",
                now.minusSeconds(79_000).toString()));
        open();
        awaitText("#barsCaption", "Last hour · 100.0 % succeeded · median 1 m 20 s");
        click("#spanDAY");
        awaitText("#barsCaption", "24 hours · 50.0 % succeeded");
        picture("day", stage);
        Fx.run(() -> ((javafx.scene.layout.HBox) node("#bars")).getChildren().stream()
                .filter(column -> ((javafx.scene.layout.VBox) column).getChildren().getFirst().getStyleClass().contains(
                        "state-failed")
                        && ((javafx.scene.layout.Region) ((javafx.scene.layout.VBox) column).getChildren().getFirst())
                                .getPrefHeight() > 0)
                .forEach(column -> column.getOnMouseClicked().handle(null)));
        awaitRows("run_old");
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
    void aServerWithoutJobsSaysSo() throws Exception {
        open();
        Fx.await("the page", () -> visible("#emptyPage") && "No jobs yet".equals(text("#emptyTitle")));
    }

    @Test
    void aServerWithoutListAsksForIds() throws Exception {
        server.lists(false);
        open();
        Fx.await("the page", () -> visible("#emptyPage") && "Which jobs?".equals(text("#emptyTitle")));
    }

    @Test
    void fiveThousandJobsInOrder() throws Exception {
        for (int i = 0; i < 5_000; i++) {
            server.job("run_%04d".formatted(i), i % 100 == 0 ? "running" : "succeeded", 50, SOON);
        }
        open();
        Fx.await("all, in order", () -> rows().size() == 5_000
                && rows().subList(0, 3).equals(List.of("run_0000", "run_0100", "run_0200")));
    }

    @Test
    void bidiAndControlCharactersReachNoLabel() throws Exception {
        server.job("run_1", "running", 40,
                Map.of("progress", Map.of("current_step", "a\u202Eb\nc"), "agent_id", "evil\u0007\u2066"));
        open();
        awaitRows("run_1");
        Fx.await("step", () -> "ab c".equals(text("#step")));
        for (Node label : Fx.call(() -> table().lookupAll(".label"))) {
            assertThat(((javafx.scene.control.Label) label).getText()).doesNotContain("\u202E", "\n", "\u0007",
                    "\u2066");
        }
    }

    @Test
    void anotherServerIsCheckedBeforeItIsTried() throws Exception {
        open();
        click("#server");
        click("#otherServer");
        robot.interact(() -> ((javafx.scene.control.TextField) node("#serverUrl")).setText("ftp://x"));
        click("#serverConnect");
        awaitText("#serverComplaint", "must begin with http");
        picture("server-dialog", node("#serverUrl").getScene().getWindow());
        try (RunsServer other = new RunsServer()) {
            other.job("run_other", "running", 1);
            robot.interact(() -> ((javafx.scene.control.TextField) node("#serverUrl")).setText(other.url() + "/"));
            robot.clickOn("#serverAuthority").write("no-such-file.pem");
            click("#serverConnect");
            awaitText("#serverComplaint", "PEM");
            robot.interact(() -> ((javafx.scene.control.TextField) node("#serverAuthority")).clear());
            click("#serverConnect");
            awaitRows("run_other");
            assertThat(text("#serverName")).isEqualTo("2 servers");
            assertThat(kept(other.url()).onProperty().get()).isTrue();
        }
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
    void selectionStaysWithItsJobWhileRowsMove() throws Exception {
        someJobs();
        open();
        awaitRows("run_1", "run_2", "run_4", "run_3");
        clickRow("run_2");
        server.job("run_2", "succeeded", 100, Map.of("completed_at", "2026-11-24T09:00:00Z"));
        Fx.await("moved", () -> rows().indexOf("run_2") == 3);

        assertThat(selected().id()).isEqualTo("run_2");
    }

    @Test
    void aSecondStartIsServedByTheOpenWindow() throws Exception {
        someJobs();
        server.lists(false);
        server.job("run_9", "running", 10, SOON);
        open(server.url(), Set.of("run_1"));
        awaitRows("run_1");
        Fx.run(() -> window
                .handOver(new StartRequest(List.of(server.url()), "", false, 0, "", "", "run_9\nrun_2")));
        awaitRows("run_1", "run_9", "run_2");
        Fx.run(() -> window.handOver(new StartRequest(List.of(), "", true, 0, "", "", "")));
        Fx.await("the watch screen", () -> node(".watch-screen") != null);
    }

    @Test
    void everythingIsFoundByNameInThePalette() throws Exception {
        someJobs();
        open();
        awaitRows("run_1", "run_2", "run_4", "run_3");
        clickRow("run_1");
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        Fx.await("the palette", () -> node("#commandSearch") != null && node("#commandSearch").isFocused());
        picture("palette", node("#commandSearch").getScene().getWindow());
        robot.clickOn("#commandSearch").write("off list");
        Fx.await("found", () -> ((ListView<?>) node("#commands")).getItems().size() == 1);
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
    void aClickInThePaletteBesideTheCommandsDoesNothing() throws Exception {
        someJobs();
        open();
        awaitRows("run_1", "run_2", "run_4", "run_3");
        clickRow("run_1");
        robot.type(KeyCode.F1);
        Fx.await("the palette", () -> node("#commandSearch") != null && node("#commandSearch").isFocused());
        robot.clickOn("#commandSearch").write("off list");
        Fx.await("found", () -> ((ListView<?>) node("#commands")).getItems().size() == 1);
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
}
