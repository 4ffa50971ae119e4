package dev.jobglass.ui.common;

import dev.jobglass.text.Messages;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.Modality;
import javafx.stage.Window;

/** Dialogs in one style, with glyphs of our own. JavaFX thread only. */
public final class Dialogs {
    /** As many rows as a list shows without a scroll bar. */
    private static final int MOST_ROWS = 10;

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
     * @param glyph what it is about
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
        header(alert, header, Messages.of("common.glyph." + glyph));
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
        dialog.setHeaderText(text); // what a screen reader reads
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

    private static final class Line extends ListCell<String> {
        Line() {
            Texts.tooltipWhenCut(this);
        }

        @Override
        protected void updateItem(String line, boolean empty) {
            super.updateItem(line, empty);
            setText(empty ? null : line);
        }
    }
}
