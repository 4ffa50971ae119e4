package dev.jobglass.ui.jobs;

import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Eta;
import dev.jobglass.text.Messages;
import dev.jobglass.text.Times;
import dev.jobglass.ui.common.ThemeManager;
import java.time.Duration;
import java.time.Instant;
import java.time.Month;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/** How wide the columns are, in pixels: as their usual contents need, and wider where a language has longer words. */
final class ColumnWidths {
    /** The padding of a cell. */
    private static final double PADDING = 16;
    /** That of the cell of the next poll. */
    private static final double WIDE_PADDING = 24;
    /** The size of text in low rows and of headers. */
    private static final double COMPACT = 0.8929;
    private static final String FONT = "Roboto";
    /** Days as wide as any, of which one at least is not today. */
    private static final List<Integer> LATE_DAYS = List.of(27, 28);
    /** The padding of the cell of the state, its glyph and the gap behind that. */
    private static final double BESIDE_STATE = 54;
    /** The padding of a column's header, and the arrow of the sorted column. */
    private static final double BESIDE_HEADER = 34;
    private static final Map<String, Range> AT_USUAL_SIZE = Map.of("state", new Range(118, 118, 160, 116), "job",
            new Range(158, 228, 4_000, 148), "server", new Range(96, 130, 600, 96), "progress",
            new Range(114, 270, 4_000, 114), "created", new Range(76, 92, 150, 76), "started",
            new Range(76, 92, 150, 76), "completed", new Range(92, 104, 170, 92), "elapsed",
            new Range(76, 92, 130, 76), "nextPoll", new Range(76, 84, 130, 76));

    /** What the longest of the usual contents needs, by column. */
    private final Map<String, Need> needed = new HashMap<>();
    private final Map<String, Need> headers = new HashMap<>();
    private final double timeInTwoLines;
    private final double timeInOneLine;
    private final double left;

    /**
     * How wide a column may be.
     *
     * @param least at the least
     * @param usual to begin with
     * @param greatest at the most
     * @param leastBesideServer at the least, when there is a column of servers
     */
    private record Range(double least, double usual, double greatest, double leastBesideServer) {
    }

    /**
     * Room for contents.
     *
     * @param beside what does not grow with the text
     * @param text at its usual size
     */
    private record Need(double beside, double text) {
        double at(double scale) {
            return Math.ceil(beside + text * scale);
        }
    }

    ColumnWidths(Times times, Instant now) {
        Duration longest = Duration.ofHours(23).plusMinutes(59);
        AT_USUAL_SIZE.keySet().forEach(column -> headers.put(column,
                new Need(BESIDE_HEADER, width(Messages.of("jobs.column." + column),
                        Font.font(FONT, FontWeight.BOLD, COMPACT * ThemeManager.TEXT_PIXELS)))));
        needed.put("state", new Need(BESIDE_STATE,
                widest(Stream.of(DisplayState.values()).map(Messages::state).toList())));
        List<Instant> months = months(now.atZone(times.zone()));
        timeInTwoLines = widest(months.stream().flatMap(at -> times.clockInTwoLines(at, now).lines()).toList());
        timeInOneLine = COMPACT * widest(months.stream().map(at -> times.shortClock(at, now)).toList());
        left = widest(List.of(Times.left(new Eta(Duration.ofMinutes(20), Duration.ofMinutes(59)))));
        lowRows(false);
        needed.put("elapsed", new Need(PADDING, widest(List.of(Times.duration(longest)))));
        needed.put("nextPoll", new Need(WIDE_PADDING, widest(List.of(TickingCell.in(99), TickingCell.in(5_999)))));
    }

    /** Rows are low, or not: a time then stands in one line. */
    void lowRows(boolean low) {
        double time = low ? timeInOneLine : timeInTwoLines;
        needed.put("created", new Need(PADDING, time));
        needed.put("started", new Need(PADDING, time));
        needed.put("completed", new Need(PADDING, Math.max(time, left)));
    }

    /** {@return times late in each month of the year up to this one} */
    private static List<Instant> months(ZonedDateTime now) {
        return IntStream.range(0, Month.values().length).mapToObj(now::minusMonths)
                .flatMap(month -> LATE_DAYS.stream().map(day -> month.withDayOfMonth(day).toInstant())).toList();
    }

    private static double widest(List<String> texts) {
        return texts.stream().mapToDouble(text -> width(text, Font.font(FONT, ThemeManager.TEXT_PIXELS))).max()
                .orElse(0);
    }

    private static double width(String text, Font font) {
        Text measured = new Text(text);
        measured.setFont(font);
        return Math.ceil(measured.getLayoutBounds().getWidth());
    }

    double least(String column, boolean besideServer, double scale) {
        Range range = AT_USUAL_SIZE.get(column);
        return atLeast(column, besideServer ? range.leastBesideServer() : range.least(), scale);
    }

    double usual(String column, double scale) {
        return atLeast(column, AT_USUAL_SIZE.get(column).usual(), scale);
    }

    double greatest(String column, double scale) {
        return atLeast(column, AT_USUAL_SIZE.get(column).greatest(), scale);
    }

    private double atLeast(String column, double width, double scale) {
        double contents = needed.containsKey(column) ? needed.get(column).at(scale) : 0;
        return Math.max(width * scale, Math.max(contents, headers.get(column).at(scale)));
    }
}
