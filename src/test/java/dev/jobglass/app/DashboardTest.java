package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.model.DisplayState;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.RunsServer;
import dev.jobglass.testing.RunsServer.Reply;
import dev.jobglass.ui.main.StartRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class DashboardTest extends ProgramTest {
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
    void jobsInAStateThatIsNotOursAreCountedAndFound() throws Exception {
        server.job("run_1", "running", 40, SOON);
        open();
        awaitRows("run_1");
        assertThat(visible("#tileUnknown")).as("there is none").isFalse();
        server.job("run_2", "paused", 40, SOON);
        Fx.await("counted", () -> visible("#tileUnknown") && tile("Unknown").equals("1"));
        click("#tileUnknown");
        awaitRows("run_2");
        server.job("run_2", "running", 50, SOON);
        awaitRows();
        assertThat(visible("#tileUnknown")).as("as long as it filters").isTrue();
        click("#tileUnknown");
        Fx.await("no more", () -> !visible("#tileUnknown") && rows().size() == 2);
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
        assertThat(visible("#emptyClear")).isTrue();
        assertThat(visible("#emptyDemo") || visible("#emptyServer")).as("what has none of these jobs").isFalse();
        awaitText("#statusShown", "0 of 4 shown");
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
        click("Running  ✕");
        click("state:r  ✕");
        awaitRows("run_1", "run_2", "run_4", "run_3");
        click("older:1s  ✕");
        Fx.await("no chips", () -> !visible("#chips"));
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

        robot.interact(() -> ((DialogPane) node("#trouble")).getScene().getWindow().hide());
        click("Try now"); // in vain: once the server is there the banner may go before a click could reach it
        server = new RunsServer(port);
        someJobs();
        Fx.run(workspace::tryNow);
        Fx.await("it is over", () -> !visible("#banner") && !staleRows());
        awaitText("#serverLatency", "live");
    }

    @Test
    void noDialogSpeaksOfTroubleInQuietHoursOrWhenNotWanted() throws Exception {
        someJobs();
        open();
        awaitRows("run_1", "run_2", "run_4", "run_3");
        Fx.run(() -> {
            settings.notifications().quietFromProperty().set("00:00");
            settings.notifications().quietToProperty().set("23:59:59.999999");
        });
        server.insteadOfAll(Reply.json(401, Map.of("error", "Unauthorized")));
        awaitText("#bannerText", "The server wants an API key: Unauthorized");
        Fx.run(() -> {
            settings.notifications().troubleDialogProperty().set(false);
            settings.notifications().quietToProperty().set("");
        });
        server.insteadOfAll(Reply.json(403, Map.of("error", "Forbidden")));
        awaitText("#bannerText", "Forbidden");
        assertThat(node("#trouble")).isNull();
    }

    @Test
    void aRefusedKeyIsSaidOnceAndThenCarriedByTheBanner() throws Exception {
        server.insteadOfAll(Reply.json(401, Map.of("error", "Unauthorized")));
        open();
        Fx.await("the dialog", () -> node("#trouble") != null);
        Fx.await("the keyboard stays where it was", stage::isFocused);
        awaitText("#bannerText", "The server wants an API key: Unauthorized");
        picture("trouble", node("#trouble").getScene().getWindow());
        robot.type(KeyCode.ESCAPE);
        Fx.await("closed without a hand on it", () -> node("#trouble") == null);
        click("#bannerKey");
        Fx.await("a way to the key", () -> node("#serverKey") != null && node("#serverKey").isFocused());
        robot.type(KeyCode.ESCAPE);
        server.insteadOfAll(null);
        Fx.await("over", () -> !visible("#banner"));
        server.insteadOfAll(Reply.json(401, Map.of("error", "Unauthorized")));
        Fx.await("again", () -> visible("#banner"));

        assertThat(node("#trouble")).isNull();
    }

    @Test
    void aKeyThatWasJustEnteredAndIsRefusedTooIsSaidAgain() throws Exception {
        server.insteadOfAll(Reply.json(401, Map.of("error", "Unauthorized")));
        open();
        Fx.await("the dialog", () -> node("#trouble") != null);
        robot.type(KeyCode.ESCAPE);
        for (String key : List.of("wrong", "worse")) {
            Fx.await("closed", () -> node("#trouble") == null);
            click("#bannerKey");
            Fx.await("a way to the key", () -> node("#serverKey") != null && node("#serverKey").isFocused());
            Fx.run(() -> ((TextField) node("#serverKey")).setText(key));
            click("#serverConnect");
            Fx.await("said again", () -> node("#trouble") != null && node("#serverKey") == null);
            awaitText("#bannerText", "The server refuses the API key: Unauthorized");
            robot.interact(() -> ((DialogPane) node("#trouble")).getScene().getWindow().hide());
        }
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
        awaitText("#statusCounts", "1 watched · 0 live");
        awaitText("#clearGone", "Clear 1 gone");
        click("#clearGone");
        Fx.await("cleared", () -> rows().isEmpty() && !visible("#clearGone"));
        click("#undo .hyperlink");
        awaitRows("run_1");
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
    void aServerWithoutJobsSaysSo() throws Exception {
        open();
        Fx.await("the page", () -> visible("#emptyPage") && "No jobs yet".equals(text("#emptyTitle")));
    }

    @Test
    void aListThatWasEmptiedSaysSo() throws Exception {
        someJobs();
        open();
        awaitRows("run_1", "run_2", "run_4", "run_3");
        robot.push(KeyCode.SHORTCUT, KeyCode.A).type(KeyCode.DELETE);
        Fx.await("the page", () -> visible("#emptyPage") && "The list is empty".equals(text("#emptyTitle")));
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
    void ofThousandsTheFirstIsShownAtTheFirstStartAndItsRowIsSeen() throws Exception {
        for (int i = 0; i < 5_000; i++) {
            server.job("run_%04d".formatted(i), i % 5 == 0 ? "running" : "succeeded", 50,
                    Map.of("retry_after", 600, "created_at",
                            "2026-11-24T10:%02d:%02dZ".formatted(i / 60 % 60, i % 60)));
        }
        server.failed("run_0001", "It broke");
        open();
        Fx.await("all", () -> rows().size() == 5_000);
        Fx.await("the first", () -> selected() != null && selected().id().equals(rows().getFirst()));
        Fx.await("seen", () -> place(selected().id()) != null);
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
            click("#serverAuthority");
            robot.write("no-such-file.pem");
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
    void aSecondStartIsServedByTheOpenWindow() throws Exception {
        someJobs();
        server.lists(false);
        server.job("run_9", "running", 10, SOON);
        open(server.url(), Set.of("run_1"));
        awaitRows("run_1");
        Fx.run(() -> window
                .handOver(new StartRequest(List.of(server.url()), "", false, false, false, 0, "", "", "",
                        "run_9\nrun_2")));
        awaitRows("run_1", "run_9", "run_2");
        Fx.run(() -> window.handOver(new StartRequest(List.of(), "", true, false, false, 0, "", "", "", "")));
        Fx.await("the watch screen", () -> node(".watch-screen") != null);
    }
}
