package dev.jobglass.app;

import dev.jobglass.text.Messages;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TableView;

/** Says, once, how long it took from the start of the process until the first rows were painted. */
final class StartupReport {
    private final Scene scene;
    private final PrintStream out;
    private final double window = secondsSinceStart();
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
            out.println(Messages.of("app.startupReport", window, secondsSinceStart(), rows));
        } else if (scene.lookup("#jobs .table-row-cell:filled") != null || scene.lookup(".card") != null) {
            laidOut = true;
            Platform.requestNextPulse();
        }
    }

    /** As the virtual machine counts: Linux knows the start of a process only to the second in a container. */
    private static double secondsSinceStart() {
        return ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
    }
}
