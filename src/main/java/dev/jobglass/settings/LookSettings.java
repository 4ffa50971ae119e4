package dev.jobglass.settings;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the windows look.
 *
 * @param theme colours
 * @param textSize in per cent of the usual, 80 to 200
 * @param language a language tag such as {@code de}, or empty for the computer's
 * @param window where the main window was, or null
 * @param columns widths of the table's columns by their id, in pixels
 * @param hiddenColumns ids of columns not shown
 * @param rows how the table shows its rows
 * @param detailsWidth of the details beside the table, in pixels, or 0 for the usual
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LookSettings(Theme theme, int textSize, String language, WindowSettings window,
        Map<String, Double> columns, List<String> hiddenColumns, RowSettings rows, double detailsWidth) {
    /** What a new person starts with. */
    public static final LookSettings DEFAULT = new LookSettings(null, 0, null, null, null, null, null, 0);
    /** In per cent. */
    public static final int SMALLEST_TEXT = 80;
    /** In per cent. */
    public static final int LARGEST_TEXT = 200;

    /** Puts defaults where nothing sensible is said. */
    public LookSettings {
        theme = theme == null ? Theme.SYSTEM : theme;
        textSize = textSize < 1 ? 100 : Math.clamp(textSize, SMALLEST_TEXT, LARGEST_TEXT);
        language = language == null ? "" : language;
        columns = columns == null ? Map.of() : new TreeMap<>(columns);
        hiddenColumns = hiddenColumns == null ? List.of() : List.copyOf(hiddenColumns);
        rows = rows == null ? new RowSettings(null, null) : rows;
        detailsWidth = Double.isFinite(detailsWidth) ? Math.max(0, detailsWidth) : 0;
    }

    /**
     * {@return this in other colours}
     *
     * @param other not null
     */
    public LookSettings with(Theme other) {
        return new LookSettings(other, textSize, language, window, columns, hiddenColumns, rows, detailsWidth);
    }

    /**
     * {@return this with larger or smaller text}
     *
     * @param percent 80 to 200; what is beyond becomes the nearest
     */
    public LookSettings withTextSize(int percent) {
        return new LookSettings(theme, Math.max(1, percent), language, window, columns, hiddenColumns, rows,
                detailsWidth);
    }

    /**
     * {@return this in another language}
     *
     * @param tag such as {@code de}, or empty for the computer's
     */
    public LookSettings withLanguage(String tag) {
        return new LookSettings(theme, textSize, tag, window, columns, hiddenColumns, rows, detailsWidth);
    }

    /**
     * {@return this with another layout}
     *
     * @param place of the window
     * @param widths of columns
     * @param hidden columns
     */
    public LookSettings withLayout(WindowSettings place, Map<String, Double> widths, List<String> hidden) {
        return new LookSettings(theme, textSize, language, place, widths, hidden, rows, detailsWidth);
    }

    /**
     * {@return this with rows shown otherwise}
     *
     * @param other not null
     */
    public LookSettings with(RowSettings other) {
        return new LookSettings(theme, textSize, language, window, columns, hiddenColumns, other, detailsWidth);
    }

    /**
     * {@return this with details of another width}
     *
     * @param width in pixels, positive
     */
    public LookSettings withDetailsWidth(double width) {
        return new LookSettings(theme, textSize, language, window, columns, hiddenColumns, rows, width);
    }
}
