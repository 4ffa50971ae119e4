package dev.jobglass.ui.common;

import java.util.Map;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/** Copies. JavaFX thread only. */
public final class Clipboards {
    private Clipboards() {
    }

    /**
     * Puts a text on the system's clipboard.
     *
     * @param text any
     */
    public static void copy(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }
}
