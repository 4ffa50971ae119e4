package dev.jobglass.ui.common;

import dev.jobglass.settings.LookSettings;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The keys for the size of text, the same in every window. JavaFX thread only. */
public final class TextSizeKeys {
    /** Make text larger; some keyboards need Shift for a plus. */
    public static final List<String> LARGER = List.of("Shortcut+Plus", "Shortcut+Equals", "Shortcut+Add",
            "Shortcut+Shift+Equals", "Shortcut+Shift+Plus");
    /** Make text smaller. */
    public static final List<String> SMALLER = List.of("Shortcut+Minus", "Shortcut+Subtract");
    /** Give text its usual size. */
    public static final List<String> USUAL = List.of("Shortcut+0", "Shortcut+Numpad 0");
    /** In per cent. */
    private static final int STEP = 10;

    private final ObjectProperty<Integer> size;

    /**
     * Changes nothing yet.
     *
     * @param look has the size of text
     */
    public TextSizeKeys(LookSettings look) {
        this.size = look.textSizeProperty();
    }

    /** {@return whether a key is one of these} */
    static boolean mean(KeyEvent event) {
        return Stream.of(LARGER, SMALLER, USUAL).flatMap(List::stream)
                .anyMatch(key -> KeyCombination.valueOf(key).match(event));
    }

    /** Makes text a step larger, up to the largest. */
    public void larger() {
        size.set(size.get() + STEP);
    }

    /** Makes text a step smaller, down to the smallest. */
    public void smaller() {
        size.set(size.get() - STEP);
    }

    /** Gives text its usual size. */
    public void usual() {
        size.set(LookSettings.USUAL_TEXT);
    }

    /**
     * Has a scene understand these keys.
     *
     * @param scene of any window
     */
    public void understand(Scene scene) {
        Map.<List<String>, Runnable>of(LARGER, this::larger, SMALLER, this::smaller, USUAL, this::usual)
                .forEach((keys, action) -> keys.forEach(
                        key -> scene.getAccelerators().put(KeyCombination.valueOf(key), action)));
    }
}
