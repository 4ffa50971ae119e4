package dev.jobglass.ui.main;

import dev.jobglass.ui.watchscreen.Notice;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Says things by dialogs; while the watch screen is shown, by cards on it, and by the dialogs afterwards. */
public final class DeferredDialogs {
    private final ObservableBooleanValue watchScreenShown;
    private final ObservableList<Notice> held = FXCollections.observableArrayList();
    private final List<Runnable> dialogs = new ArrayList<>();

    /** @param watchScreenShown whether the watch screen is shown */
    public DeferredDialogs(ObservableBooleanValue watchScreenShown) {
        this.watchScreenShown = watchScreenShown;
        watchScreenShown.addListener((_, _, shown) -> {
            if (!shown) {
                List<Runnable> now = List.copyOf(dialogs);
                dialogs.clear();
                held.clear();
                now.forEach(Runnable::run);
            }
        });
    }

    /** {@return what waits for the end of the watch screen, observable} */
    ObservableList<Notice> held() {
        return held;
    }

    /**
     * Says something.
     *
     * @param notice for the watch screen
     * @param dialog shows it otherwise
     */
    public void say(Notice notice, Runnable dialog) {
        if (watchScreenShown.get()) {
            held.add(notice);
            dialogs.add(dialog);
        } else {
            dialog.run();
        }
    }
}
