package dev.jobglass.dashboard;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** The dashboard's texts. */
final class Texts {
    static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.jobglass.dashboard.dashboard");

    private Texts() {
    }

    static String of(String key, Object... arguments) {
        return MessageFormat.format(BUNDLE.getString(key), arguments);
    }
}
