package dev.jobglass.ui.watchscreen;

import dev.jobglass.model.Job;
import dev.jobglass.monitor.MonitoredServer;
import java.util.ArrayList;
import java.util.List;

/** Lays jobs out in lines of cards, and lines on pages. */
final class PageLayout {
    private final int columns;
    private final double room;
    private final List<List<Line>> pages = new ArrayList<>();
    private double left;

    /** What stands beside each other. */
    sealed interface Line {
        /** {@return its height with the gap below, in letters} */
        double height();
    }

    /** The name of a server above its jobs, and how it stands with it. */
    record Heading(MonitoredServer server) implements Line {
        /** In letters; the style sheet says the same. */
        static final double HEIGHT = 2.2 + JobCard.GAP;

        @Override
        public double height() {
            return HEIGHT;
        }
    }

    /** At most as many jobs as there are columns. */
    record Cards(List<Job> jobs) implements Line {
        @Override
        public double height() {
            return JobCard.HEIGHT + JobCard.GAP;
        }
    }

    /**
     * Begins with no page.
     *
     * @param columns how many cards stand beside each other, positive
     * @param room the height of a page, in letters
     */
    PageLayout(int columns, double room) {
        this.columns = columns;
        this.room = room + JobCard.GAP; // there is none below the last
    }

    /** Adds the jobs of a server; on each page they begin with its name. */
    void section(MonitoredServer server, List<Job> jobs) {
        List<Line> lines = rows(jobs);
        Heading heading = new Heading(server);
        double first = heading.height() + (lines.isEmpty() ? 0 : lines.getFirst().height());
        add(heading, first);
        for (Line line : lines) {
            if (line.height() > left && pages.getLast().getLast() != heading) {
                turn();
                put(heading);
            }
            put(line);
        }
    }

    /** Adds jobs that need no name above them. */
    void jobs(List<Job> jobs) {
        rows(jobs).forEach(line -> add(line, line.height()));
    }

    private List<Line> rows(List<Job> jobs) {
        List<Line> rows = new ArrayList<>();
        for (int start = 0; start < jobs.size(); start += columns) {
            rows.add(new Cards(jobs.subList(start, Math.min(jobs.size(), start + columns))));
        }
        return rows;
    }

    /** A page has one line at least, however little room there is. */
    private void add(Line line, double needed) {
        if (pages.isEmpty() || needed > left && !pages.getLast().isEmpty()) {
            turn();
        }
        put(line);
    }

    private void put(Line line) {
        pages.getLast().add(line);
        left -= line.height();
    }

    private void turn() {
        pages.add(new ArrayList<>());
        left = room;
    }

    /** {@return the pages, each with its lines} */
    List<List<Line>> pages() {
        return pages;
    }
}
