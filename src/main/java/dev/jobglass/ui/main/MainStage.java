package dev.jobglass.ui.main;

import dev.jobglass.desktop.StatusIcon;
import dev.jobglass.settings.DesktopSettings;
import dev.jobglass.settings.Settings;
import dev.jobglass.settings.WhenClosed;
import dev.jobglass.text.Messages;
import dev.jobglass.ui.common.Dialogs;
import dev.jobglass.ui.common.WrappedLabel;
import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/**
 * The main window's frame: opens where it was, comes to the front, and is closed by the user while the program goes on
 * watching, or ends. JavaFX thread only.
 */
public final class MainStage {
    private static final System.Logger LOG = System.getLogger(MainStage.class.getName());

    private final Stage stage;
    private final DesktopSettings settings;
    private final WindowLayout layout;
    private final StatusIcon icon;
    private final Runnable quit;
    private final BooleanBinding seen;
    private boolean opened;
    /** The window that asks what is to become of the program, or null. */
    private Window question;

    /**
     * Opens nothing yet.
     *
     * @param stage the window
     * @param settings what the user chose
     * @param icon in the panel, by which they come back
     * @param quit ends the program
     */
    public MainStage(Stage stage, Settings settings, StatusIcon icon, Runnable quit) {
        this.stage = stage;
        this.settings = settings.desktop();
        this.icon = icon;
        this.quit = quit;
        layout = new WindowLayout(stage, settings.look());
        seen = stage.showingProperty().and(stage.iconifiedProperty().not());
        stage.setOnCloseRequest(this::closeRequested);
    }

    Stage stage() {
        return stage;
    }

    /** {@return whether somebody may see it: it is neither closed nor minimised} */
    ObservableBooleanValue seen() {
        return seen;
    }

    /**
     * Opens where it was closed, or on a screen of which the number is given, from 1, when there is one;
     * {@code another} tells whether there may be another window, which it is not to hide.
     */
    void open(int screen, boolean another) {
        layout.restore(another);
        moveTo(screen);
        opened = true;
        stage.show();
        layout.remember();
    }

    void moveTo(int screen) {
        List<Screen> screens = Screen.getScreens();
        if (screen > 0 && screen <= screens.size()) {
            stage.setX(screens.get(screen - 1).getVisualBounds().getMinX());
            stage.setY(screens.get(screen - 1).getVisualBounds().getMinY());
        } else if (screen > 0) {
            LOG.log(System.Logger.Level.WARNING, "There is no screen {0}, only {1}", screen, screens.size());
        }
    }

    /** Opens in a given size in pixels, of which nothing is kept. */
    void open(int width, int height) {
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(width);
        stage.setHeight(height);
        opened = true;
        stage.show();
    }

    /** Brings it back, from wherever it is, to the front. */
    void raise() {
        if (opened) {
            stage.show();
        } else {
            open(0, false);
        }
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    void quit() {
        quit.run();
    }

    private void closeRequested(WindowEvent request) {
        request.consume();
        if (question != null && question.isShowing()) {
            question.requestFocus();
            return;
        }
        boolean told = settings.toldThatItWatchesProperty().get();
        switch (settings.whenClosedProperty().get()) {
            case KEEP_WATCHING -> stage.hide();
            case QUIT -> quit();
            case ASK -> {
                if (icon.shown() && told) {
                    stage.hide();
                } else {
                    ask(icon.shown());
                }
            }
        }
    }

    /** Where there is an icon it is rather said than asked, once. */
    private void ask(boolean iconShown) {
        ButtonType watch = new ButtonType(Messages.of("main.close.watch"), ButtonData.OK_DONE);
        ButtonType end = new ButtonType(Messages.of("main.close.quit"), ButtonData.OTHER);
        Alert dialog = Dialogs.alert(stage, Dialogs.Glyph.QUESTION.sign(), Messages.of("main.close.title"),
                Messages.of("main.close.header"),
                new WrappedLabel(Messages.of(iconShown ? "main.close.icon" : "main.close.noIcon")), watch, end,
                Dialogs.cancel());
        dialog.resultProperty().subscribe(chosen -> {
            if (chosen == watch && iconShown) {
                settings.toldThatItWatchesProperty().set(true);
                stage.hide();
            } else if (chosen == watch) {
                settings.whenClosedProperty().set(WhenClosed.KEEP_WATCHING);
                stage.hide();
            } else if (chosen == end) {
                settings.whenClosedProperty().set(WhenClosed.QUIT);
                quit();
            }
        });
        dialog.show();
        question = dialog.getDialogPane().getScene().getWindow();
    }
}
