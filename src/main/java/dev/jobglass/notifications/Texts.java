package dev.jobglass.notifications;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** What notifications say. */
final class Texts {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.jobglass.notifications.notifications");

    private Texts() {
    }

    static String of(String key, Object... arguments) {
        return MessageFormat.format(BUNDLE.getString(key), arguments);
    }
}
