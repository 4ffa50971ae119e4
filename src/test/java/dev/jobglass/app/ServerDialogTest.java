package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.ApiKey;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.model.Job;
import dev.jobglass.settings.ServerAccess;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.RunsServer;
import dev.jobglass.testing.RunsServer.Reply;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/** Servers added, tested, changed and removed by hand. */
class ServerDialogTest extends TwoServersTest {
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
        assertThat(text("#serverTestSteps")).startsWith("✓ Name: 127.0.0.1\n✓ Connection: 127.0.0.1:");
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
    void whatWasWrittenIsNotLostUnasked() throws Exception {
        open();
        awaitRows("run_a");
        choose("editServer", ":" + server.port());
        robot.type(KeyCode.ESCAPE);
        Fx.await("closed, for nothing was written", () -> node("#serverTitle") == null);
        choose("editServer", ":" + server.port());
        type("#serverTitle", "Team A");
        robot.type(KeyCode.ESCAPE);
        Fx.await("a question", () -> node("#unsavedDiscard") != null);
        click("#unsavedBack");
        Fx.await("answered", () -> node("#unsavedDiscard") == null);
        assertThat(((TextField) node("#serverTitle")).getText()).isEqualTo("Team A");
        click("#serverConnect");
        Fx.await("kept without a question", () -> node("#serverTitle") == null);
        assertThat(kept(server.url()).nameProperty().get()).isEqualTo("Team A");
    }

    @Test
    void serversAreAlsoChangedAfterTheWatchScreenWasShown() throws Exception {
        open();
        awaitRows("run_a");
        choose("editServer", ":" + server.port());
        Fx.run(window::showWatchScreen);
        Fx.await("put away", () -> node("#serverTitle") == null);
        robot.type(KeyCode.ESCAPE);
        choose("editServer", ":" + server.port());
        type("#serverTitle", "Team A");
        click("#serverConnect");
        Fx.await("kept", () -> kept(server.url()).nameProperty().get().equals("Team A"));
        choose("editServer", "Team A");
        Fx.run(() -> servers.forget(kept(server.url()).address()));
        Fx.await("closed with its server", () -> node("#serverTitle") == null);
    }

    @Test
    void aComplaintThatIsGoneCoversNothing() throws Exception {
        open();
        awaitRows("run_a");
        click("#server");
        click("#otherServer");
        type("#serverUrl", "http://127.0.0.1:99999");
        click("#serverTest");
        Fx.await("refused", () -> visible("#serverComplaint"));
        type("#serverUrl", other.url());
        Fx.await("gone", () -> !visible("#serverComplaint"));
        click("#serverTest");
        Fx.await("tested", () -> !text("#serverTested").isEmpty());
    }

    @Test
    void anAddressThatIsWatchedAlreadyIsNotTakenForAnotherServer() throws Exception {
        openBoth();
        choose("editServer", ":" + other.port());
        type("#serverUrl", server.url());
        click("#serverConnect");
        awaitText("#serverComplaint", "This server is watched already.");
        assertThat(settings.servers()).hasSize(2);
        assertThat(rows()).contains("run_a", "run_b");
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
        assertThat(text("#serverTestSteps")).contains("✕ Connection: 127.0.0.1:");
        other.insteadOfAll(Reply.json(401, Map.of("detail", "no")));
        type("#serverUrl", other.url());
        click("#serverTest");
        awaitText("#serverTested", "wants an API key");
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
    void aServerHasOneDialogWhichClosesWhenItIsRemovedElsewhere() throws Exception {
        openBoth();
        choose("editServer", ":" + other.port());
        Fx.await("open", () -> node("#serverUrl") != null);
        type("#serverTitle", "half written");
        choose("editServer", ":" + other.port());
        assertThat(Fx.call(() -> Window.getWindows().stream()
                .filter(window -> window.getScene().getRoot().lookup("#serverUrl") != null).count())).isEqualTo(1);
        assertThat(text("#serverTitle")).isEqualTo("half written");
        Fx.run(() -> servers.forget(address(other.url())));
        Fx.await("closed", () -> node("#serverUrl") == null);
        assertThat(settings.servers()).hasSize(1);
    }

    @Test
    void aKeyThatWasGivenForOnceStaysWhenOnlyTheNameIsChanged() throws Exception {
        open();
        awaitRows("run_a");
        Fx.run(() -> servers.handedOver(List.of(other.url()), new ApiKey("given")));
        Fx.await("asked with it", () -> other.keys().contains("given"));
        choose("editServer", ":" + other.port());
        type("#serverTitle", "Ours");
        click("#serverConnect");
        Fx.await("its name", () -> "Ours".equals(kept(other.url()).nameProperty().get()));
        int asked = other.keys().size();
        Fx.await("asked again", () -> other.keys().size() > asked + 1);
        assertThat(other.keys().subList(asked, asked + 2)).containsOnly("given");
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
            assertThat(text("#serverComplaint")).as("said of what was written before").isEmpty();
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
        Fx.run(() -> kept(other.url()).reachBy(ServerAccess.trusting("/some/own.pem")));
        choose("editServer", ":" + other.port());
        type("#serverUrl", "http://127.0.0.1:1");
        click("#serverConnect");
        awaitText("#serverComplaint", "The certificate authority was for the address as it was");
        click("#serverConnect");
        Fx.await("kept without", () -> settings.servers().stream()
                .anyMatch(known -> known.address().toString().equals("http://127.0.0.1:1")
                        && known.access().authority() == null));
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
    void aForgottenServerLeavesNothingAndIsNotWrittenAgain() throws Exception {
        openBoth();
        click("#watchJob");
        Fx.run(() -> {
            settings.notifications().mutedServers().add(address(other.url()));
            servers.forget(address(other.url()));
        });
        click("#watchIds");
        robot.write("run_a");
        click("#watchAdd");
        awaitText("#watchOutcome", "Already there");
        assertThat(settings.servers()).extracting(known -> known.address().toString()).containsExactly(server.url());
        assertThat(settings.notifications().mutedServers()).isEmpty();
    }

    @Test
    void itGrowsByWhatItSaysAndHidesNoField() throws Exception {
        open();
        awaitRows("run_a");
        click("#server");
        click("#otherServer");
        type("#serverUrl", "not a url !!");
        click("#serverConnect");
        Fx.await("refused", () -> visible("#serverComplaint"));
        Fx.await("no field is hidden", () -> node(".server-scroll").lookupAll(".scroll-bar").stream()
                .noneMatch(Node::isVisible));
    }

    @Test
    void escapeClosesItFromEachField() throws Exception {
        open();
        awaitRows("run_a");
        for (String field : List.of("#serverUrl", "#serverKey", "#serverAuthority")) {
            click("#server");
            click("#otherServer");
            click(field);
            robot.type(KeyCode.ESCAPE);
            Fx.await("closed from " + field, () -> node("#serverUrl") == null);
        }
    }
}
