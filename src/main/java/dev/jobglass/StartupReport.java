package dev.jobglass;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TableView;

/** Says, once, how long it took from the start of the process until the first rows were painted. */
final class StartupReport {
    private final Scene scene;
    private final PrintStream out;
    private final Instant began = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
    private final Instant window = Instant.now();
    private final Runnable afterLayout = this::look;
    private boolean laidOut;

    /** Waits for the first rows of a window that is just being opened. JavaFX thread. */
    StartupReport(Scene scene, PrintStream out) {
        this.scene = scene;
        this.out = out;
        scene.addPostLayoutPulseListener(afterLayout);
    }

    private void look() {
        if (laidOut) { // in the pulse before, and so painted since
            scene.removePostLayoutPulseListener(afterLayout);
            int rows = scene.lookup("#jobs") instanceof TableView<?> table ? table.getItems().size() : 0;
            out.println(Texts.of("startupReport", seconds(window), seconds(Instant.now()), rows));
        } else if (scene.lookup("#jobs .table-row-cell:filled") != null) {
            laidOut = true;
            Platform.requestNextPulse();
        }
    }

    private double seconds(Instant end) {
        return Duration.between(began, end).toMillis() / 1000.0;
    }
}
