package dev.jobglass.details;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** The details pane's texts. */
final class Texts {
    static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.jobglass.details.details");

    private Texts() {
    }

    static String of(String key, Object... arguments) {
        return MessageFormat.format(BUNDLE.getString(key), arguments);
    }
}
