package dev.jobglass;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** The texts of the program as a whole: its command line, its window and its dialogs. */
final class Texts {
    static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.jobglass.jobglass");

    private Texts() {
    }

    static String of(String key, Object... arguments) {
        return MessageFormat.format(BUNDLE.getString(key), arguments);
    }
}
