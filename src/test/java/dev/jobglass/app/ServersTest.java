package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.ApiKey;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.model.Job;
import dev.jobglass.monitor.ServerForm;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.RunsServer;
import dev.jobglass.testing.RunsServer.Reply;
import dev.jobglass.ui.main.StartRequest;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServersTest extends ProgramTest {
    private static final Map<String, Object> SOON = Map.of("retry_after", 1);

    private RunsServer other;

    @BeforeEach
    void serveAnother() throws Exception {
        other = new RunsServer();
        server.job("run_a", "running", 40, SOON);
        other.job("run_b", "running", 60, SOON);
    }

    @AfterEach
    void closeTheOther() {
        other.close();
    }

    private void openBoth() throws Exception {
        open(List.of(server.url(), other.url()), Set.of());
        awaitRows("run_a", "run_b");
    }

    private List<String> columns() throws Exception {
        return Fx.call(() -> table().getColumns().stream().map(TableColumn::getId).toList());
    }

    private List<String> fromServers() throws Exception {
        return Fx.call(() -> table().lookupAll(".table-cell.column-server").stream()
                .map(cell -> ((TableCell<?, ?>) cell).getText())
                .filter(text -> text != null && !text.isEmpty()).sorted().toList());
    }

    /** {@return the server's item in the pill's menu} */
    private CheckMenuItem item(String part) throws Exception {
        return Fx.call(() -> {
            MenuButton pill = (MenuButton) node("#server");
            pill.getOnShowing().handle(null);
            return (CheckMenuItem) pill.getItems().stream()
                    .filter(item -> item instanceof CheckMenuItem && item.getText().contains(part)).findFirst()
                    .orElseThrow();
        });
    }

    private void toggle(String part) throws Exception {
        CheckMenuItem item = item(part);
        Fx.run(() -> {
            item.setSelected(!item.isSelected());
            item.fire();
        });
    }

    private void type(String field, String text) throws Exception {
        Fx.run(() -> ((TextField) node(field)).setText(text));
    }

    private void choose(String menu, String part) throws Exception {
        Fx.run(() -> {
            MenuButton pill = (MenuButton) node("#server");
            pill.getOnShowing().handle(null);
            pill.getItems().stream().filter(item -> menu.equals(item.getId()))
                    .flatMap(item -> ((Menu) item).getItems().stream())
                    .filter(item -> item.getText().contains(part)).findFirst().map(MenuItem.class::cast).orElseThrow()
                    .fire();
        });
    }

    @Test
    void theirJobsStandInOneTableWithAColumnForTheServer() throws Exception {
        openBoth();
        assertThat(columns()).contains("server");
        assertThat(text("#serverName")).isEqualTo("2 servers");
        awaitText("#serverLatency", "all live");
        List<String> both = Stream.of(server, other).map(one -> "127.0.0.1:" + one.port()).sorted().toList();
        Fx.await("both are named", () -> fromServers().equals(both));
        picture("servers", stage);
        Fx.run(() -> window.filter("server:" + other.port()));
        awaitRows("run_b");
    }

    @Test
    void oneAloneNeedsNoColumn() throws Exception {
        open();
        awaitRows("run_a");
        assertThat(columns()).doesNotContain("server");
    }

    @Test
    void theTroubleOfOneLeavesTheOtherAlone() throws Exception {
        openBoth();
        int port = other.port();
        other.close();
        awaitText("#bannerText", "127.0.0.1:" + port + ": The connection was refused");
        awaitText("#serverLatency", "1 of 2 live");
        assertThat(text("#bannerText")).doesNotContain(Integer.toString(server.port()));
        Map<String, Boolean> stale = Fx.call(() -> Map.of("run_a", job(0).stale(), "run_b", job(1).stale()));
        assertThat(stale).isEqualTo(Map.of("run_a", false, "run_b", true));
        picture("servers-one-lost", stage);
        server.job("run_a", "running", 55, SOON);
        Fx.await("the other goes on", () -> job(0).view().percentage() == 55);
        other = new RunsServer(port);
        other.job("run_b", "running", 70, SOON);
        Fx.await("found again", () -> !visible("#banner") && job(1).view().percentage() == 70);
    }

    @Test
    void onesJobsComeAndGoByTheMenuAndTheNextStartRemembers() throws Exception {
        openBoth();
        toggle(":" + other.port());
        awaitRows("run_a");
        assertThat(columns()).doesNotContain("server");
        assertThat(text("#serverName")).isEqualTo("127.0.0.1:" + server.port());
        closeProgram();
        open(List.of(), Set.of());
        awaitRows("run_a");
        assertThat(item(":" + other.port()).isSelected()).isFalse();
        toggle(":" + other.port());
        awaitRows("run_a", "run_b");
        closeProgram();
        open(List.of(), Set.of());
        awaitRows("run_a", "run_b");
    }

    @Test
    void withoutAnyThePageSaysWhatToDo() throws Exception {
        open();
        awaitRows("run_a");
        toggle(":" + server.port());
        Fx.await("the page", () -> visible("#emptyPage") && "No server chosen".equals(text("#emptyTitle")));
        assertThat(text("#serverName")).isEqualTo("No server");
    }

    @Test
    void aServerIsTestedNamedChangedAndRemoved() throws Exception {
        open();
        awaitRows("run_a");
        click("#server");
        click("#otherServer");
        type("#serverUrl", "127.0.0.1:" + other.port());
        type("#serverTitle", "Team B");
        click("#serverTest");
        awaitText("#serverTested", "and has 1 job.");
        picture("server-tested", node("#serverTest").getScene().getWindow());
        assertThat(kept(other.url()).nameProperty().get()).as("only tested").isEmpty();
        click("#serverConnect");
        awaitRows("run_a", "run_b");
        Fx.await("its name", () -> fromServers().contains("Team B"));
        choose("editServer", "Team B");
        type("#serverTitle", "Team Blue");
        click("#serverConnect");
        Fx.await("its new name", () -> fromServers().contains("Team Blue"));
        choose("editServer", "Team Blue");
        click("#serverForget");
        click("#serverForgetSurely");
        awaitRows("run_a");
        assertThat(settings.servers()).extracting(known -> known.address().toString()).containsExactly(server.url());
    }

    @Test
    void aTestTellsInPlainWordsWhatIsWrong() throws Exception {
        open();
        awaitRows("run_a");
        click("#server");
        click("#otherServer");
        type("#serverUrl", "http://127.0.0.1:1");
        click("#serverTest");
        awaitText("#serverTested", "The connection was refused");
        other.insteadOfAll(Reply.json(401, Map.of("detail", "no")));
        type("#serverUrl", other.url());
        click("#serverTest");
        awaitText("#serverTested", "valid API key");
        assertThat(rows()).containsExactly("run_a");
    }

    @Test
    void aChangedKeyIsUsedAtOnceAndWhatIsSelectedStays() throws Exception {
        openBoth();
        clickRow("run_b");
        Job before = selected();
        choose("editServer", ":" + other.port());
        type("#serverKey", "new-key");
        click("#serverConnect");
        Fx.await("asked with it", () -> other.keys().contains("new-key"));
        assertThat(selected()).isSameAs(before);
        assertThat(kept(other.url()).keyProperty().get()).isEqualTo("new-key");
    }

    @Test
    void failuresOfBothAreInOneWindowAndEachIsDismissedAtItsOwnServer() throws Exception {
        openBoth();
        server.failed("run_a", "Broke here");
        other.failed("run_b", "Broke there");
        Fx.await("both", () -> node("#dismiss") != null && stage.getTitle().startsWith("(2)"));
        click("#dismissAll");
        Fx.await("dismissed", () -> kept(server.url()).dismissed().equals(Set.of("run_a"))
                && kept(other.url()).dismissed().equals(Set.of("run_b")));
        assertThat(stage.getTitle()).isEqualTo("Jobglass — 2 servers");
    }

    @Test
    void otherPollingLeavesUnreadFailuresAlone() throws Exception {
        server.job("run_a", "running", 40, SOON);
        openBoth();
        server.failed("run_a", "Broke");
        Fx.await("the window", () -> node("#dismiss") != null);
        Window opened = node("#dismiss").getScene().getWindow();
        Fx.run(() -> settings.polling().discoveryProperty().set(false));
        other.job("run_b", "running", 61, SOON);
        Fx.await("asked anew", () -> rows().contains("run_b") && job(rows().indexOf("run_b")).view()
                .percentage() == 61);
        assertThat(Fx.call(() -> node("#dismiss").getScene().getWindow())).isSameAs(opened);
        assertThat(stage.getTitle()).startsWith("(1)");
    }

    @Test
    void theWatchScreenHasASectionForEach() throws Exception {
        openBoth();
        robot.type(KeyCode.F11);
        Fx.await("sections", () -> node(".wall") != null && node(".wall").lookupAll(".section-name").size() == 2
                && node(".wall").lookupAll(".card").size() == 2);
        assertThat(Fx.call(() -> node(".wall").lookupAll(".section-name").stream()
                .map(name -> ((Label) name).getText()).toList()))
                .containsExactly("127.0.0.1:" + server.port(), "127.0.0.1:" + other.port());
        other.close();
        awaitText("#troubleTitle", "127.0.0.1:" + other.port() + ": No answer since");
        assertThat(Fx.call(() -> node(".watch-screen").getPseudoClassStates().stream()
                .map(state -> state.getPseudoClassName()).toList())).contains("partly-lost").doesNotContain("lost");
        picture("watch-screen-servers", stage);
    }

    @Test
    void aSecondStartAddsItsServerAndLosesNothing() throws Exception {
        open();
        awaitRows("run_a");
        Fx.run(() -> window.filter("state:running"));
        robot.type(KeyCode.F11);
        Fx.await("the wall", () -> node(".card") != null);
        Fx.run(() -> window.handOver(new StartRequest(List.of(other.url()), "given", false, 0, "", "", "")));
        Fx.await("both on the wall", () -> node(".wall").lookupAll(".card").size() == 2);
        Fx.await("with the key", () -> other.keys().contains("given"));
        assertThat(kept(other.url()).keyProperty().get()).as("not kept").isNull();
        robot.type(KeyCode.ESCAPE);
        awaitRows("run_a", "run_b");
        assertThat(text("#filter")).isEqualTo("state:running");
    }

    @Test
    void twoNewServersHandedOverWithAKeyAndJobsAreBothWatched() throws Exception {
        other.lists(false);
        open();
        awaitRows("run_a");
        Fx.run(() -> window.handOver(new StartRequest(List.of(other.url(), "http://127.0.0.1:1"), "given", false, 0,
                "", "", "run_b")));
        awaitRows("run_a", "run_b");
        Fx.await("with the key", () -> other.keys().contains("given"));
        assertThat(text("#serverName")).isEqualTo("3 servers");
    }

    @Test
    void idsHandedOverAreWatchedThoughNoServerIs() throws Exception {
        server.lists(false);
        open();
        toggle(":" + server.port());
        Fx.run(() -> window.handOver(new StartRequest(List.of(), "", false, 0, "", "", "run_a")));
        awaitRows("run_a");
    }

    @Test
    void toOpenTheDemoForgetsNoneOfThem() throws Exception {
        openBoth();
        click("#server");
        robot.type(KeyCode.ESCAPE);
        Fx.run(() -> window.show(Demo.open(InstantSource.system())));
        Fx.await("the demo", () -> visible("#demoBadge"));
        toggle(":" + server.port());
        awaitRows("run_a", "run_b");
        assertThat(settings.servers()).allMatch(known -> known.onProperty().get());
    }

    @Test
    void aNewNameIsInTheTitleAndAsksNothingAnew() throws Exception {
        server.job("run_a", "running", 40, Map.of("retry_after", 60));
        open();
        awaitRows("run_a");
        Fx.await("settled", () -> job(0).view().nextPoll() - System.nanoTime() > 50_000_000_000L);
        Fx.run(() -> servers.keep(address(server.url()), form(server.url(), "Ours", null)));
        assertThat(stage.getTitle()).isEqualTo("Jobglass — Ours");
        Fx.run(() -> settings.polling().connectSecondsProperty().set(6));
        server.job("run_new", "running", 1, SOON);
        Fx.await("asked in another way", () -> rows().contains("run_new"));
        assertThat(Fx.call(() -> job(rows().indexOf("run_a")).view().nextPoll() - System.nanoTime()))
                .as("never before the server wants to be asked").isGreaterThan(40_000_000_000L);
    }

    @Test
    void anotherPortKeepsWhatIsKnownButAsksForTheKeyAgain() throws Exception {
        openBoth();
        Fx.run(() -> {
            servers.keep(address(other.url()), form(other.url(), "Ours", "secret"));
            kept(other.url()).watched().add("run_c");
            kept(other.url()).removed().add("run_x");
        });
        try (RunsServer third = new RunsServer()) {
            third.job("run_c", "running", 1, SOON);
            choose("editServer", "Ours");
            type("#serverUrl", "127.0.0.1:" + third.port());
            click("#serverTest");
            awaitText("#serverComplaint", "The known key is for the address as it was");
            click("#serverConnect");
            awaitText("#serverComplaint", "The known key is for the address as it was");
            assertThat(third.keys()).doesNotContain("secret");
            type("#serverKey", "another");
            click("#serverConnect");
            awaitRows("run_a", "run_c");
            Fx.await("with the key", () -> third.keys().contains("another"));
            assertThat(third.keys()).doesNotContain("secret");
            assertThat(kept(third.url()).removed()).containsExactly("run_x");
        }
    }

    @Test
    void whateverTheWindowSaysAKeyStaysWithSchemeHostAndPort() throws Exception {
        open();
        Fx.run(() -> {
            ServerAddress secure = address("https://127.0.0.1:" + other.port());
            servers.keep(null, form(secure.toString(), "", "secret"));
            servers.test(secure, form(other.url(), "", null), _ -> {
            });
            servers.keep(secure, form(other.url(), "", null));
        });
        awaitRows("run_a", "run_b");
        assertThat(other.keys()).doesNotContain("secret");
        assertThat(kept(other.url()).keyProperty().get()).isNull();
    }

    @Test
    void anotherPathKeepsTheKey() throws Exception {
        openBoth();
        String moved = other.url() + "/team";
        Fx.run(() -> {
            servers.keep(address(other.url()), form(other.url(), "", "secret"));
            servers.keep(address(other.url()), form(moved, "", null));
        });
        assertThat(kept(moved).keyProperty().get()).isEqualTo("secret");
    }

    @Test
    void anAuthorityOfOnesOwnIsChosenAgainForAnotherAddress() throws Exception {
        openBoth();
        Fx.run(() -> kept(other.url()).authorityProperty().set("/some/own.pem"));
        choose("editServer", ":" + other.port());
        type("#serverUrl", "http://127.0.0.1:1");
        click("#serverConnect");
        awaitText("#serverComplaint", "The certificate authority was for the address as it was");
        click("#serverConnect");
        Fx.await("kept without", () -> settings.servers().stream()
                .anyMatch(known -> known.address().toString().equals("http://127.0.0.1:1")
                        && known.authorityProperty().get() == null));
    }

    @Test
    void whatIsKeptAsAKeyAndIsNoneIsSaidByATest() throws Exception {
        openBoth();
        Fx.run(() -> kept(other.url()).keyProperty().set("not a key"));
        choose("editServer", ":" + other.port());
        click("#serverTest");
        awaitText("#serverTested", "What is kept as its key cannot be one");
    }

    @Test
    void aKeyHandedOverWithoutAServerGoesToNone() throws Exception {
        open();
        awaitRows("run_a");
        Fx.run(() -> window.handOver(new StartRequest(List.of(), "given", false, 0, "", "", "run_9")));
        server.job("run_9", "running", 1, SOON);
        awaitRows("run_a", "run_9");
        assertThat(server.keys()).doesNotContain("given");
    }

    @Test
    void aForgottenServerLeavesNothingAndIsNotWrittenAgain() throws Exception {
        openBoth();
        click("#watchJob");
        Fx.run(() -> {
            settings.notifications().mutedServers().add(address(other.url()));
            servers.forget(address(other.url()));
        });
        robot.clickOn("#watchIds").write("run_a");
        click("#watchAdd");
        awaitText("#watchOutcome", "Already there");
        assertThat(settings.servers()).extracting(known -> known.address().toString()).containsExactly(server.url());
        assertThat(settings.notifications().mutedServers()).isEmpty();
    }

    @Test
    void whatIsNoAddressInTheSettingsIsNotOffered() throws Exception {
        Files.writeString(folder.resolve("settings.json"), "{\"servers\": [{\"url\": \"nonsense\", \"on\": true}]}");
        open();
        awaitRows("run_a");
        assertThat(Fx.call(() -> servers.known())).extracting(known -> known.address().toString())
                .containsExactly(server.url());
    }

    @Test
    void aServerThatNobodyChoseMakesWayForTheFirstChosen() throws Exception {
        open(List.of(), Set.of());
        assertThat(text("#serverName")).isEqualTo("127.0.0.1:8005");
        Fx.run(() -> servers.keep(null, form(other.url(), "", null)));
        awaitRows("run_b");
        assertThat(text("#serverName")).isEqualTo("127.0.0.1:" + other.port());
    }

    private static ServerForm form(String url, String name, String key) {
        return new ServerForm(address(url), name, key == null ? null : new ApiKey(key), null);
    }
}
