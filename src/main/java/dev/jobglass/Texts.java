package dev.jobglass;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** The texts of the program as a whole: its command line, its window and its dialogs. */
final class Texts {
    private Texts() {
    }

    /** Looked up each time: the command line speaks the computer's language, the windows the person's. */
    static ResourceBundle bundle() {
        return ResourceBundle.getBundle("dev.jobglass.jobglass");
    }

    static String of(String key, Object... arguments) {
        return MessageFormat.format(bundle().getString(key), arguments);
    }
}
