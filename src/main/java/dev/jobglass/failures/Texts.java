package dev.jobglass.failures;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** The failure window's texts. */
final class Texts {
    static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.jobglass.failures.failures");

    private Texts() {
    }

    static String of(String key, Object... arguments) {
        return MessageFormat.format(BUNDLE.getString(key), arguments);
    }
}
