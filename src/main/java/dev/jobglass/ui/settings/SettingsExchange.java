package dev.jobglass.ui.settings;

import dev.jobglass.settings.Settings;
import dev.jobglass.settings.SharedSettings;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.ui.common.Background;
import dev.jobglass.ui.common.Dialogs;
import dev.jobglass.ui.common.Dialogs.Glyph;
import dev.jobglass.ui.common.PlatformServices;
import dev.jobglass.ui.common.WrappedLabel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;

/** Writes views and settings to a file for others, and takes over such a file. JavaFX thread only. */
public final class SettingsExchange {
    private static final String FILE_NAME = "jobglass-settings.json";
    /** No file of settings is larger. */
    private static final long MOST_BYTES = 16L * 1024 * 1024;

    private final SharedSettings shared;
    private final PlatformServices platform;
    private final Background background;
    private final Window owner;

    /**
     * Does nothing yet.
     *
     * @param settings what to share
     * @param platform asks for files
     * @param background reads and writes them
     * @param owner the window asked in front of
     */
    public SettingsExchange(Settings settings, PlatformServices platform, Background background, Window owner) {
        this.shared = new SharedSettings(settings);
        this.platform = platform;
        this.background = background;
        this.owner = owner;
    }

    /** Asks where to, and writes. */
    public void write() {
        String text = shared.written();
        platform.saveAs(owner, Messages.of("settings.export.title"), FILE_NAME)
                .ifPresent(file -> background.begin(() -> Files.writeString(file, text),
                        _ -> say(null, Messages.of("settings.export.done"), file.toString()),
                        why -> say(Glyph.WARNING.sign(), Messages.of("settings.export.failed"), why.toString())));
    }

    /** Asks which file, and takes over what it says. */
    public void read() {
        platform.open(owner, Messages.of("settings.import.title"))
                .ifPresent(file -> background.begin(() -> text(file), this::ask, _ -> sayThatItIsNone(file)));
    }

    private static String text(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
            throw new IOException("not a file of settings");
        }
        String text = Files.readString(file);
        SharedSettings.check(text); // before anything is asked
        return text;
    }

    private void sayThatItIsNone(Path file) {
        say(Glyph.WARNING.sign(), Messages.of("settings.import.failed"), file.toString());
    }

    /** Of a colleague's file not everybody wants the colours too. */
    private void ask(String text) {
        ButtonType some = new ButtonType(Messages.of("settings.import.some"), ButtonData.OK_DONE);
        ButtonType all = new ButtonType(Messages.of("settings.import.all"), ButtonData.OTHER);
        Alert question = Dialogs.alert(owner, Glyph.QUESTION.sign(), Messages.of("settings.exchange"),
                Messages.of("settings.import.which"), new WrappedLabel(Messages.of("settings.import.which.text")), some,
                all, Dialogs.cancel());
        question.getDialogPane().lookupButton(some).setId("importSome");
        question.getDialogPane().lookupButton(all).setId("importAll");
        question.setOnHidden(_ -> {
            if (question.getResult() == some || question.getResult() == all) {
                take(text, question.getResult() == all);
            }
        });
        question.show();
    }

    private void take(String text, boolean all) {
        try {
            SharedSettings.Taken taken = shared.take(text, all);
            taken(taken);
        } catch (IOException _) {
            say(Glyph.WARNING.sign(), Messages.of("settings.import.failed"), "");
        }
    }

    private void taken(SharedSettings.Taken taken) {
        List<String> lines = new ArrayList<>();
        lines.add(Messages.of("settings.import.views", taken.views().size(), Messages.list(taken.views())));
        lines.add(Messages.of("settings.import.servers", taken.servers().size(), Messages.list(taken.servers())));
        if (taken.rules() > 0) {
            lines.add(Messages.of("settings.import.rules", taken.rules()));
        }
        if (!taken.bad().isEmpty()) {
            lines.add(Messages.of("settings.import.bad", String.join(", ", taken.bad())));
        }
        say(null, Messages.of("settings.import.done"), String.join("\n", lines));
    }

    private void say(Node sign, String header, String text) {
        Dialogs.alert(owner, sign, Messages.of("settings.exchange"), header, Dialogs.text(PlainText.lines(text)))
                .show();
    }
}
