package dev.jobglass.ui.main;

import dev.jobglass.model.Job;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.settings.Settings;
import dev.jobglass.text.Messages;
import dev.jobglass.ui.common.Background;
import dev.jobglass.ui.common.Dialogs;
import dev.jobglass.ui.common.Dialogs.Glyph;
import dev.jobglass.ui.common.PlatformServices;
import dev.jobglass.ui.common.WrappedLabel;
import dev.jobglass.ui.jobs.JobActionDialogs;
import dev.jobglass.ui.jobs.NewRunDialog;
import dev.jobglass.ui.jobs.WatchJobDialog;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import javafx.stage.Stage;

/** Opens what asks and tells of jobs, in front of the main window. JavaFX thread only. */
public final class JobWindows {
    private final Workspace workspace;
    private final Settings settings;
    private final UiClock clock;
    private final Background background;
    private final Stage owner;
    private final PlatformServices platform;
    private final Consumer<List<Job>> begun;
    private final JobActionDialogs dialogs;

    /** {@code begun} shows those that were begun from here. */
    JobWindows(Workspace workspace, Settings settings, UiClock clock, Background background, Stage owner,
            PlatformServices platform, Consumer<List<Job>> begun) {
        this.workspace = workspace;
        this.settings = settings;
        this.clock = clock;
        this.background = background;
        this.owner = owner;
        this.platform = platform;
        this.begun = begun;
        dialogs = new JobActionDialogs(workspace, settings, clock::get);
    }

    /** Asks for ids of jobs to watch. */
    public void watch() {
        new WatchJobDialog(workspace, owner).show();
    }

    /** Asks for a new run: another one like that of a job, unless it is null. */
    void newRun(Job like) {
        new NewRunDialog(workspace, clock, background, settings, job -> begun.accept(List.of(job)), owner).show(like);
    }

    /** Asks for another run of jobs, with what was asked for at first; those that are not over are left out. */
    void runAgain(Collection<Job> jobs) {
        dialogs.runAgain(jobs, owner, begun, this::newRun);
    }

    /** Cancels jobs, after asking; those that are over are left out. */
    void cancel(Collection<Job> jobs) {
        dialogs.cancel(jobs, owner);
    }

    /** Has servers forget jobs, after asking; those that are not over are left out. */
    void delete(Collection<Job> jobs) {
        dialogs.delete(jobs, owner);
    }

    /** Opens what a server says of a job in the user's browser. */
    void browse(Job job) {
        String address = job.key().server().job(job.id()).toString();
        platform.browse(address, () -> Dialogs.alert(owner, Glyph.WARNING.sign(), Messages.of("main.browse.title"),
                Messages.of("main.browse.title"), new WrappedLabel(Messages.of("main.browse.text", address))).show());
    }
}
