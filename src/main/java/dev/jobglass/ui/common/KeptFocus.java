package dev.jobglass.ui.common;

import java.util.Optional;
import javafx.stage.Window;

/** Leaves the keyboard where it is while windows open or close by themselves. JavaFX thread only. */
public final class KeptFocus {
    private KeptFocus() {
    }

    /**
     * Opens or closes a window and gives the keyboard back to that of ours which had it, so that nobody is torn away
     * from what they type: JavaFX gives it to the owner of a window that closes.
     *
     * @param change shows or hides the window
     */
    public static void during(Runnable change) {
        Optional<Window> busy = Window.getWindows().stream().filter(Window::isFocused).findFirst();
        change.run();
        busy.filter(Window::isShowing).ifPresent(Window::requestFocus);
    }
}
