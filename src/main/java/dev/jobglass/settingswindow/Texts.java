package dev.jobglass.settingswindow;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** The settings window's texts. */
final class Texts {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.jobglass.settingswindow.settings");

    private Texts() {
    }

    static String of(String key, Object... arguments) {
        return MessageFormat.format(BUNDLE.getString(key), arguments);
    }
}
