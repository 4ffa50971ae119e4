package dev.jobglass.ui.failures;

import dev.jobglass.ui.common.Texts;
import dev.jobglass.ui.common.WrappedLabel;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;

/**
 * The server's error text. A short one is one text area; a long one is cut into pieces in a virtual list, since laying
 * out hundreds of kilobytes as one text would freeze the window.
 */
final class ErrorBox {
    private static final int SHORT = 10_000;
    private static final int PIECE = 400;
    /** The height of a line, in letters. */
    private static final double LINE = 1.4;
    private static final int MOST_ROWS = 10;

    private ErrorBox() {
    }

    static Node of(String text) {
        return text.length() <= SHORT && !Texts.rightToLeft(text) ? shortOne(text) : longOne(text);
    }

    /** A text area, so that parts can be selected. */
    private static Node shortOne(String text) {
        TextArea area = new TextArea(text.strip());
        area.setWrapText(true);
        area.setId("error");
        area.setEditable(false);
        area.getStyleClass().addAll("mono", "error-box");
        Texts.heightAsNeeded(area, area.fontProperty().map(font -> MOST_ROWS * LINE * font.getSize()));
        return area;
    }

    private static Node longOne(String text) {
        ListView<String> list = new ListView<>();
        list.setId("error");
        list.getStyleClass().addAll("mono", "error-box", "error-list");
        list.getItems().setAll(pieces(text));
        list.setCellFactory(_ -> new Piece(list));
        return list;
    }

    /** {@return the lines, long ones cut, at a blank where there is one} */
    static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            int start = 0;
            while (line.length() - start > PIECE) {
                int blank = line.lastIndexOf(' ', start + PIECE);
                int end = blank > start ? blank + 1 : start + PIECE;
                // Never between the halves of one character.
                end -= Character.isHighSurrogate(line.charAt(end - 1)) ? 1 : 0;
                pieces.add(line.substring(start, end));
                start = end;
            }
            pieces.add(line.substring(start));
        }
        return pieces;
    }

    /** A piece that wraps at the list's width. As a label of its own: a cell's own text would not make it taller. */
    private static final class Piece extends ListCell<String> {
        private static final double SCROLL_BAR_AND_EDGES = 44;
        private final WrappedLabel text = new WrappedLabel();

        Piece(ListView<String> list) {
            text.getStyleClass().add("error-piece");
            text.prefWidthProperty().bind(list.widthProperty().subtract(SCROLL_BAR_AND_EDGES));
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }

        @Override
        protected void updateItem(String piece, boolean empty) {
            super.updateItem(piece, empty);
            text.setText(piece);
            setGraphic(empty ? null : text);
        }
    }
}
