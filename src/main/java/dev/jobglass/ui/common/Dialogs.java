package dev.jobglass.ui.common;

import dev.jobglass.text.Messages;
import java.util.List;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.event.Event;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Modality;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Dialogs in one style, with glyphs of our own. JavaFX thread only. */
public final class Dialogs {
    /** As many rows as a list shows without a scroll bar. */
    private static final int MOST_ROWS = 10;
    private static final KeyCombination ENTER = KeyCombination.valueOf("Shortcut+Enter");

    private Dialogs() {
    }

    /** What a dialog is about, seen at a glance. */
    public enum Glyph {
        /** It asks. */
        QUESTION,
        /** It says that something is wrong. */
        WARNING;

        /** {@return what shows it} */
        public Node sign() {
            Label sign = new Label(Messages.of("common.glyph." + this));
            sign.getStyleClass().add("dialog-glyph");
            return sign;
        }
    }

    /**
     * {@return a dialog that says or asks something, not shown yet} It keeps nothing else from being used, unless it is
     * waited for.
     *
     * @param owner it stays in front of
     * @param sign before the header, such as that of a glyph, or null
     * @param title of the window
     * @param header in a few words
     * @param content the rest, or null
     * @param buttons from the first to the last; with none there is one that closes it
     */
    public static Alert alert(Window owner, Node sign, String title, String header, Node content,
            ButtonType... buttons) {
        Alert alert = new Alert(AlertType.NONE);
        alert.initOwner(owner);
        alert.initModality(Modality.NONE);
        alert.setTitle(title);
        alert.getButtonTypes().setAll(buttons.length == 0 ? List.of(close()) : List.of(buttons));
        header(alert, sign, header);
        alert.getDialogPane().setContent(content);
        if (buttons.length > 2) {
            asWideAsTheirWords(alert);
        }
        fit(alert);
        return alert;
    }

    /** {@return whether one is open, of any window: none that opens by itself is to cover it or to lie behind it} */
    public static boolean anyShown() {
        return Window.getWindows().stream().anyMatch(window -> window.getScene().getRoot() instanceof DialogPane);
    }

    /**
     * Has each button as wide as its words: all as wide as the widest, many would not have room for them.
     *
     * @param dialog with its buttons
     */
    public static void asWideAsTheirWords(Dialog<?> dialog) {
        dialog.getDialogPane().getButtonTypes().forEach(type -> {
            Node button = dialog.getDialogPane().lookupButton(type);
            ButtonBar.setButtonUniformSize(button, false);
            ((Region) button).setMinWidth(Region.USE_PREF_SIZE);
        });
    }

    /**
     * Has a dialog open in the middle of the window it belongs to, no wider and no higher than that, and sized anew when
     * text gets another size; what it has in it is to scroll then.
     *
     * @param dialog not shown yet
     */
    public static void fit(Dialog<?> dialog) {
        DialogPane pane = dialog.getDialogPane();
        // On Linux one that is not may keep the size it had for a moment before its style sheets (JDK-8193502).
        dialog.setResizable(true);
        dialog.setOnShowing(_ -> {
            limit(dialog);
            centre(dialog);
        });
        // Lists take the key for themselves, to end an editing that there is not.
        pane.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && event.getTarget() instanceof ListView<?>) {
                pane.getButtonTypes().stream().filter(type -> type.getButtonData().isCancelButton()).findFirst()
                        .ifPresent(type -> ((Button) pane.lookupButton(type)).fire());
                event.consume();
            }
        });
        pane.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (TextSizeKeys.mean(event)) {
                Scene owner = dialog.getOwner().getScene(); // which knows what they do
                Event.fireEvent(Objects.requireNonNullElse(owner.getFocusOwner(), owner.getRoot()), event);
                event.consume();
            }
        });
        // JavaFX has a dialog wear what its owner wears, and between two themes for a moment nothing.
        pane.getScene().getStylesheets().addListener((ListChangeListener<String>) change -> {
            if (!change.getList().isEmpty()) {
                // JavaFX has made them equally wide, for the letters of before.
                pane.getButtonTypes().forEach(type -> ((Region) pane.lookupButton(type))
                        .setPrefWidth(Region.USE_COMPUTED_SIZE));
                fitAgain(dialog);
            }
        });
    }

    /**
     * Gives a dialog the size that what it has in it wants now, and has it on the screen; does nothing while it is not
     * shown.
     *
     * @param dialog that was made to {@link #fit}
     */
    public static void fitAgain(Dialog<?> dialog) {
        if (dialog.isShowing()) {
            limit(dialog);
            Window window = dialog.getDialogPane().getScene().getWindow();
            window.sizeToScene();
            Rectangle2D screen = Screen.getScreensForRectangle(window.getX(), window.getY(), 1, 1).stream().findFirst()
                    .orElse(Screen.getPrimary()).getVisualBounds();
            double below = window.getY() + window.getHeight() - screen.getMaxY();
            if (below > 0) {
                dialog.setY(Math.max(screen.getMinY(), window.getY() - below));
            }
        }
    }

    /**
     * Makes a dialog as high as what it has in it wants now, if it is not so high already.
     *
     * @param dialog that was made to {@link #fit}
     */
    public static void growToFit(Dialog<?> dialog) {
        DialogPane pane = dialog.getDialogPane();
        double before = pane.getPrefHeight();
        pane.setPrefHeight(Region.USE_COMPUTED_SIZE);
        pane.applyCss();
        if (pane.prefHeight(pane.getWidth()) > pane.getHeight()) {
            fitAgain(dialog);
        } else {
            pane.setPrefHeight(before);
        }
    }

    private static void limit(Dialog<?> dialog) {
        DialogPane pane = dialog.getDialogPane();
        pane.setPrefHeight(Region.USE_COMPUTED_SIZE);
        // As a style, for the theme's limit, the same for texts of any size, overrules what is set in another way.
        pane.setStyle("-fx-max-width: " + dialog.getOwner().getWidth() + "px");
        pane.applyCss();
        double most = dialog.getOwner().getHeight() - OwnedStage.TITLE_BAR;
        // JavaFX itself would take texts that wrap for texts of one line.
        pane.setPrefHeight(Math.min(most, pane.prefHeight(width(pane))));
    }

    /** JavaFX would not heed the least width of what it has in it, and the greatest only once it is shown. */
    private static double width(DialogPane pane) {
        return Math.max(pane.minWidth(-1), Math.min(pane.prefWidth(-1), pane.maxWidth(-1)));
    }

    private static void centre(Dialog<?> dialog) {
        Window owner = dialog.getOwner();
        DialogPane pane = dialog.getDialogPane();
        double width = width(pane);
        double height = pane.prefHeight(width) + OwnedStage.TITLE_BAR;
        dialog.setX(owner.getX() + (owner.getWidth() - width) / 2);
        dialog.setY(owner.getY() + Math.max(0, (owner.getHeight() - height) / 2));
    }

    /**
     * {@return a dialog in which a user makes something, which is taken or given up; not shown yet} It keeps nothing
     * else from being used but, above another than the main window, that one: it may be of what is selected there.
     *
     * @param owner it stays in front of
     * @param title of the window
     * @param header in a few words
     * @param content where the user makes it
     * @param take the button that has it taken
     * @param taken is run when it was pressed
     */
    public static Alert making(Window owner, String title, String header, Node content, ButtonType take,
            Runnable taken) {
        Alert alert = alert(owner, null, title, header, content, take, cancel());
        if (owner instanceof Stage stage && stage.getOwner() != null) {
            alert.initModality(Modality.WINDOW_MODAL);
        }
        takeByEnter(alert, take);
        alert.setOnHidden(_ -> {
            if (alert.getResult() == take) {
                taken.run();
            }
        });
        return alert;
    }

    /**
     * Has Enter with the shortcut's key press a button from everywhere in a dialog, for Enter alone begins a line.
     *
     * @param dialog with areas of text
     * @param take the button
     */
    public static void takeByEnter(Dialog<?> dialog, ButtonType take) {
        dialog.getDialogPane().addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (ENTER.match(event)) {
                ((Button) dialog.getDialogPane().lookupButton(take)).fire();
                event.consume();
            }
        });
    }

    /** {@return a button that gives up what its dialog is about} */
    public static ButtonType cancel() {
        return new ButtonType(Messages.of("text.button.cancel"), ButtonData.CANCEL_CLOSE);
    }

    /** {@return a button that only closes its dialog} */
    public static ButtonType close() {
        return new ButtonType(Messages.of("text.button.close"), ButtonData.CANCEL_CLOSE);
    }

    /**
     * Gives a dialog a header that wraps in every language.
     *
     * @param dialog not shown yet
     * @param sign before it, or null
     * @param text in a few words
     */
    public static void header(Dialog<?> dialog, Node sign, String text) {
        WrappedLabel words = new WrappedLabel(text);
        words.getStyleClass().add("dialog-header-text");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox header = sign == null ? new HBox(words) : new HBox(sign, words);
        header.getStyleClass().add("dialog-header");
        dialog.getDialogPane().setAccessibleText(text);
        dialog.getDialogPane().setHeader(header);
    }

    /**
     * {@return lines, each of them whole or with its whole in a tooltip, as many at once as there is room for}
     *
     * @param lines what they say
     */
    public static ListView<String> lines(List<String> lines) {
        ListView<String> list = new ListView<>();
        list.getItems().setAll(lines);
        list.getStyleClass().add("dialog-lines");
        list.setCellFactory(_ -> new LineCell<>(line -> line));
        // With its insets, for as the content of a dialog it has the padding of one.
        list.prefHeightProperty().bind(Bindings.createDoubleBinding(
                () -> Math.min(lines.size(), MOST_ROWS) * list.getFixedCellSize() + list.getInsets().getTop()
                        + list.getInsets().getBottom(),
                list.fixedCellSizeProperty(), list.insetsProperty()));
        return list;
    }

    /**
     * {@return a text, wrapped, of which one can scroll to what there is not room for}
     *
     * @param text any
     */
    public static ScrollPane text(String text) {
        WrappedLabel words = new WrappedLabel(text);
        // With the distance to its edges: by that of the pane JavaFX would think it wider than it is, and cut it.
        words.getStyleClass().add("dialog-text-words");
        ScrollPane scroll = Scrolling.down(words, "dialog-text");
        scroll.setFocusTraversable(false);
        return scroll;
    }
}
