package dev.jobglass.ui.jobs;

import dev.jobglass.model.Job;
import dev.jobglass.model.JobSnapshot;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.settings.NotificationSettings;
import dev.jobglass.text.JobExport;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.text.Report;
import dev.jobglass.ui.common.Clipboards;
import dev.jobglass.ui.common.DashboardActions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableView;

/** The menu of the selected rows. */
public final class RowMenu {
    private final List<Job> selected;
    private final Workspace overview;
    private final DashboardActions actions;
    private final CheckMenuItem tellEnd = check("jobs.menu.tellEnd");
    private final CheckMenuItem muteJob = check("jobs.menu.muteJob");
    private final CheckMenuItem muteAgent = check("jobs.menu.muteAgent");

    public RowMenu(TableView<?> table, List<Job> selected, DashboardActions actions, Workspace overview,
            Runnable showFailure,
            Runnable remove) {
        this.selected = selected;
        this.overview = overview;
        this.actions = actions;
        tellEnd.setOnAction(_ -> actions.notifications(told -> told.withTellEnd(ids(), tellEnd.isSelected())));
        muteJob.setOnAction(_ -> actions.notifications(told -> told.withMutedJobs(ids(), muteJob.isSelected())));
        muteAgent.setOnAction(
                _ -> actions.notifications(told -> told.withMutedAgents(agents(), muteAgent.isSelected())));
        ContextMenu menu = new ContextMenu(
                item("jobs.menu.askNow", () -> overview.askNow(List.copyOf(selected))),
                item("jobs.menu.showFailure", showFailure),
                item("jobs.menu.browse", () -> selected.stream().findFirst().ifPresent(actions::browse)),
                new SeparatorMenuItem(), item("jobs.menu.cancel", () -> actions.cancel(List.copyOf(selected))),
                item("jobs.menu.delete", () -> actions.delete(List.copyOf(selected))), item("jobs.menu.remove", remove),
                new SeparatorMenuItem(), tellEnd, muteJob, muteAgent,
                new SeparatorMenuItem(), item("jobs.menu.copyIds", this::copyIds),
                item("jobs.menu.copyCurl", this::copyCurl), item("jobs.menu.copyReport", this::copyReport),
                item("jobs.menu.copyText", () -> copy(JobExport::text)),
                item("jobs.menu.copyCsv", () -> copy(JobExport::csv)),
                item("jobs.menu.copyJson", () -> copy(JobExport::json)));
        menu.setOnShowing(_ -> showWhatIsTold());
        table.setContextMenu(menu);
    }

    private static CheckMenuItem check(String key) {
        CheckMenuItem item = new CheckMenuItem(Messages.of(key));
        item.setId(key.substring(key.lastIndexOf('.') + 1));
        return item;
    }

    /** Checked when it holds for all of the selected. */
    private void showWhatIsTold() {
        NotificationSettings told = actions.notifications();
        Set<String> ids = ids();
        Set<String> agents = agents();
        tellEnd.setSelected(!ids.isEmpty() && told.tellEnd().containsAll(ids));
        muteJob.setSelected(!ids.isEmpty() && told.mutedJobs().containsAll(ids));
        muteAgent.setDisable(agents.isEmpty());
        muteAgent.setSelected(!agents.isEmpty() && told.mutedAgents().containsAll(agents));
    }

    private Set<String> ids() {
        return selected.stream().map(Job::id).collect(Collectors.toSet());
    }

    private Set<String> agents() {
        return selected.stream().filter(job -> job.view().status() != null && job.view().status().agentId() != null)
                .map(job -> PlainText.line(job.view().status().agentId())).collect(Collectors.toSet());
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(Messages.of(key));
        item.setId(key.substring(key.lastIndexOf('.') + 1));
        item.setOnAction(_ -> action.run());
        return item;
    }

    /** Puts the selected ids on the clipboard, one a line. */
    public void copyIds() {
        Clipboards.copy(selected.stream().map(Job::id).collect(Collectors.joining("\n")));
    }

    /** Puts a command line for each selected job on the clipboard. */
    public void copyCurl() {
        Clipboards.copy(Report.curl(selected, overview::address));
    }

    private void copyReport() {
        Clipboards.copy(Report.of(selected, overview::address, Instant.now()));
    }

    private void copy(Function<List<JobSnapshot>, String> export) {
        Clipboards.copy(export.apply(selected.stream().map(Job::view).toList()));
    }
}
