package dev.jobglass.ui.mini;

import dev.jobglass.model.Job;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.settings.LookSettings;
import java.util.function.Consumer;
import javafx.stage.Stage;

/** Shows the mini window and puts it away. JavaFX thread only. */
public final class MiniWindow {
    private final Workspace workspace;
    private final UiClock clock;
    private final LookSettings look;
    private final Stage main;
    private final Consumer<Job> choose;
    /** Made anew each time, for what is hidden keeps lengths in letters of before. */
    private MiniStage stage;

    /**
     * Shows nothing yet.
     *
     * @param workspace whose jobs it shows
     * @param clock the ticking time
     * @param look remembers where it was
     * @param main the main window, whose style sheets it wears; it stays when that is closed
     * @param choose takes the job that the user clicks
     */
    public MiniWindow(Workspace workspace, UiClock clock, LookSettings look, Stage main, Consumer<Job> choose) {
        this.workspace = workspace;
        this.clock = clock;
        this.look = look;
        this.main = main;
        this.choose = choose;
    }

    /** Shows it, or puts it away. */
    public void toggle() {
        if (!close()) {
            stage = new MiniStage(workspace, clock, look, main, choose);
            stage.open();
        }
    }

    /** Puts it away: {@return whether it was there} */
    public boolean close() {
        boolean there = stage != null && stage.isShowing();
        if (there) {
            stage.close();
        }
        return there;
    }
}
