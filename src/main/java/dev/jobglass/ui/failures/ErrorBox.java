package dev.jobglass.ui.failures;

import dev.jobglass.ui.common.CopiedRows;
import dev.jobglass.ui.common.FittingArea;
import dev.jobglass.ui.common.Scrolling;
import dev.jobglass.ui.common.Texts;
import dev.jobglass.ui.common.WrappedCell;
import dev.jobglass.ui.common.WrappedLabel;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;

/**
 * The server's error text. A short one is one text area; a long one is cut into pieces in a virtual list, since laying
 * out hundreds of kilobytes as one text would freeze the window.
 */
final class ErrorBox {
    private static final int SHORT = 10_000;
    /** In letters, as long as the list has no width. */
    private static final int USUAL_LINE = 100;
    private static final int RULER = 10;
    /** The height of a line, in letters. */
    private static final double LINE = 1.4;
    private static final int MOST_ROWS = 10;

    private ErrorBox() {
    }

    /** What is shown of a line in one row; {@code goesOn} tells whether there is more of it in the next. */
    record Piece(String text, boolean goesOn) {
        @Override
        public String toString() {
            return text;
        }
    }

    static Node of(String text) {
        Node box = text.length() > SHORT
                ? longOne(text)
                : Texts.unwrappable(text) ? unwrappable(text) : shortOne(text);
        box.setNodeOrientation(Texts.direction(text));
        return box;
    }

    /** Not an area: JavaFX throws when that wraps it. */
    private static Node unwrappable(String text) {
        WrappedLabel label = new WrappedLabel(text.strip());
        label.getStyleClass().add("error-piece");
        ScrollPane scroll = Scrolling.down(label, "error-text");
        scroll.setId("error");
        scroll.getStyleClass().addAll("mono", "error-box");
        return scroll;
    }

    /** A text area, so that parts can be selected. */
    private static Node shortOne(String text) {
        FittingArea area = new FittingArea();
        area.setText(text.strip());
        area.setId("error");
        area.getStyleClass().addAll("mono", "error-box");
        Texts.showGist(area, text);
        area.mostHeightProperty().bind(area.fontProperty().map(font -> MOST_ROWS * LINE * font.getSize()));
        return area;
    }

    /** A row of the list is a line as it is seen; one of wide letters wraps once more. */
    private static Node longOne(String text) {
        ListView<Piece> list = new ListView<>();
        list.setId("error");
        list.getStyleClass().addAll("mono", "error-box", "error-list");
        list.setCellFactory(_ -> new WrappedCell<>(list, Piece::text, _ -> "error-piece"));
        CopiedRows.of(list, Piece::text, Piece::goesOn);
        Label ruler = new Label("0".repeat(RULER));
        ruler.getStyleClass().addAll("mono", "error-piece");
        ruler.setVisible(false);
        Runnable fill = () -> {
            double letter = ruler.getWidth() / RULER;
            int most = letter > 0 ? Math.max(RULER, (int) (WrappedCell.room(list) / letter)) : USUAL_LINE;
            List<Piece> lines = lines(text, most);
            if (!lines.equals(list.getItems())) {
                list.getItems().setAll(lines);
            }
        };
        list.widthProperty().subscribe(fill);
        ruler.widthProperty().subscribe(fill);
        return new StackPane(ruler, list);
    }

    /** {@return the lines, broken where they are longer than so many letters, at a blank where there is one} */
    static List<Piece> lines(String text, int most) {
        List<Piece> pieces = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            int start = 0;
            while (line.length() - start > most) {
                int blank = line.lastIndexOf(' ', start + most - 1);
                int end = blank > start ? blank + 1 : start + most;
                // Never between the halves of one character.
                end -= Character.isHighSurrogate(line.charAt(end - 1)) ? 1 : 0;
                pieces.add(new Piece(line.substring(start, end), true));
                start = end;
            }
            pieces.add(new Piece(line.substring(start), false));
        }
        return pieces;
    }
}
