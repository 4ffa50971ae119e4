package dev.jobglass.ui.servers;

import dev.jobglass.text.Messages;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Where a secret is typed. One that is known is not shown but hinted at by dots, which the first change of any kind
 * removes whole. JavaFX thread only.
 */
final class SecretField extends PasswordField {
    /** Stands for what is known; no secret can be that, for it is not of ASCII. */
    static final String KNOWN = "•••";

    private final boolean known;

    /**
     * Shows what is known by dots.
     *
     * @param known whether there is a secret already
     * @param prompt the key of what is said in the field when it is empty and nothing was known, or null
     */
    SecretField(boolean known, String prompt) {
        this.known = known;
        if (known) {
            setText(KNOWN);
        }
        setTextFormatter(new TextFormatter<>(SecretField::whole));
        // With a formatter JavaFX's field takes the key for itself, to undo what was typed since Enter.
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                getParent().fireEvent(event.copyFor(getParent(), getParent()));
            }
        });
        String said = known ? "servers.serverDialog.keyRemoved" : prompt;
        if (said != null) {
            setPromptText(Messages.of(said));
        }
    }

    /** Of dots no part can stay. */
    private static TextFormatter.Change whole(TextFormatter.Change change) {
        if (change.isContentChange() && change.getControlText().equals(KNOWN)) {
            change.setRange(0, KNOWN.length());
            int end = change.getText().length();
            change.selectRange(end, end);
        }
        return change;
    }

    /** {@return whether there is a known secret that is to stay} */
    boolean kept() {
        return getText().equals(KNOWN);
    }

    /** {@return whether there is a known secret that is to go} */
    boolean removed() {
        return known && getText().isBlank();
    }

    /** {@return what was typed, empty for nothing or for the known one} */
    String typed() {
        return kept() ? "" : getText();
    }
}
