package dev.jobglass.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ObservableSet;

/** How the windows look. JavaFX thread only. */
public final class LookSettings extends SettingsGroup {
    /** In per cent. */
    public static final int SMALLEST_TEXT = 80;
    /** In per cent. */
    public static final int USUAL_TEXT = 100;
    /** In per cent. */
    public static final int LARGEST_TEXT = 200;

    /** In pixels: no screen is wider. */
    private static final double WIDEST_COLUMN = 10_000;

    private final ObjectProperty<Theme> theme = choice("theme", Theme.class, Theme.SYSTEM);
    private final ObjectProperty<Integer> textSize = number("textSize", USUAL_TEXT, SMALLEST_TEXT, LARGEST_TEXT);
    private final ObjectProperty<String> language = text("language", "", tag -> tag.matches("[A-Za-z0-9-]*"));
    private final ObjectProperty<WindowSettings> window = value("window", null, WindowSettings::read,
            WindowSettings::write, place -> place);
    private final ObjectProperty<MiniWindowSettings> miniWindow = value("miniWindow", null, MiniWindowSettings::read,
            MiniWindowSettings::write, place -> place);
    private final ObjectProperty<Map<String, Double>> columns = value("columns", Map.of(), LookSettings::widths,
            LookSettings::written, widths -> widths);
    private final ObjectProperty<Map<String, Double>> scrolledColumns = value("scrolledColumns", Map.of(),
            LookSettings::widths, LookSettings::written, widths -> widths);
    private final ObservableSet<String> hiddenColumns = texts("hiddenColumns");
    private final ObjectProperty<Double> detailsWidth = value("detailsWidth", 0.0,
            value -> value.isNumber() && Double.isFinite(value.doubleValue()) ? value.doubleValue() : null,
            DoubleNode::valueOf, width -> Math.max(0, width));
    private final ObjectProperty<Boolean> detailsShown = flag("detailsShown", true);
    private final ObjectProperty<Boolean> detailsOver = flag("detailsOver", false);
    private final RowSettings rows = new RowSettings();

    LookSettings() {
    }

    private static Map<String, Double> widths(JsonNode file) {
        if (!file.isObject()) {
            return null;
        }
        Map<String, Double> widths = new TreeMap<>();
        file.properties().forEach(column -> {
            double width = column.getValue().asDouble(-1);
            if (width > 0 && width <= WIDEST_COLUMN) {
                widths.put(column.getKey(), width);
            }
        });
        return widths;
    }

    private static JsonNode written(Map<String, Double> widths) {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        new TreeMap<>(widths).forEach(file::put);
        return file;
    }

    /** {@return the colours} */
    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /** {@return the size of text in per cent of the usual; what is set beyond 80 to 200 becomes the nearest} */
    public ObjectProperty<Integer> textSizeProperty() {
        return textSize;
    }

    /** {@return how large texts are, as a multiple of the usual size} */
    public double textScale() {
        return textSize.get() / (double) USUAL_TEXT;
    }

    /** {@return a language tag such as {@code de}, or empty for the computer's} */
    public ObjectProperty<String> languageProperty() {
        return language;
    }

    /** {@return where the main window was, or null} */
    public ObjectProperty<WindowSettings> windowProperty() {
        return window;
    }

    /** {@return where the mini window was, or null} */
    public ObjectProperty<MiniWindowSettings> miniWindowProperty() {
        return miniWindow;
    }

    /** {@return widths that the user gave the table's columns, by their id, in pixels at the usual size of text} */
    public ObjectProperty<Map<String, Double>> columnsProperty() {
        return columns;
    }

    /** {@return the same for a window that is too narrow for all columns, so that the table scrolls sideways} */
    public ObjectProperty<Map<String, Double>> scrolledColumnsProperty() {
        return scrolledColumns;
    }

    /** {@return ids of columns that are not shown} */
    public ObservableSet<String> hiddenColumns() {
        return hiddenColumns;
    }

    /** {@return the width of the details beside the table, in pixels, or 0 for the usual} */
    public ObjectProperty<Double> detailsWidthProperty() {
        return detailsWidth;
    }

    /** {@return whether the details stand beside the table when there is room for both} */
    public ObjectProperty<Boolean> detailsShownProperty() {
        return detailsShown;
    }

    /** {@return whether the details lie over the table where there is not room for both} */
    public ObjectProperty<Boolean> detailsOverProperty() {
        return detailsOver;
    }

    /** {@return how the table shows its rows, and which} */
    public RowSettings rows() {
        return rows;
    }

    @Override
    void read(JsonNode file, Consumer<String> bad) {
        super.read(file, bad);
        rows.read(file.path("rows"), bad);
    }

    @Override
    void write(ObjectNode file) {
        super.write(file);
        rows.write(file.putObject("rows"));
    }

    /** Has the rows' changes known as well. */
    void onAnyChange(Runnable listener) {
        onChange(listener);
        rows.onChange(listener);
    }
}
