package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.model.Job;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.RunsServer.Reply;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/** How an error is shown in the failure window. */
class FailureErrorTest extends FailureWindowFixture {
    /** Less than the height of a line and the distance from the edges. */
    private static final double LINE = 30;

    @Test
    void aHugeErrorIsShownInPieces() throws Exception {
        openWithRunning(1);
        String huge = "word ".repeat(60_000) + "\nlast line";
        server.failed("run_1", huge);
        Fx.await("the window", () -> failures().equals(List.of("run_1")));
        Fx.await("the whole", () -> node("#error") instanceof ListView<?> list && list.getItems().size() > 700);

        ListView<?> pieces = (ListView<?>) node("#error");
        assertThat(String.join("", pieces.getItems().stream().map(String::valueOf).toList()))
                .isEqualTo(huge.replace("\n", ""));
        int longest = pieces.getItems().stream().mapToInt(line -> line.toString().length()).max().orElse(0);
        assertThat(pieces.getItems().subList(0, pieces.getItems().size() - 2)).as("as wide as there is room for")
                .allMatch(line -> line.toString().length() > longest - "word ".length());
        List<Double> heights = pieces.lookupAll(".list-cell").stream().map(ListCell.class::cast)
                .filter(cell -> !cell.isEmpty()).map(Region::getHeight).distinct().toList();
        assertThat(heights).as("none is broken once more").hasSize(1);
        robot.clickOn(failureWindow().getScene().lookup("#copyReport"));
        assertThat(Fx.call(() -> Clipboard.getSystemClipboard().getString())).endsWith(huge);
        picture("failures-huge", failureWindow());
    }

    @Test
    void anErrorIsCopiedAsAnyText() throws Exception {
        openWithFailure("first line\nlast line");
        click("#error");
        robot.press(KeyCode.CONTROL).type(KeyCode.A).type(KeyCode.C).release(KeyCode.CONTROL);
        Fx.await("copied", () -> clipboard().equals("first line\nlast line"));
    }

    @Test
    void ofAHugeErrorThatTheServerHasForgottenTheBeginningAndTheEndAreShown() throws Exception {
        openWithRunning(1);
        server.instead("run_1", Reply.json(404, Map.of("detail", "Job not found"))); // it is listed all the same
        server.failed("run_1", "first line\n" + "word ".repeat(60_000) + "\nlast line");
        Fx.await("the window", () -> failures().equals(List.of("run_1")));
        awaitText("#error", "the rest was not to be had");
        assertThat(text("#error")).startsWith("first line").contains("\nlast line\n");
    }

    @Test
    void anErrorOfOneLineIsSeenWithoutScrolling() throws Exception {
        server.job("run_1", "running", 10, SOON);
        open();
        awaitRows("run_1");
        server.failed("run_1", "It broke");
        Fx.await("the window", () -> node("#error") != null);
        Fx.await("its error", () -> lineFits("#error"));
        Fx.await("the same in the details", () -> visible("#detailsError") && lineFits("#detailsError"));
    }

    @Test
    void aShortErrorFromRightToLeftIsAsHighAsItsText() throws Exception {
        openWithRunning(1);
        server.failed("run_1", "خطأ في الاتصال\nTraceback:\n  File a.py");
        Fx.await("the window", () -> node("#error") != null && ((Region) node("#error")).getHeight() > 0);
        Fx.await("three lines", () -> ((Region) node("#error")).getHeight() < 100);
    }

    @Test
    void anErrorIsAsHighAsItsTextInAWindowOfAnyWidth() throws Exception {
        openWithFailure("an error that is as long as the window is wide or longer than it");
        Region area = (Region) node("#error");
        for (int width = 900; width > 800; width -= 12) {
            int next = width;
            Fx.run(() -> failureWindow().setWidth(next));
            Fx.await("as high as its text, " + width + " pixels wide", () -> {
                double more = area.getHeight() - area.lookup(".content .text").getLayoutBounds().getHeight();
                return more >= 0 && more < LINE;
            });
            assertThat(Fx.call(() -> area.lookupAll(".scroll-bar").stream().anyMatch(Node::isVisible)))
                    .as("a scroll bar").isFalse();
        }
    }

    private boolean lineFits(String area) {
        Region content = (Region) node(area).lookup(".content");
        return content != null && content.getInsets().getTop() > 0
                && ((Region) node(area)).getHeight() >= content.prefHeight(content.getWidth());
    }
}
