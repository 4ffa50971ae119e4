package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.testing.Fx;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ConstrainedColumnResizeBase;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/** Where the details are shown. */
class DetailsPaneTest extends ProgramTest {
    private boolean detailsShown() {
        Node details = stage.getScene().lookup("#details");
        return details != null && Stream.iterate(details, Objects::nonNull, Node::getParent).allMatch(Node::isVisible);
    }

    private void openBesideTheTable() throws Exception {
        server.job("run_1", "running", 40, SOON);
        open();
        awaitRows("run_1");
        Fx.await("beside the table", this::detailsShown);
    }

    @Test
    void whereThereIsNotRoomForBothTheyLieOverTheTableWhenWanted() throws Exception {
        openBesideTheTable();
        Fx.run(() -> assertThat(table().getColumnResizePolicy())
                .as(() -> table().getWidth() + " "
                        + table().getColumns().stream().map(c -> c.getId() + " " + c.getMinWidth()).toList())
                .isInstanceOf(ConstrainedColumnResizeBase.class));

        Fx.run(() -> stage.setWidth(1024));
        Fx.await("gone", () -> !detailsShown());
        clickRow("run_1");
        robot.type(KeyCode.ENTER);
        Fx.await("over the table", this::detailsShown);
        assertThat(node("#details").localToScene(node("#details").getLayoutBounds()).getMaxX()).isEqualTo(
                stage.getScene().getWidth());
        picture("details-over", stage);
        robot.type(KeyCode.ESCAPE);
        Fx.await("gone again", () -> !detailsShown());
        click("#showDetails");
        Fx.await("by the mouse too", this::detailsShown);

        Fx.run(() -> stage.setWidth(1280));
        Fx.await("beside the table again", () -> !visible("#showDetails") && detailsShown());
        Fx.run(() -> settings.look().textSizeProperty().set(150));
        Fx.await("text needs the room", () -> visible("#showDetails"));
        closeProgram();

        open();
        awaitRows("run_1");
        Fx.await("over the table at the next start, too", () -> visible("#showDetails") && detailsShown());
    }

    @Test
    void theRowForWhichTheyAreOpenedStaysInView() throws Exception {
        for (int i = 0; i < 30; i++) {
            server.job("run_%02d".formatted(i), "succeeded", 100, Map.of());
        }
        open();
        Fx.run(() -> {
            stage.setWidth(900);
            stage.setHeight(500);
        });
        Fx.await("no details", () -> rows().size() == 30 && !detailsShown());
        clickRow(rows().getFirst());
        VirtualFlow<?> flow = (VirtualFlow<?>) Fx.call(() -> table().lookup(".virtual-flow"));
        while (Fx.call(() -> flow.getFirstVisibleCell().getIndex()) == 0) {
            robot.type(KeyCode.DOWN);
        }
        robot.type(KeyCode.ENTER);
        Fx.await("the details", this::detailsShown);
        Fx.await("the row whole above the bar that scrolls sideways", () -> {
            Node bar = flow.lookup(".scroll-bar:horizontal");
            Node row = flow.getVisibleCell(table().getFocusModel().getFocusedIndex());
            return bar.isVisible() && row.localToScene(row.getLayoutBounds()).getMaxY() <= bar
                    .localToScene(bar.getLayoutBounds()).getMinY() + 0.5;
        });
    }

    @Test
    void theirButtonIsInTheWindowThoughTextIsLargeAndTheWindowNarrow() throws Exception {
        for (int i = 0; i < 30; i++) {
            server.job("run_%02d".formatted(i), "running", 10, Map.of("retry_after", 1));
        }
        open();
        Fx.await("all", () -> rows().size() == 30);
        for (int i = 0; i < 20; i++) {
            server.failed("run_%02d".formatted(i), "broke");
        }
        server.forget("run_28");
        server.forget("run_29");
        Fx.await("failures, and jobs that are gone", () -> visible("#openFailures") && visible("#clearGone"));
        Fx.run(() -> {
            settings.look().textSizeProperty().set(200);
            stage.setWidth(900);
            window.filter("run_2");
        });
        Fx.await("said how many are shown",
                () -> visible("#statusShown") && text("#statusShown").startsWith("10 of 30"));
        Fx.await("the button within", () -> visible("#showDetails") && node("#showDetails")
                .localToScene(node("#showDetails").getLayoutBounds()).getMaxX() <= stage.getScene().getWidth());
    }

    @Test
    void closedTheyStayClosedUntilWanted() throws Exception {
        openBesideTheTable();
        double wide = Fx.call(() -> table().getWidth());
        click("#closeDetails");
        Fx.await("gone", () -> !detailsShown() && table().getWidth() > wide + 100);
        assertThat(Fx.call(() -> table().isFocused())).isTrue();
        closeProgram();

        open();
        Fx.await("a button for them", () -> visible("#showDetails") && !detailsShown());
        clickRow("run_1");
        robot.type(KeyCode.ENTER);
        Fx.await("back", () -> detailsShown() && !visible("#showDetails") && table().getWidth() == wide);
    }

    @Test
    void inALowPaneAResultTakesThePlaceOfTheProgress() throws Exception {
        server.job("run_1", "succeeded", 100, Map.of());
        server.result("run_1", Map.of("lines", IntStream.range(0, 50).boxed().toList()));
        open();
        Fx.run(() -> settings.look().textSizeProperty().set(150));
        awaitRows("run_1");
        clickRow("run_1");
        robot.type(KeyCode.ENTER);
        Fx.await("how far it is", () -> detailsShown() && visible("#howFar"));
        robot.type(KeyCode.ENTER);
        Fx.await("many lines of the result", () -> !visible("#howFar") && node("#resultLines") != null
                && ((Region) node("#resultLines")).getHeight() > 200);
        Fx.run(() -> stage.setHeight(1000));
        Fx.await("room for both", () -> visible("#howFar"));
    }

    @Test
    void theySayWhenAFilterHidesTheRow() throws Exception {
        server.job("run_1", "running", 40, SOON);
        open();
        awaitRows("run_1");
        Fx.await("the details", () -> visible("#id") && !visible("#hidden"));
        click("#filter");
        robot.write("agent:other");
        Fx.await("said", () -> visible("#hidden") && "run_1".equals(text("#id")));
        robot.push(KeyCode.SHORTCUT, KeyCode.E);
        Fx.await("back", () -> !visible("#hidden"));
    }

    @Test
    void withSmallerTextTheyFillTheirPlaceBesideTheTable() throws Exception {
        openBesideTheTable();
        Fx.run(() -> settings.look().textSizeProperty().set(80));
        Node details = node("#details");
        Node divider = stage.getScene().getRoot().lookup(".split-pane-divider");
        Fx.pulses(4);
        assertThat(Fx.call(() -> details.localToScene(details.getLayoutBounds()).getMinX()))
                .isEqualTo(Fx.call(() -> divider.localToScene(divider.getLayoutBounds()).getMaxX()));
    }

    @Test
    void itIsAsWideAfterTextGrewAndShrankAsBefore() throws Exception {
        openBesideTheTable();
        Fx.pulses(3);
        double before = Fx.call(() -> ((Region) node("#details")).getWidth());
        for (int size : new int[]{110, 120, 130, 140, 150, 140, 130, 120, 110, 100}) {
            Fx.run(() -> settings.look().textSizeProperty().set(size));
            Fx.pulses(3);
        }
        Fx.await("as before", () -> Math.abs(((Region) node("#details")).getWidth() - before) < 3);
    }

    @Test
    void textMayGrowTwiceBeforeItIsLaidOut() throws Exception {
        openBesideTheTable();
        Fx.run(() -> {
            settings.look().textSizeProperty().set(120);
            settings.look().textSizeProperty().set(200);
        });
        Fx.pulses(3);
        Fx.await("text needs the room", () -> visible("#showDetails"));
    }
}
