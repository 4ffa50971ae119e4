package dev.jobglass.ui.main;

import dev.jobglass.api.JobKey;
import dev.jobglass.model.Job;
import dev.jobglass.monitor.MonitoredServer;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.settings.SavedView;
import dev.jobglass.text.Link;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.ui.common.Dialogs;
import dev.jobglass.ui.common.Dialogs.Glyph;
import dev.jobglass.ui.common.WrappedLabel;
import dev.jobglass.ui.watchscreen.Notice;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.scene.control.Alert;
import javafx.stage.Stage;

/** Shows what links lead to, as far as it is there already; what else they say is refused. JavaFX thread only. */
final class LinkFollower {
    private final Workspace workspace;
    private final DashboardController dashboard;
    private final DeferredDialogs notices;
    private final Stage owner;
    private Alert refusal;

    LinkFollower(Workspace workspace, DashboardController dashboard, DeferredDialogs notices, Stage owner) {
        this.workspace = workspace;
        this.dashboard = dashboard;
        this.notices = notices;
        this.owner = owner;
    }

    /** Follows a link as it was typed or handed over; {@code forNow} leaves how the table is as it was. */
    void follow(String text, boolean forNow) {
        Optional<Link> link = Link.parse(text);
        if (link.isEmpty()) {
            refuse("main.link.bad", text);
        } else {
            switch (link.get()) {
                case Link.View(String name) -> show(name, forNow);
                case Link.OfJob(JobKey key) -> show(key);
            }
        }
    }

    private void show(String name, boolean forNow) {
        Optional<SavedView> view = dashboard.views().named(name);
        if (view.isEmpty()) {
            refuse("main.link.noView", name);
        } else if (forNow) {
            dashboard.views().showForNow(view.get());
        } else {
            dashboard.views().show(view.get());
        }
    }

    private void show(JobKey key) {
        Optional<MonitoredServer> server = workspace.server(key.server());
        if (server.isEmpty()) {
            refuse("main.link.noServer", key.server().toString());
        } else {
            showOnceLooked(server.get(), key.id());
        }
    }

    /** At the start the server's jobs are not known yet. */
    private void showOnceLooked(MonitoredServer server, String jobId) {
        Optional<Job> job = server.board().job(jobId);
        if (job.isPresent()) {
            dashboard.reveal(job.get());
        } else if (server.view().looked()) {
            refuse("main.link.noJob", jobId);
        } else {
            workspace.viewsProperty().addListener(new InvalidationListener() {
                @Override
                public void invalidated(Observable views) {
                    if (server.view().looked()) {
                        workspace.viewsProperty().removeListener(this);
                        showOnceLooked(server, jobId);
                    }
                }
            });
        }
    }

    private void refuse(String why, String what) {
        Notice notice = new Notice(Messages.of(why + ".title"), Messages.of(why, PlainText.shortLine(what)));
        notices.say(notice, () -> {
            if (refusal != null) {
                refusal.hide(); // whoever sends many is not to cover the screen
            }
            refusal = Dialogs.alert(owner, Glyph.WARNING.sign(), notice.title(), notice.title(),
                    new WrappedLabel(notice.text()));
            refusal.show();
        });
    }
}
