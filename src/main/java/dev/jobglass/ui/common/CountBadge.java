package dev.jobglass.ui.common;

import dev.jobglass.text.Messages;
import javafx.scene.control.Label;

/** A number on an icon, which has room for one digit. JavaFX thread only. */
public final class CountBadge {
    private static final int MOST_COUNTED = 9;

    private CountBadge() {
    }

    /**
     * {@return a number that looks the same as another, and as few others as there are looks}
     *
     * @param number any
     */
    public static int bounded(int number) {
        return Math.min(number, MOST_COUNTED + 1);
    }

    /**
     * {@return what shows it}
     *
     * @param number more than 0
     * @param styleClass of the label
     */
    public static Label of(int number, String styleClass) {
        Label badge = new Label(number > MOST_COUNTED ? Messages.of("common.badge.many") : Integer.toString(number));
        badge.getStyleClass().add(styleClass);
        return badge;
    }
}
