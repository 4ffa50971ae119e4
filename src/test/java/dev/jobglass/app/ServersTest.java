package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.settings.Density;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.RunsServer;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ConstrainedColumnResizeBase;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

class ServersTest extends TwoServersTest {
    @Test
    void theColumnOfASecondServerIsWithinReach() throws Exception {
        open();
        awaitRows("run_a");
        Fx.run(() -> {
            settings.look().textSizeProperty().set(150);
            stage.setWidth(1_280);
        });
        Fx.pulses(3);
        Fx.run(() -> servers.handedOver(List.of(other.url()), null));
        awaitRows("run_a", "run_b");
        Fx.pulses(3);
        double sum = Fx.call(() -> table().getVisibleLeafColumns().stream().mapToDouble(TableColumn::getWidth).sum());
        boolean scrolls = Fx.call(() -> !(table().getColumnResizePolicy() instanceof ConstrainedColumnResizeBase));
        assertThat(scrolls || sum <= Fx.call(() -> table().getWidth())).as(sum + " fit").isTrue();
    }

    @Test
    void lowRowsShowPercentagesWholeAndShortNames() throws Exception {
        server.job("run_a", "running", 99, Map.of("retry_after", 1, "agent_id", "ab"));
        openBoth();
        Fx.run(() -> settings.look().rows().densityProperty().set(Density.COMPACT));
        Fx.await("low rows", () -> table().lookupAll(".table-row-cell .percent").stream().map(Label.class::cast)
                .anyMatch(label -> label.getText().equals("99%")));
        Fx.pulses(3);
        Fx.run(() -> {
            for (Node label : table().lookupAll(".table-row-cell .percent")) {
                Node cell = label.getParent().getParent().getParent();
                assertThat(cell.sceneToLocal(label.localToScene(label.getLayoutBounds())).getMaxX())
                        .isLessThanOrEqualTo(((Region) cell).getWidth());
                assertThat(((Label) label).getWidth()).isGreaterThanOrEqualTo(((Label) label).prefWidth(-1) - 0.5);
            }
            assertThat(table().lookupAll(".table-row-cell .label").stream().map(Label.class::cast)
                    .filter(label -> label.getText().equals("ab"))).isNotEmpty().allMatch(Node::isVisible);
        });
        picture("low-rows", stage);
    }

    @Test
    void whatIsSelectedStaysSoWhenAnotherServerIsRemoved() throws Exception {
        for (int i = 0; i < 60; i++) {
            RunsServer one = i % 2 == 0 ? server : other;
            one.job("run_%02d".formatted(i), "running", i, Map.of("retry_after", 1, "created_at",
                    "2026-11-24T10:00:%02dZ".formatted(i)));
        }
        open(List.of(server.url(), other.url()), Set.of());
        Fx.await("all", () -> rows().size() == 62);
        Fx.run(() -> table().getSelectionModel().clearAndSelect(rows().indexOf("run_40")));
        assertThat(selected().id()).isEqualTo("run_40");
        choose("editServer", ":" + other.port());
        click("#serverForget");
        click("#serverForgetSurely");
        Fx.await("removed", () -> rows().size() == 31);
        assertThat(Fx.call(() -> selected() == null ? "none" : selected().id())).isEqualTo("run_40");
        assertThat(visible("#hidden")).isFalse();
    }

    @Test
    void whatIsToldAndUndoneNamesItsServer() throws Exception {
        openBoth();
        Fx.run(() -> servers.keep(address(other.url()), form(other.url(), "Team B", null)));
        Fx.await("its name", () -> fromServers().contains("Team B"));
        clickRow("run_a");
        Fx.await("selected", () -> selected() != null && selected().id().equals("run_a"));
        robot.type(KeyCode.DELETE);
        awaitText("#undoText", "Removed run_a · 127.0.0.1:" + server.port());
        other.failed("run_b", "It broke");
        Fx.await("told", () -> inCorner.stream().anyMatch(one -> one.text().contains("run_b · Team B")));
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
        Fx.run(workspace::tryNow);
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
        Fx.await("sections",
                () -> node(".watch-frame") != null && node(".watch-frame").lookupAll(".section-name").size() == 2
                        && node(".watch-frame").lookupAll(".card").size() == 2);
        assertThat(Fx.call(() -> node(".watch-frame").lookupAll(".section-name").stream()
                .map(name -> ((Label) name).getText()).toList()))
                .containsExactly("127.0.0.1:" + server.port(), "127.0.0.1:" + other.port());
        other.close();
        awaitText("#troubleTitle", "127.0.0.1:" + other.port() + ": No answer since");
        assertThat(Fx.call(() -> node(".watch-screen").getPseudoClassStates().stream()
                .map(state -> state.getPseudoClassName()).toList())).contains("partly-lost").doesNotContain("lost");
        picture("watch-screen-servers", stage);
    }

    @Test
    void theMenuTellsWhichOfThemAnswer() throws Exception {
        openBoth();
        other.close();
        awaitText("#serverLatency", "1 of 2 live");
        assertThat(item(":" + other.port()).getText()).endsWith("no answer");
        assertThat(item(":" + server.port()).getText()).contains("live");
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
}
