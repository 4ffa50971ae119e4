package dev.jobglass.dashboard;

import dev.jobglass.board.Job;
import dev.jobglass.board.JobView;
import dev.jobglass.board.Watching;
import dev.jobglass.board.text.JobExport;
import dev.jobglass.board.text.Report;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/** The menu of the selected rows. */
final class RowMenu {
    private final List<Job> selected;
    private final Watching watching;

    RowMenu(TableView<?> table, List<Job> selected, DashboardActions actions, Watching watching, Runnable showFailure,
            Runnable remove) {
        this.selected = selected;
        this.watching = watching;
        table.setContextMenu(new ContextMenu(
                item("menu.askNow", () -> watching.askNow(List.copyOf(selected))),
                item("menu.showFailure", showFailure),
                item("menu.browse", () -> selected.stream().findFirst().ifPresent(actions::browse)),
                new SeparatorMenuItem(), item("menu.cancel", () -> actions.cancel(List.copyOf(selected))),
                item("menu.delete", () -> actions.delete(List.copyOf(selected))), item("menu.remove", remove),
                new SeparatorMenuItem(), item("menu.copyIds", this::copyIds),
                item("menu.copyCurl", this::copyCurl), item("menu.copyReport", this::copyReport),
                item("menu.copyText", () -> copy(JobExport::text)), item("menu.copyCsv", () -> copy(JobExport::csv)),
                item("menu.copyJson", () -> copy(JobExport::json))));
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(Texts.of(key));
        item.setId(key.substring(key.indexOf('.') + 1));
        item.setOnAction(_ -> action.run());
        return item;
    }

    /** Puts the selected ids on the clipboard, one a line. */
    void copyIds() {
        put(selected.stream().map(Job::id).collect(Collectors.joining("\n")));
    }

    /** Puts a command line for each selected job on the clipboard. */
    void copyCurl() {
        put(Report.curl(selected, watching.server()));
    }

    private void copyReport() {
        put(Report.of(selected, watching.server().toString(), Instant.now()));
    }

    private void copy(Function<List<JobView>, String> export) {
        put(export.apply(selected.stream().map(Job::view).toList()));
    }

    private static void put(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }
}
