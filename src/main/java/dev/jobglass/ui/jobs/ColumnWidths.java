package dev.jobglass.ui.jobs;

import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Eta;
import dev.jobglass.text.Messages;
import dev.jobglass.text.Times;
import dev.jobglass.ui.common.ThemeManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** How wide the columns are, in pixels: as their usual contents need, and wider where a language has longer words. */
final class ColumnWidths {
    /** The padding of a cell. */
    private static final double PADDING = 14;
    /** The padding of the cell of the state, its glyph and the gap behind that. */
    private static final double BESIDE_STATE = 54;
    private static final Map<String, Range> AT_USUAL_SIZE = Map.of("state", new Range(118, 118, 160, 116), "job",
            new Range(162, 228, 4_000, 158), "server", new Range(96, 130, 600, 96), "progress",
            new Range(160, 270, 4_000, 120), "created", new Range(92, 92, 150, 76), "started",
            new Range(92, 92, 150, 76), "completed", new Range(104, 104, 170, 92), "elapsed",
            new Range(92, 92, 130, 84), "nextPoll", new Range(84, 84, 130, 80));

    private final Map<String, Double> needed = new HashMap<>();

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

    ColumnWidths() {
        Duration longest = Duration.ofHours(23).plusMinutes(59);
        needed.put("state", BESIDE_STATE + widest(Stream.of(DisplayState.values()).map(Messages::state).toList()));
        needed.put("completed", PADDING + widest(List.of(
                Times.left(new Eta(Duration.ofMinutes(20), Duration.ofMinutes(59))))));
        needed.put("elapsed", PADDING + widest(List.of(Times.duration(longest))));
    }

    private static double widest(List<String> texts) {
        return texts.stream().mapToDouble(text -> {
            Text measured = new Text(text);
            measured.setFont(Font.font("Roboto", ThemeManager.TEXT_PIXELS));
            return Math.ceil(measured.getLayoutBounds().getWidth());
        }).max().orElse(0);
    }

    double least(String column, boolean besideServer) {
        Range range = AT_USUAL_SIZE.get(column);
        return atLeast(column, besideServer ? range.leastBesideServer() : range.least());
    }

    double usual(String column) {
        return atLeast(column, AT_USUAL_SIZE.get(column).usual());
    }

    double greatest(String column) {
        return atLeast(column, AT_USUAL_SIZE.get(column).greatest());
    }

    private double atLeast(String column, double width) {
        return Math.max(width, needed.getOrDefault(column, 0.0));
    }
}
