package dev.jobglass.ui.common;

import javafx.scene.control.Labeled;

/** What is there at times only. JavaFX thread only. */
public final class Visibility {
    private Visibility() {
    }

    /**
     * Has labels be there only while they say something. One that was merely left out of its place would stay where it
     * was, and take the mouse from what moves there.
     *
     * @param labels for as long as they live
     */
    public static void onlyWithText(Labeled... labels) {
        for (Labeled label : labels) {
            label.visibleProperty().bind(label.textProperty().isNotEmpty());
            label.managedProperty().bind(label.visibleProperty());
        }
    }
}
