package dev.jobglass.ui.common;

import java.util.List;
import javafx.scene.text.Font;

/**
 * The typeface of texts with letters from right to left. JavaFX puts words in the wrong order where the typeface
 * changes within such a line, so it needs one that has these letters and the marks between them; ours has none.
 */
final class OneTypeface {
    /** Of Linux, Windows and macOS. */
    private static final List<String> WITH_ALL = List.of("DejaVu Sans", "Segoe UI", "Arial", "Tahoma", "FreeSans");
    private static final String SYSTEM = "System";
    /** The style class of items of menus, which are no nodes. */
    static final String IN_MENU = "right-to-left-item";

    private OneTypeface() {
    }

    /** {@return a style sheet that has it used where it is needed; in windows from right to left that is everywhere} */
    static String css(boolean everywhere) {
        return (everywhere ? ".root, " : "")
                + ".label:right-to-left, .cell:right-to-left, .button:right-to-left, .toggle-button:right-to-left, "
                + ".text-input:right-to-left, ."
                + IN_MENU + " > .label { -fx-font-family: \"" + family() + "\"; }";
    }

    private static String family() {
        return WITH_ALL.stream().filter(name -> Font.font(name).getFamily().equals(name)).findFirst().orElse(SYSTEM);
    }
}
