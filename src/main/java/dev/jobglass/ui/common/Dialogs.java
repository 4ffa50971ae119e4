package dev.jobglass.ui.common;

import dev.jobglass.text.Messages;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Dialogs in one style, with glyphs of our own. JavaFX thread only. */
public final class Dialogs {
    /** As many rows as a list shows without a scroll bar. */
    private static final int MOST_ROWS = 10;
    /** In pixels: about as much as desktops put around a window. */
    private static final double TITLE_BAR = 32;

    private Dialogs() {
    }

    /** What a dialog is about, seen at a glance. */
    public enum Glyph {
        /** It asks. */
        QUESTION,
        /** It says that something is wrong. */
        WARNING
    }

    /**
     * {@return a dialog that says or asks something, not shown yet} It keeps nothing else from being used, unless it is
     * waited for.
     *
     * @param owner it stays in front of
     * @param glyph what it is about, or null
     * @param title of the window
     * @param header in a few words
     * @param content the rest, or null
     * @param buttons from the first to the last; with none there is one that closes it
     */
    public static Alert alert(Window owner, Glyph glyph, String title, String header, Node content,
            ButtonType... buttons) {
        Alert alert = new Alert(AlertType.NONE);
        alert.initOwner(owner);
        alert.initModality(Modality.NONE);
        alert.setTitle(title);
        alert.getButtonTypes().setAll(buttons.length == 0 ? List.of(close()) : List.of(buttons));
        header(alert, header, glyph == null ? new String[0] : new String[]{Messages.of("common.glyph." + glyph)});
        alert.getDialogPane().setContent(content);
        return alert;
    }

    /** {@return a button that only closes its dialog} */
    public static ButtonType close() {
        return new ButtonType(Messages.of("text.button.close"), ButtonData.CANCEL_CLOSE);
    }

    /**
     * Gives a dialog a header that wraps in every language.
     *
     * @param dialog not shown yet
     * @param text in a few words
     * @param glyph before it, or nothing
     */
    public static void header(Dialog<?> dialog, String text, String... glyph) {
        WrappedLabel words = new WrappedLabel(text);
        words.getStyleClass().add("dialog-header-text");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox header = new HBox();
        header.getStyleClass().add("dialog-header");
        for (String one : glyph) {
            Label sign = new Label(one);
            sign.getStyleClass().add("dialog-glyph");
            header.getChildren().add(sign);
        }
        header.getChildren().add(words);
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
        list.setCellFactory(_ -> new Line());
        list.fixedCellSizeProperty().subscribe(size -> list.setPrefHeight(
                Math.min(lines.size(), MOST_ROWS) * size.doubleValue() + 2));
        return list;
    }

    /**
     * {@return a text, wrapped, of which one can scroll to what there is not room for}
     *
     * @param text any
     */
    public static ScrollPane text(String text) {
        ScrollPane scroll = new ScrollPane(new WrappedLabel(text));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("dialog-text");
        return scroll;
    }

    /**
     * Opens a window over its owner: centred on it, and for the first time as large as its contents want but no larger
     * than a part of its owner; then as a user left it.
     *
     * @param stage with an owner
     * @param most the greatest part of the owner's width and height, 0 to 1
     */
    public static void open(Stage stage, double most) {
        if (!stage.isShowing()) {
            Window owner = stage.getOwner();
            if (Double.isNaN(stage.getWidth())) {
                Parent root = stage.getScene().getRoot();
                root.applyCss();
                stage.setWidth(Math.min(root.prefWidth(-1), owner.getWidth() * most));
                stage.setHeight(Math.min(root.prefHeight(-1) + TITLE_BAR, owner.getHeight() * most));
            }
            stage.setX(owner.getX() + Math.max(0, (owner.getWidth() - stage.getWidth()) / 2));
            stage.setY(owner.getY() + Math.max(0, (owner.getHeight() - stage.getHeight()) / 2));
            stage.show();
        }
        stage.toFront();
    }

    private static final class Line extends ListCell<String> {
        Line() {
            setPrefWidth(0); // as wide as the list, however long the text
            Texts.tooltipWhenCut(this);
        }

        @Override
        protected void updateItem(String line, boolean empty) {
            super.updateItem(line, empty);
            setText(empty ? null : line);
        }
    }
}
