package dev.jobglass.ui.jobs;

import dev.jobglass.api.JobKey;
import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Job;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.settings.NotificationSettings;
import dev.jobglass.text.JobExport;
import dev.jobglass.text.Link;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.text.Report;
import dev.jobglass.ui.common.Clipboards;
import dev.jobglass.ui.common.LocalKeys;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Bounds;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The menu of the selected rows. */
public final class RowMenu {
    /**
     * What can be done with the selected jobs.
     *
     * @param showFailure shows why the first failed one did
     * @param dismiss puts the failures among them aside
     * @param showResult shows what the selected job produced
     * @param runAgain asks for another run of those that are over
     * @param runChanged asks for another run like that of a job, after the user has looked at it
     * @param browse opens what a server says of a job in the browser
     * @param cancel has them cancelled, after asking
     * @param delete has them deleted, after asking
     * @param remove takes them off the list
     * @param readOnly while this holds nothing is offered that changes a server
     */
    public record Actions(Runnable showFailure, Runnable dismiss, Runnable showResult, Runnable runAgain,
            Runnable runChanged, Consumer<Job> browse, Runnable cancel, Runnable delete, Runnable remove,
            ObservableBooleanValue readOnly) {
    }

    private static final String KEY = "jobs.menu.";

    private final List<Job> selected;
    private final Workspace workspace;
    private final NotificationSettings notifications;
    /** What a selected job must be for an item to do something. */
    private final Map<MenuItem, Predicate<Job>> needs = new HashMap<>();
    private final CheckMenuItem tellEnd = check("jobs.menu.tellEnd");
    private final CheckMenuItem muteJob = check("jobs.menu.muteJob");
    private final CheckMenuItem muteAgent = check("jobs.menu.muteAgent");

    /**
     * Gives a table its menu.
     *
     * @param table of the jobs
     * @param selected those selected, observable
     * @param workspace of their servers
     * @param notifications of which jobs the user is notified
     * @param actions what else can be done with jobs
     */
    public RowMenu(TableView<?> table, List<Job> selected, Workspace workspace, NotificationSettings notifications,
            Actions actions) {
        this.selected = selected;
        this.workspace = workspace;
        this.notifications = notifications;
        tellEnd.setOnAction(_ -> put(notifications.tellEnd(), keys(tellEnd), tellEnd.isSelected()));
        muteJob.setOnAction(_ -> put(notifications.mutedJobs(), keys(muteJob), muteJob.isSelected()));
        muteAgent.setOnAction(_ -> put(notifications.mutedAgents(), agents(), muteAgent.isSelected()));
        MenuItem askNow = item("jobs.menu.askNow", () -> workspace.actions().askNow(List.copyOf(selected)),
                JobKeys.ASK_NOW);
        MenuItem browse = item("jobs.menu.browse",
                () -> selected.stream().findFirst().ifPresent(actions.browse()));
        Menu copyMore = copyMore();
        MenuItem showFailure = item("jobs.menu.showFailure", actions.showFailure());
        MenuItem dismiss = item("jobs.menu.dismiss", actions.dismiss());
        MenuItem showResult = item("jobs.menu.showResult", actions.showResult());
        MenuItem runAgain = item("jobs.menu.runAgain", actions.runAgain(), JobKeys.RUN_AGAIN);
        MenuItem runChanged = item("jobs.menu.runChanged", actions.runChanged(), JobKeys.RUN_CHANGED);
        MenuItem cancel = item("jobs.menu.cancel", actions.cancel(), JobKeys.CANCEL);
        MenuItem delete = item("jobs.menu.delete", actions.delete(), JobKeys.DELETE);
        MenuItem remove = item("jobs.menu.remove", actions.remove(), JobKeys.REMOVE);
        MenuItem copyIds = item("jobs.menu.copyIds", this::copyIds, JobKeys.COPY_IDS);
        needs.put(showFailure, job -> job.view().state() == DisplayState.FAILED);
        needs.put(dismiss, job -> job.view().failureOpen());
        needs.put(showResult, job -> selected.size() == 1 && job.view().state() == DisplayState.SUCCEEDED);
        needs.put(runAgain, job -> job.view().state().over());
        needs.put(runChanged, job -> selected.size() == 1 && job.view().state().over());
        needs.put(cancel, Job::cancellable);
        needs.put(delete, Job::deletable);
        needs.put(tellEnd, job -> !job.view().state().over());
        needs.put(browse, _ -> selected.size() == 1);
        List.of(askNow, remove, muteJob, copyIds, copyMore).forEach(item -> needs.put(item, _ -> true));
        ContextMenu menu = new ContextMenu(
                askNow, showFailure, dismiss, showResult, runAgain, runChanged, browse,
                new SeparatorMenuItem(), cancel, delete, remove,
                new SeparatorMenuItem(), tellEnd, muteJob, muteAgent,
                new SeparatorMenuItem(), copyIds, copyMore);
        menu.setOnShowing(_ -> {
            showWhatIsTold();
            showWhatApplies(actions.readOnly().get() ? Set.of(runAgain, runChanged, cancel, delete) : Set.of());
        });
        table.setContextMenu(menu);
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            boolean wanted = event.getCode() == KeyCode.CONTEXT_MENU
                    || event.getCode() == KeyCode.F10 && event.isShiftDown();
            if (wanted && !selected.isEmpty()) {
                showBelowSelection(table, menu);
                event.consume();
            }
        });
    }

    private Menu copyMore() {
        Menu more = new Menu(Messages.of("jobs.menu.copyMore"), null,
                item("jobs.menu.copyCurl", this::copyCurl, JobKeys.COPY_CURL),
                item("jobs.menu.copyLink", this::copyLinks), item("jobs.menu.copyReport", this::copyReport),
                item("jobs.menu.copyText", () -> copy(JobExport::text)),
                item("jobs.menu.copyCsv", () -> copy(JobExport::csv)),
                item("jobs.menu.copyJson", () -> copy(JobExport::json)));
        more.setId("copyMore");
        return more;
    }

    private static void showBelowSelection(TableView<?> table, ContextMenu menu) {
        Bounds at = table.lookupAll(".table-row-cell").stream()
                .filter(row -> row instanceof TableRow<?> one && one.isSelected() && one.isVisible()).findFirst()
                .map(row -> row.localToScreen(row.getLayoutBounds()))
                .orElseGet(() -> table.localToScreen(table.getLayoutBounds()));
        menu.show(table, at.getMinX() + at.getWidth() / 4, at.getMaxY());
        // JavaFX marks the first by itself only when the menu is shown for the first time.
        menu.getSkin().getNode().lookup(".menu-item").requestFocus();
    }

    private static CheckMenuItem check(String key) {
        CheckMenuItem item = new CheckMenuItem(Messages.of(key, 1));
        item.setId(key.substring(key.lastIndexOf('.') + 1));
        return item;
    }

    /** What would do nothing is not there; what would be done with several says with how many. */
    private void showWhatApplies(Set<MenuItem> withheld) {
        needs.forEach((item, need) -> {
            long concerned = selected.stream().filter(need).count();
            item.setVisible(concerned > 0 && !withheld.contains(item));
            item.setText(Messages.of(KEY + item.getId(), concerned));
        });
    }

    /**
     * {@return whether an item does something with any of the selected jobs}
     *
     * @param item its id
     */
    public boolean applies(String item) {
        Predicate<Job> need = needs.entrySet().stream().filter(one -> one.getKey().getId().equals(item))
                .map(Map.Entry::getValue).findFirst().orElse(_ -> true);
        return selected.stream().anyMatch(need);
    }

    /** Checked when it holds for all of the selected. */
    private void showWhatIsTold() {
        Set<JobKey> keys = keys(muteJob);
        Set<JobKey> going = keys(tellEnd);
        Set<String> agents = agents();
        tellEnd.setSelected(!going.isEmpty() && notifications.tellEnd().containsAll(going));
        muteJob.setSelected(!keys.isEmpty() && notifications.mutedJobs().containsAll(keys));
        muteAgent.setVisible(!agents.isEmpty());
        muteAgent.setText(Messages.of(KEY + muteAgent.getId(), agents.size()));
        muteAgent.setSelected(!agents.isEmpty() && notifications.mutedAgents().containsAll(agents));
    }

    private static <T> void put(Set<T> set, Set<T> some, boolean in) {
        if (in) {
            set.addAll(some);
        } else {
            set.removeAll(some);
        }
    }

    /** Of those selected that an item does something with. */
    private Set<JobKey> keys(MenuItem item) {
        return selected.stream().filter(needs.get(item)).map(Job::key).collect(Collectors.toSet());
    }

    private Set<String> agents() {
        return selected.stream().filter(job -> job.view().status() != null && job.view().status().agentId() != null)
                .map(job -> PlainText.line(job.view().status().agentId())).collect(Collectors.toSet());
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(Messages.of(key, 1));
        item.setId(key.substring(key.lastIndexOf('.') + 1));
        item.setOnAction(_ -> action.run());
        return item;
    }

    /** With its keys, which the dashboard takes before the menu could. */
    private static MenuItem item(String key, Runnable action, String keys) {
        MenuItem item = item(key, action);
        item.setAccelerator(LocalKeys.of(keys));
        return item;
    }

    /** Puts the selected ids on the clipboard, one a line. */
    public void copyIds() {
        Clipboards.copy(Report.ids(selected));
    }

    /** Puts a command line for each selected job on the clipboard. */
    public void copyCurl() {
        Clipboards.copy(Report.curl(selected));
    }

    private void copyLinks() {
        Clipboards.copy(selected.stream().map(job -> new Link.OfJob(job.key()).text())
                .collect(Collectors.joining("\n")));
    }

    private void copyReport() {
        Clipboards.copy(Report.of(selected, Instant.now()));
    }

    private void copy(Function<List<Job>, String> export) {
        Clipboards.copy(export.apply(List.copyOf(selected)));
    }
}
