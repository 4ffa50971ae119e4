package dev.jobglass.app;

import dev.jobglass.desktop.MessageBus;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.ui.common.Dialogs;
import dev.jobglass.ui.main.DeferredDialogs;
import dev.jobglass.ui.watchscreen.Notice;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javafx.application.Platform;
import javafx.stage.Window;
import org.controlsfx.dialog.ExceptionDialog;

/** Exceptions nobody caught: each goes to the log, and each kind to one dialog, so that a storm of them is one. */
final class UncaughtErrors implements Thread.UncaughtExceptionHandler {
    private static final System.Logger LOG = System.getLogger(UncaughtErrors.class.getName());

    private final DeferredDialogs notices;
    private final Window owner;
    private final Path logFolder;
    private final Set<String> shown = new HashSet<>();

    UncaughtErrors(Window owner, Path logFolder, DeferredDialogs notices) {
        this.notices = notices;
        this.owner = owner;
        this.logFolder = logFolder;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable error) {
        if (MessageBus.closedMeanwhile(error)) {
            return; // the desktop has ended, or we have
        }
        LOG.log(System.Logger.Level.ERROR, "In thread " + thread.getName(), error);
        Platform.runLater(() -> show(error));
    }

    private void show(Throwable error) {
        StackTraceElement[] trace = error.getStackTrace();
        // One that comes often comes without a trace after a while, for that costs the JVM less.
        String kind = error.getClass().getName() + " " + (trace.length == 0 ? "" : trace[0]);
        if (shown.stream().anyMatch(other -> other.startsWith(kind))) {
            return;
        }
        shown.add(kind);
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String header = Messages.of("app.error.header", logFolder.resolve("jobglass.0.log"),
                PlainText.line(root.toString()));
        notices.say(new Notice(Messages.of("app.error.title"), header), () -> showDialog(error, header));
    }

    private void showDialog(Throwable error, String header) {
        ExceptionDialog dialog = new ExceptionDialog(error);
        dialog.initOwner(owner);
        dialog.setTitle(Messages.of("app.error.title"));
        Dialogs.header(dialog, Dialogs.Glyph.WARNING.sign(), header);
        dialog.show();
    }
}
