package dev.jobglass.ui.common;

import java.text.BreakIterator;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;

/**
 * A label that wraps its text. On Linux JavaFX (since 23, and 26 still) throws while it lays out any text that is
 * written from right to left and has to be wrapped, and draws others with letters that are drawn together beyond their
 * edge; such a one is broken into lines here. Its text must not be bound. JavaFX thread only.
 */
public final class WrappedLabel extends Label {
    /** In letters, as long as it has no width. */
    private static final double USUAL_WIDTH = 30;

    private String whole = "";
    private boolean unwrappable;
    private boolean breaking;

    /** Makes an empty one. */
    public WrappedLabel() {
        this("");
    }

    /**
     * Makes one.
     *
     * @param text any
     */
    public WrappedLabel(String text) {
        setMinHeight(USE_PREF_SIZE);
        Texts.inOneTypeface(this);
        textProperty().addListener((_, _, now) -> {
            if (!breaking) {
                whole = now == null ? "" : now;
                unwrappable = Texts.unwrappable(whole);
                fit();
            }
        });
        widthProperty().addListener(_ -> fit());
        fontProperty().addListener(_ -> fit());
        setWrapText(true);
        setText(text);
    }

    private void fit() {
        setWrapText(!unwrappable);
        breaking = true;
        setText(unwrappable ? broken(getWidth()) : whole);
        breaking = false;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return unwrappable ? Math.ceil(measured(whole).getWidth()) + across() : super.computePrefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return unwrappable
                ? Math.ceil(measured(broken(width)).getHeight()) + getInsets().getTop() + getInsets().getBottom()
                : super.computePrefHeight(width);
    }

    private double across() {
        return getInsets().getLeft() + getInsets().getRight();
    }

    private Bounds measured(String text) {
        Text measured = new Text(text);
        measured.setFont(getFont());
        measured.setBoundsType(TextBoundsType.LOGICAL_VERTICAL_CENTER); // as in all labels
        measured.setLineSpacing(getLineSpacing());
        return measured.getLayoutBounds();
    }

    private String broken(double width) {
        // JavaFX cuts a line that is any wider than the whole pixels of its label.
        double room = width > 0 ? Math.floor(width - across()) : USUAL_WIDTH * getFont().getSize();
        StringBuilder lines = new StringBuilder();
        for (String line : whole.split("\n", -1)) {
            lines.append(lines.isEmpty() ? "" : "\n").append(broken(line, room));
        }
        return lines.toString();
    }

    private String broken(String line, double room) {
        if (measured(line).getWidth() <= room) {
            return line;
        }
        StringBuilder lines = new StringBuilder();
        BreakIterator places = BreakIterator.getLineInstance();
        places.setText(line);
        int start = 0;
        int end = 0;
        for (int next = places.next(); next != BreakIterator.DONE; next = places.next()) {
            if (end > start && measured(line.substring(start, next).stripTrailing()).getWidth() > room) {
                lines.append(line.substring(start, end).stripTrailing()).append('\n');
                start = end;
            }
            end = next;
            for (int fits = fitting(line, start, end, room); fits < end; fits = fitting(line, start, end, room)) {
                lines.append(line, start, fits).append('\n'); // a word longer than a line
                start = fits;
            }
        }
        return lines.append(line.substring(start).stripTrailing()).toString();
    }

    /** {@return the end of that part of a word which has room, at least one letter of it} */
    private int fitting(String line, int start, int end, double room) {
        double width = measured(line.substring(start, end).stripTrailing()).getWidth();
        if (width <= room) {
            return end;
        }
        int fits = start + (int) ((end - start) * room / width);
        while (fits > start + 1 && measured(line.substring(start, fits)).getWidth() > room) {
            fits--;
        }
        return Math.max(start + 1, fits - (Character.isHighSurrogate(line.charAt(Math.max(start, fits - 1))) ? 1 : 0));
    }
}
