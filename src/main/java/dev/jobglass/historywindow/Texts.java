package dev.jobglass.historywindow;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** The history window's texts. */
final class Texts {
    static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.jobglass.historywindow.history");

    private Texts() {
    }

    static String of(String key, Object... arguments) {
        return MessageFormat.format(BUNDLE.getString(key), arguments);
    }
}
