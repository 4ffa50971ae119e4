package dev.jobglass.ui.servers;

import dev.jobglass.text.Messages;
import javafx.scene.control.TextInputControl;

/** What was written in a field makes no sense. */
final class FieldComplaint extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient TextInputControl field;

    /**
     * Says so.
     *
     * @param field which
     * @param key of the sentence for the user
     * @param arguments of that
     */
    FieldComplaint(TextInputControl field, String key, Object... arguments) {
        super(Messages.of(key, arguments));
        this.field = field;
    }

    /** {@return where the user can mend it} */
    TextInputControl field() {
        return field;
    }
}
