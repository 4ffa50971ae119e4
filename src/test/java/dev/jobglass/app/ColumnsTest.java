package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.jobglass.settings.Density;
import dev.jobglass.settings.Grouping;
import dev.jobglass.testing.Fx;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ConstrainedColumnResizeBase;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnsTest extends ProgramTest {
    private List<Long> widths() throws Exception {
        Fx.pulses(3);
        return Fx.call(() -> table().getVisibleLeafColumns().stream().map(TableColumn::getWidth).map(Math::round)
                .toList());
    }

    /** Opens the window with four jobs and {@return how wide the columns are then}, in a window so wide. */
    private List<Long> openAt(int width) throws Exception {
        someJobs();
        open();
        awaitRows("run_1", "run_2", "run_4", "run_3");
        Fx.run(() -> stage.setWidth(width));
        return widths();
    }

    @ParameterizedTest
    @ValueSource(ints = {900, 990})
    void areAsBeforeWhenTextIsAsBefore(int width) throws Exception {
        List<Long> before = openAt(width);
        for (int size : List.of(200, 80, 110, 100)) {
            Fx.run(() -> settings.look().textSizeProperty().set(size));
        }
        assertThat(widths()).isEqualTo(before);
        for (int other : List.of(700, 1000, width)) {
            Fx.run(() -> stage.setWidth(other));
            widths();
        }
        assertThat(widths()).as("after other sizes of the window").isEqualTo(before);
        assertThat(settings.look().columnsProperty().get()).as("no hand has chosen it").isEmpty();
    }

    @Test
    void areAsWideBesideABarForScrollingAsWithoutOne() throws Exception {
        List<Long> before = openAt(1_100);
        Node head = node("#nextPoll .label .text");
        Node value = node(".column-nextPoll.table-cell .text");
        assertThat(Fx.call(() -> right(value))).as("below its head").isCloseTo(Fx.call(() -> right(head)), within(2.0));
        for (int i = 10; i < 60; i++) {
            server.job("run_" + i, "running", 10, SOON);
        }
        Fx.await("many", () -> rows().size() == 54);
        assertThat(widths()).isEqualTo(before);
    }

    private static double right(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMaxX();
    }

    @ParameterizedTest
    @ValueSource(ints = {600, 990})
    void areAsTheUserMadeThem(int width) throws Exception {
        List<Long> usual = openAt(width);
        Fx.run(() -> table().resizeColumn(table().getVisibleLeafColumn(1), 30));
        List<Long> made = widths();
        assertThat(made.get(1)).isGreaterThan(usual.get(1));
        Fx.run(() -> stage.setWidth(width - 20));
        widths();
        Fx.run(() -> stage.setWidth(width));
        assertThat(widths()).isEqualTo(made);
        closeProgram();

        assertThat(openAt(width)).as("at the next start").isEqualTo(made);
    }

    @Test
    void aGroupSaysHowManyItHasAlsoWhereTheTableScrollsSideways() throws Exception {
        server.job("run_1", "running", 10, Map.of("agent_id", "a long name ".repeat(30)));
        open();
        awaitRows("run_1");
        Fx.run(() -> {
            settings.look().textSizeProperty().set(200);
            stage.setWidth(900);
            settings.look().rows().groupingProperty().set(Grouping.AGENT);
        });
        Fx.await("a scroll bar", () -> table().lookupAll(".scroll-bar").stream().map(ScrollBar.class::cast)
                .anyMatch(bar -> bar.getOrientation() == Orientation.HORIZONTAL && bar.isVisible()));
        double edge = Fx.call(() -> table().localToScene(table().getLayoutBounds()).getMaxX());
        Fx.await("the number", () -> table().lookupAll(".group-head .label").stream()
                .anyMatch(label -> ((Label) label).getText().equals("1 job")
                        && label.localToScene(label.getLayoutBounds()).getMaxX() < edge));
    }

    @Test
    void aGroupsNumbersAreWholeBesideDetailsInASmallWindowWithLargeText() throws Exception {
        for (int i = 0; i < 12; i++) {
            server.failed("run_" + i, "It broke");
        }
        open();
        Fx.await("rows", () -> rows().size() == 12);
        Fx.run(() -> {
            settings.look().textSizeProperty().set(200);
            stage.setWidth(900);
            settings.look().rows().groupingProperty().set(Grouping.SERVER);
            settings.look().detailsOverProperty().set(true);
        });
        Fx.await("the details over the table", () -> table().getWidth() < 300);
        Fx.await("the head of the group", () -> table().lookup(".group-failed") instanceof Label failed
                && failed.getText().equals("12 failed"));
        Fx.pulses(3);
        Fx.run(() -> {
            Node head = table().lookup(".group-head");
            Node failed = table().lookup(".group-failed");
            assertThat(failed.getBoundsInParent().getMaxX()).isLessThanOrEqualTo(head.getLayoutBounds().getWidth());
            assertThat(((Text) table().lookup(".group-name .text")).getText()).hasSizeGreaterThan(4);
        });
    }

    @Test
    void areNoWiderThanTheTableWhateverTheSettingsSay() throws Exception {
        Files.writeString(folder.resolve("settings.json"),
                "{\"columns\":{\"job\":1e9,\"progress\":-3},\"scrolledColumns\":{\"job\":9000,\"progress\":1e300}}");
        someJobs();
        open();
        awaitRows("run_1", "run_2", "run_4", "run_3");
        for (int width : List.of(990, 600)) {
            Fx.run(() -> stage.setWidth(width));
            assertThat(widths()).allMatch(column -> column > 0 && column <= width);
        }
    }

    @Test
    void fitWhenRowsBecomeLow() throws Exception {
        openAt(930);
        Fx.run(() -> settings.look().rows().densityProperty().set(Density.COMPACT));
        long sum = widths().stream().mapToLong(Long::longValue).sum();
        boolean scrolls = Fx.call(() -> !(table().getColumnResizePolicy() instanceof ConstrainedColumnResizeBase));
        assertThat(scrolls || sum <= Fx.call(() -> table().getWidth())).as(sum + " fit").isTrue();
    }
}
