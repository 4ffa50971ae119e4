package dev.jobglass.ui.watchscreen;

import dev.jobglass.model.Job;
import dev.jobglass.monitor.MonitoredServer;
import java.util.ArrayList;
import java.util.List;

/** Lays jobs out in rows of cards, and rows on pages. */
final class PageLayout {
    private final int columns;
    private final double room;
    private final double pixel;
    private final List<List<Row>> pages = new ArrayList<>();
    private double left;

    /** What stands beside each other. */
    sealed interface Row {
        /** {@return its height without the gap below, in letters} */
        double height();
    }

    /** The name of a server above its jobs, and how it stands with it. */
    record Heading(MonitoredServer server) implements Row {
        /** In letters; the style sheet says the same. */
        static final double HEIGHT = 2.2;

        @Override
        public double height() {
            return HEIGHT;
        }
    }

    /** At most as many jobs as there are columns. */
    record Cards(List<Job> jobs) implements Row {
        @Override
        public double height() {
            return JobCard.HEIGHT;
        }
    }

    /**
     * Begins with no page.
     *
     * @param columns how many cards stand beside each other, positive
     * @param room the height of a page, in letters
     * @param pixel how high a pixel is, in letters, to whose multiples heights are rounded up; or 0
     */
    PageLayout(int columns, double room, double pixel) {
        this.columns = columns;
        this.pixel = pixel;
        this.room = room + rounded(JobCard.GAP); // there is none below the last
    }

    /** {@return the height of a row with the gap below, as it is painted} */
    private double height(Row row) {
        return rounded(row.height()) + rounded(JobCard.GAP);
    }

    private double rounded(double letters) {
        return pixel == 0 ? letters : Math.ceil(letters / pixel) * pixel;
    }

    /** Adds the jobs of a server; on each page they begin with its name. */
    void section(MonitoredServer server, List<Job> jobs) {
        List<Row> rows = rows(jobs);
        Heading heading = new Heading(server);
        double first = height(heading) + (rows.isEmpty() ? 0 : height(rows.getFirst()));
        add(heading, first);
        for (Row row : rows) {
            if (height(row) > left && pages.getLast().getLast() != heading) {
                turn();
                put(heading);
            }
            put(row);
        }
    }

    /** Adds jobs that need no name above them. */
    void jobs(List<Job> jobs) {
        rows(jobs).forEach(row -> add(row, height(row)));
    }

    private List<Row> rows(List<Job> jobs) {
        List<Row> rows = new ArrayList<>();
        for (int start = 0; start < jobs.size(); start += columns) {
            rows.add(new Cards(jobs.subList(start, Math.min(jobs.size(), start + columns))));
        }
        return rows;
    }

    /** A page has one row at least, however little room there is. */
    private void add(Row row, double needed) {
        if (pages.isEmpty() || needed > left && !pages.getLast().isEmpty()) {
            turn();
        }
        put(row);
    }

    private void put(Row row) {
        pages.getLast().add(row);
        left -= height(row);
    }

    private void turn() {
        pages.add(new ArrayList<>());
        left = room;
    }

    /** {@return how many cards a page has room for, one row at least} */
    int cardsOnPage() {
        return columns * Math.max(1, (int) (room / (rounded(JobCard.HEIGHT) + rounded(JobCard.GAP))));
    }

    /** {@return whether all has room on one page: not when its only row is higher than that} */
    boolean onOnePage() {
        return pages.size() <= 1 && left >= 0;
    }

    /** {@return the pages, each with its rows} */
    List<List<Row>> pages() {
        return pages;
    }
}
