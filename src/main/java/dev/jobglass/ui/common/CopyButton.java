package dev.jobglass.ui.common;

import dev.jobglass.text.Messages;
import java.time.Duration;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/** A button that copies, and says for a moment that it has. JavaFX thread only. */
public final class CopyButton {
    private static final PseudoClass COPIED = PseudoClass.getPseudoClass("copied");
    private static final Duration SAID_FOR = Duration.ofSeconds(2);

    private final Button button;
    private final String words;
    private final Pause pause = new Pause(SAID_FOR, () -> say(false));

    /**
     * Changes nothing yet.
     *
     * @param button no narrower than it wants to be; one with a glyph and no words says it by its style
     */
    public CopyButton(Button button) {
        this.button = button;
        words = button.getText();
    }

    /**
     * Puts a text on the system's clipboard.
     *
     * @param text any
     */
    public void copy(String text) {
        Clipboards.copy(text);
        button.setMinWidth(button.getWidth()); // so that nothing beside it moves
        say(true);
        pause.begin();
    }

    private void say(boolean copied) {
        button.pseudoClassStateChanged(COPIED, copied);
        if (words != null && !words.isEmpty()) {
            button.setText(copied ? Messages.of("common.copied") : words);
        }
        if (!copied) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
    }
}
