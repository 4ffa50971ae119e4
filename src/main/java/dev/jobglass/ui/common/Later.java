package dev.jobglass.ui.common;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Dialog;

/** What cannot be done to a scene at once. JavaFX thread only. */
public final class Later {
    private Later() {
    }

    /**
     * Gives the focus to a node of a dialog, which itself gives it to the first button when it is shown.
     *
     * @param dialog not shown yet
     * @param node within it
     */
    public static void focus(Dialog<?> dialog, Node node) {
        dialog.setOnShown(_ -> Platform.runLater(node::requestFocus));
    }

    /**
     * Does something once what goes on now is over, such as one change of many that are made together.
     *
     * @param action what to do
     */
    public static void soon(Runnable action) {
        Platform.runLater(action);
    }

    /**
     * Does something once a scene has been laid out, the first time with what it has now.
     *
     * @param scene of a window that is shown
     * @param pulses how many times before, at least 1
     * @param action what to do
     */
    public static void afterPulses(Scene scene, int pulses, Runnable action) {
        scene.addPostLayoutPulseListener(new Runnable() {
            private int left = pulses;

            @Override
            public void run() {
                left--;
                if (left == 0) {
                    scene.removePostLayoutPulseListener(this);
                    // Not within the pulse, which would not lay out what this changes.
                    Platform.runLater(action);
                } else {
                    Platform.requestNextPulse();
                }
            }
        });
    }
}
