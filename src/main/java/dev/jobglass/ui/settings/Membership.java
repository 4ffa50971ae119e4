package dev.jobglass.ui.settings;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.collections.WeakSetChangeListener;

/** Whether a value is in a set, as a property: setting it puts the value in or takes it out. JavaFX thread only. */
final class Membership<T> extends SimpleBooleanProperty {
    // Held here, since the set outlives the window and knows it only weakly.
    private final SetChangeListener<T> change;

    Membership(ObservableSet<T> set, T value) {
        super(set.contains(value));
        change = _ -> set(set.contains(value));
        set.addListener(new WeakSetChangeListener<>(change));
        addListener((_, _, in) -> {
            if (in) {
                set.add(value);
            } else {
                set.remove(value);
            }
        });
    }
}
