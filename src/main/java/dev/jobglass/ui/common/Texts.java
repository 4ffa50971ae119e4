package dev.jobglass.ui.common;

import dev.jobglass.text.PlainText;
import java.text.Bidi;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Texts where there may not be room for them. JavaFX thread only. */
public final class Texts {
    private static final int TOOLTIP_LETTERS = 30;
    private static final int SPARE_LETTERS = 4;
    /** By the size of text. */
    private static final double WIDEST_LETTER = 1.2;
    /** Marks that stand on letters, as most letters of India and Thailand have them, parts of Korean ones, a joiner. */
    private static final Pattern DRAWN_TOGETHER = Pattern.compile("[\\p{M}\\u1100-\\u11FF\\u200D]");
    /** Its indentation, and the mark or number that a line of a list begins with; a deeper one leaves no room. */
    private static final Pattern MARGIN = Pattern.compile("[ \\t]{0,24}+(?:(?:[-*+•]|\\d{1,3}[.)]) )?");
    private static final PseudoClass RIGHT_TO_LEFT = PseudoClass.getPseudoClass("right-to-left");
    private static final PseudoClass FROM_LEFT = PseudoClass.getPseudoClass("from-left");
    private static final PseudoClass FROM_RIGHT = PseudoClass.getPseudoClass("from-right");
    private static final Set<Integer> STRONG = Set.of((int) Character.DIRECTIONALITY_LEFT_TO_RIGHT,
            (int) Character.DIRECTIONALITY_RIGHT_TO_LEFT, (int) Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);

    private Texts() {
    }

    /**
     * Has a text show the whole of itself in a tooltip while it is cut.
     *
     * @param labeled which has no other tooltip
     */
    public static void tooltipWhenCut(Labeled labeled) {
        labeled.textTruncatedProperty().addListener(new ChangeListener<>() {
            private Tooltip whole; // made once, for it follows the text from then on

            @Override
            public void changed(ObservableValue<? extends Boolean> truncated, Boolean before, Boolean cut) {
                if (cut && whole == null) {
                    whole = tooltip(labeled.textProperty());
                }
                labeled.setTooltip(cut ? whole : null);
            }
        });
    }

    /**
     * Has labels show texts of any language as these are written, whatever the window's language: in their own
     * direction, and in one typeface.
     *
     * @param labels of texts that come from elsewhere
     */
    public static void asWritten(Labeled... labels) {
        for (Labeled label : labels) {
            label.textProperty().subscribe(text -> {
                NodeOrientation direction = direction(text);
                label.setNodeOrientation(direction);
                // For style sheets: what they say of directions is not looked at anew when a node changes its own.
                label.pseudoClassStateChanged(FROM_LEFT, direction == NodeOrientation.LEFT_TO_RIGHT);
                label.pseudoClassStateChanged(FROM_RIGHT, direction == NodeOrientation.RIGHT_TO_LEFT);
            });
        }
        inOneTypeface(labels);
    }

    /**
     * Has labels show texts with letters from right to left in one typeface, since JavaFX mixes up the order of words
     * where it changes.
     *
     * @param labels of texts that are partly ours, and so keep the window's direction
     */
    public static void inOneTypeface(Labeled... labels) {
        for (Labeled label : labels) {
            label.textProperty().subscribe(text -> label.pseudoClassStateChanged(RIGHT_TO_LEFT,
                    text != null && rightToLeft(text)));
        }
    }

    /** Has an item of a menu do so, whose text stays. */
    public static void inOneTypeface(MenuItem item) {
        if (rightToLeft(item.getText())) {
            item.getStyleClass().add(OneTypeface.IN_MENU);
        }
    }

    /**
     * {@return the direction of a text, as its first letter has it; that of its place if it has none}
     *
     * @param text any, or null
     */
    public static NodeOrientation direction(String text) {
        IntStream letters = text == null ? IntStream.empty() : text.codePoints();
        return letters.map(Character::getDirectionality).filter(STRONG::contains).mapToObj(
                first -> first == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                        ? NodeOrientation.LEFT_TO_RIGHT
                        : NodeOrientation.RIGHT_TO_LEFT)
                .findFirst().orElse(NodeOrientation.INHERIT);
    }

    /**
     * Has fields show what is written in them in its own direction: an address would have its slashes at the wrong end.
     *
     * @param fields for as long as they live
     */
    public static void inOwnDirection(TextInputControl... fields) {
        for (TextInputControl field : fields) {
            field.textProperty().subscribe(text -> field.setNodeOrientation(direction(text)));
        }
        inOneTypeface(fields);
    }

    /** Has fields do so with what is written in them. */
    public static void inOneTypeface(TextInputControl... fields) {
        for (TextInputControl field : fields) {
            field.textProperty().subscribe(text -> field.pseudoClassStateChanged(RIGHT_TO_LEFT,
                    text != null && rightToLeft(text)));
        }
    }

    /** {@return whether a text has letters from right to left in it; any thread} */
    public static boolean rightToLeft(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length());
    }

    /**
     * {@return whether JavaFX must not wrap a text, since it has letters from right to left or such as are drawn
     * together} See {@link WrappedLabel}; an area measures its text as wrapped even when it is not to wrap it.
     *
     * @param text any
     */
    public static boolean unwrappable(String text) {
        return rightToLeft(text) || DRAWN_TOGETHER.matcher(text).find();
    }

    /**
     * Has an area that one can write in wrap its text, but for such that JavaFX must not wrap: of that the lines go on
     * beyond its edge. They are given room, for JavaFX measures them as wrapped all the same.
     *
     * @param area for as long as it lives
     */
    public static void wrap(TextArea area) {
        Runnable fit = () -> {
            boolean safe = !unwrappable(area.getText());
            area.setWrapText(safe);
            if (area.lookup(".content") instanceof Region content) { // there once the area has its skin
                int longest = area.getText().lines().mapToInt(String::length).max().orElse(0);
                content.setMinWidth(safe
                        ? Region.USE_COMPUTED_SIZE
                        : (longest + SPARE_LETTERS) * WIDEST_LETTER * area.getFont().getSize());
            }
        };
        area.textProperty().subscribe(_ -> fit.run());
        area.fontProperty().subscribe(_ -> fit.run());
        area.skinProperty().subscribe(_ -> fit.run());
        inOneTypeface(area);
    }

    /**
     * {@return what a line begins with that the lines into which it is broken stand beside, not below; maybe empty}
     *
     * @param line any
     */
    public static String margin(String line) {
        Matcher margin = MARGIN.matcher(line);
        return margin.lookingAt() ? margin.group() : "";
    }

    /**
     * Shows the end of an area's text when what tells most of it stands there, as in a traceback.
     *
     * @param area of which nothing has been scrolled yet
     * @param error what it shows
     */
    public static void showGist(TextArea area, String error) {
        if (!area.getText().startsWith(PlainText.gist(error))) {
            area.positionCaret(area.getLength());
        }
    }

    /**
     * {@return whether something is so high}
     *
     * @param height its, in pixels
     * @param letters the least height, in letters of a text
     * @param text which
     */
    public static BooleanBinding atLeast(ObservableDoubleValue height, double letters, Labeled text) {
        return Bindings.createBooleanBinding(() -> height.get() >= letters * text.getFont().getSize(), height,
                text.fontProperty());
    }

    /**
     * {@return a tooltip of many lines, if need be}
     *
     * @param text what it says
     */
    public static Tooltip tooltip(ObservableValue<String> text) {
        WrappedLabel label = new WrappedLabel();
        label.setMaxWidth(TOOLTIP_LETTERS * label.getFont().getSize());
        text.subscribe(label::setText);
        Tooltip tooltip = new Tooltip();
        tooltip.setGraphic(label);
        return tooltip;
    }

    /** {@return a tooltip of many lines, if need be, that says the same all the time} */
    public static Tooltip tooltip(String text) {
        return tooltip(new SimpleStringProperty(text));
    }

    /**
     * Has the tab key lead out of an area, as it does of fields: the keyboard must get out again.
     *
     * @param area whose texts have none in them
     */
    public static void leaveByTab(TextArea area) {
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB) {
                area.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                event.consume();
            }
        });
    }

    /** Has Escape clear a field in which words are looked for before it does anything else. */
    public static void clearByEscape(TextField field) {
        field.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
                field.clear();
                event.consume();
            }
        });
    }

    /**
     * {@return whether there is room for a text in one line}
     *
     * @param text any
     * @param font it stands in
     * @param room in pixels
     */
    public static boolean fits(String text, Font font, double room) {
        Text measured = new Text(text);
        measured.setFont(font);
        return measured.getLayoutBounds().getWidth() <= room;
    }

    /**
     * Has a field ask for what it wants in as many words as it has room for.
     *
     * @param field the one
     * @param full what it asks for
     * @param few the same in a word or two
     */
    public static void prompt(TextField field, String full, String few) {
        Runnable choose = () -> {
            double room = field.getWidth() - field.getInsets().getLeft() - field.getInsets().getRight();
            field.setPromptText(fits(full, field.getFont(), room) ? full : few);
        };
        field.widthProperty().subscribe(choose);
        field.insetsProperty().subscribe(choose);
        field.fontProperty().subscribe(choose);
    }
}
