package dev.jobglass.ui.settings;

import dev.jobglass.desktop.LoginEntry;
import dev.jobglass.text.Messages;
import dev.jobglass.ui.common.Background;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** Whether the program starts at login, as something to choose; read and written in the background. */
public final class LoginSetting {
    private final LoginEntry entry;
    private final Supplier<Background> background;
    private final ObjectProperty<Boolean> chosen = new SimpleObjectProperty<>(this, "chosen", false);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    /** What is written down already, as far as is known. */
    private boolean on;

    /**
     * Finds out whether it does.
     *
     * @param entry where that is written down
     * @param background works for this
     */
    public LoginSetting(LoginEntry entry, Supplier<Background> background) {
        this.entry = entry;
        this.background = background;
        chosen.subscribe(this::write);
        background.get().begin(entry::isOn, this::found, _ -> found(false));
    }

    private void found(boolean isOn) {
        on = isOn;
        chosen.set(isOn);
    }

    private void write(boolean wanted) {
        if (wanted == on) {
            return;
        }
        on = wanted;
        problem.set("");
        background.get().begin(() -> {
            entry.turn(wanted);
            return null;
        }, _ -> {
            // It is as it was chosen.
        }, why -> {
            problem.set(Messages.of("settings.startAtLogin.failed", why.getMessage()));
            found(!wanted);
        });
    }

    /** {@return what is chosen, to be changed too} */
    ObjectProperty<Boolean> chosenProperty() {
        return chosen;
    }

    /** {@return why the last choice could not be kept, or empty} */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
