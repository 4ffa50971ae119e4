package dev.jobglass.app;

import dev.jobglass.testing.Fx;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.stage.Stage;

/** The failure window of the whole program, as it reads. */
abstract class FailureWindowFixture extends ProgramTest {
    void openWithRunning(int jobs) throws Exception {
        for (int i = 1; i <= jobs; i++) {
            server.job("run_" + i, "running", 30, SOON);
        }
        open();
        Fx.await("looked", () -> rows().size() >= jobs && kept(server.url()).lookedProperty().get());
    }

    /** One job runs and fails, and the window comes. */
    void openWithFailure(String error) throws Exception {
        openWithRunning(1);
        server.failed("run_1", error);
        Fx.await("the window", () -> failures().equals(List.of("run_1")));
    }

    /** The list's rows from top to bottom, as their first line reads; empty when the window is closed. */
    List<String> failures() {
        return node("#failures") == null
                ? List.of()
                : node("#failures").lookupAll(".tree-cell").stream().map(cell -> (TreeCell<?>) cell)
                        .filter(cell -> !cell.isEmpty() && cell.isVisible())
                        .sorted(Comparator.comparing(TreeCell::getIndex))
                        .map(FailureWindowFixture::firstLine).toList();
    }

    private static String firstLine(Node cell) {
        return cell.lookup(".failure").lookupAll(".first-line .label").stream().map(label -> ((Label) label).getText())
                .collect(Collectors.joining(" ")).strip();
    }

    Stage failureWindow() {
        return (Stage) node("#failures").getScene().getWindow();
    }
}
