package dev.jobglass.ui.common;

import java.util.Optional;
import javafx.stage.Window;

/** Leaves the keyboard where it is while windows open by themselves. JavaFX thread only. */
public final class KeptFocus {
    private KeptFocus() {
    }

    /**
     * Opens a window and gives the keyboard back to that of ours which had it, so that nobody is torn away from what
     * they type.
     *
     * @param open shows the window
     */
    public static void during(Runnable open) {
        Optional<Window> busy = Window.getWindows().stream().filter(Window::isFocused).findFirst();
        open.run();
        busy.ifPresent(Window::requestFocus);
    }
}
