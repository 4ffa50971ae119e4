package dev.jobglass.ui.common;

import dev.jobglass.text.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Keys that are called as they are on the keyboards of the user's language; JavaFX only knows English names. */
public final class LocalKeys extends KeyCombination {
    /** As JavaFX calls them; on a Mac it shows their signs instead. */
    private static final List<String> NAMES = List.of("Ctrl", "Shift", "Delete");

    private final KeyCombination keys;

    private LocalKeys(KeyCombination keys) {
        this.keys = keys;
    }

    /**
     * {@return keys}
     *
     * @param name as {@link KeyCombination#valueOf} takes it, such as {@code Shortcut+Shift+X}
     */
    public static KeyCombination of(String name) {
        return new LocalKeys(KeyCombination.valueOf(name));
    }

    @Override
    public boolean match(KeyEvent event) {
        return keys.match(event);
    }

    @Override
    public String getName() {
        return keys.getName();
    }

    @Override
    public String getDisplayText() {
        String text = keys.getDisplayText();
        for (String name : NAMES) {
            text = text.replace(name, Messages.of("main.key." + name.toLowerCase(Locale.ROOT)));
        }
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LocalKeys that && keys.equals(that.keys);
    }

    @Override
    public int hashCode() {
        return Objects.hash(keys);
    }
}
