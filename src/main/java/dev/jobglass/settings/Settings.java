package dev.jobglass.settings;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Everything a person chose. A missing field has its default.
 *
 * @param servers known servers, the one last used first
 * @param theme colours
 * @param window where the main window was, or null
 * @param columns widths of the table's columns by their id, in pixels
 * @param hiddenColumns ids of columns not shown
 * @param rows how the table shows its rows
 * @param detailsWidth of the details beside the table, in pixels, or 0 for the usual
 * @param discovery whether jobs appear by themselves
 * @param discoverySeconds between two looks at the list, at least 1
 * @param maxInFlight questions in flight a server, 1 to 256
 * @param connectSeconds until a connection must stand, at least 1
 * @param answerSeconds until an answer must be whole, at least 1
 * @param stalledMinutes how long a running job may stand still, at least 1
 * @param historyDays for how long changes are remembered, at least 1
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Settings(List<ServerSettings> servers, Theme theme, WindowSettings window, Map<String, Double> columns,
        List<String> hiddenColumns, RowSettings rows, double detailsWidth,
        Boolean discovery, int discoverySeconds, int maxInFlight,
        int connectSeconds,
        int answerSeconds, int stalledMinutes, int historyDays) {
    /** What a new person starts with. */
    public static final Settings DEFAULT = new Settings(null, null, null, null, null, null, 0, null, 0, 0, 0, 0, 0, 0);

    /** Puts defaults where nothing sensible is said. */
    public Settings {
        servers = servers == null ? List.of() : List.copyOf(servers);
        theme = theme == null ? Theme.SYSTEM : theme;
        columns = columns == null ? Map.of() : new TreeMap<>(columns);
        hiddenColumns = hiddenColumns == null ? List.of() : List.copyOf(hiddenColumns);
        rows = rows == null ? new RowSettings(null, null) : rows;
        detailsWidth = Double.isFinite(detailsWidth) ? Math.max(0, detailsWidth) : 0;
        discovery = discovery == null || discovery;
        discoverySeconds = orDefault(discoverySeconds, 5);
        maxInFlight = Math.min(256, orDefault(maxInFlight, 16));
        connectSeconds = orDefault(connectSeconds, 5);
        answerSeconds = orDefault(answerSeconds, 30);
        stalledMinutes = orDefault(stalledMinutes, 5);
        historyDays = orDefault(historyDays, 30);
    }

    private static int orDefault(int value, int otherwise) {
        return value < 1 ? otherwise : value;
    }

    /**
     * {@return what is kept about a server}
     *
     * @param url its base address
     */
    public ServerSettings server(String url) {
        return servers.stream().filter(server -> server.url().equals(url)).findFirst()
                .orElseGet(() -> ServerSettings.unknown(url));
    }

    /**
     * {@return this with a server changed and put first}
     *
     * @param url its base address
     * @param change what to do with it
     */
    public Settings withServer(String url, UnaryOperator<ServerSettings> change) {
        List<ServerSettings> changed = new ArrayList<>(servers);
        changed.removeIf(server -> server.url().equals(url));
        changed.addFirst(change.apply(server(url)));
        return new Settings(changed, theme, window, columns, hiddenColumns, rows, detailsWidth, discovery,
                discoverySeconds,
                maxInFlight,
                connectSeconds, answerSeconds, stalledMinutes, historyDays);
    }

    /**
     * {@return this with another theme}
     *
     * @param other not null
     */
    public Settings withTheme(Theme other) {
        return new Settings(servers, other, window, columns, hiddenColumns, rows, detailsWidth, discovery,
                discoverySeconds,
                maxInFlight,
                connectSeconds, answerSeconds, stalledMinutes, historyDays);
    }

    /**
     * {@return this with jobs appearing by themselves, or not}
     *
     * @param on whether
     */
    public Settings withDiscovery(boolean on) {
        return new Settings(servers, theme, window, columns, hiddenColumns, rows, detailsWidth, on, discoverySeconds,
                maxInFlight,
                connectSeconds, answerSeconds, stalledMinutes, historyDays);
    }

    /**
     * {@return this with another layout}
     *
     * @param place of the window
     * @param widths of columns
     * @param hidden columns
     */
    public Settings withLayout(WindowSettings place, Map<String, Double> widths, List<String> hidden) {
        return new Settings(servers, theme, place, widths, hidden, rows, detailsWidth, discovery, discoverySeconds,
                maxInFlight,
                connectSeconds, answerSeconds, stalledMinutes, historyDays);
    }

    /**
     * {@return this with rows shown otherwise}
     *
     * @param other not null
     */
    public Settings withRows(RowSettings other) {
        return new Settings(servers, theme, window, columns, hiddenColumns, other, detailsWidth, discovery,
                discoverySeconds,
                maxInFlight, connectSeconds, answerSeconds, stalledMinutes, historyDays);
    }

    /**
     * {@return this with details of another width}
     *
     * @param width in pixels, positive
     */
    public Settings withDetailsWidth(double width) {
        return new Settings(servers, theme, window, columns, hiddenColumns, rows, width, discovery, discoverySeconds,
                maxInFlight, connectSeconds, answerSeconds, stalledMinutes, historyDays);
    }
}
