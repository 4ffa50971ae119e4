package dev.jobglass.watchscreen;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** The watch screen's texts. */
final class Texts {
    static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.jobglass.watchscreen.watchscreen");

    private Texts() {
    }

    static String of(String key, Object... arguments) {
        return MessageFormat.format(BUNDLE.getString(key), arguments);
    }
}
