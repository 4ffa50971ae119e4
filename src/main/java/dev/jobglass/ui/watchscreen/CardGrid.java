package dev.jobglass.ui.watchscreen;

import dev.jobglass.model.Job;
import dev.jobglass.monitor.MonitoredServer;
import dev.jobglass.ui.watchscreen.PageLayout.Cards;
import dev.jobglass.ui.watchscreen.PageLayout.Heading;
import dev.jobglass.ui.watchscreen.PageLayout.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/** Puts the rows of a page in a grid. Cards and names are made once and used again for other jobs and servers. */
final class CardGrid {
    private final GridPane grid;
    private final Function<MonitoredServer, String> age;
    private final List<JobCard> cards = new ArrayList<>();
    private final List<SectionHead> heads = new ArrayList<>();
    /** How many cards each row has; none is the name of a server. */
    private List<Integer> laid = List.of();

    /** Begins with an empty grid; {@code age} tells how old what is known of a server is. */
    CardGrid(GridPane grid, Function<MonitoredServer, String> age) {
        this.grid = grid;
        this.age = age;
    }

    void show(List<Row> rows, int columns, Instant time) {
        lay(rows, columns);
        int card = 0;
        int head = 0;
        for (Row row : rows) {
            switch (row) {
                case Heading(MonitoredServer server) -> head(head++).show(server, age.apply(server));
                case Cards(List<Job> jobs) -> {
                    for (Job job : jobs) {
                        card(card++).show(job, time);
                    }
                }
            }
        }
    }

    /** Cards stay in their places as long as there are as many in each row. */
    private void lay(List<Row> rows, int columns) {
        List<Integer> wanted = rows.stream().map(row -> switch (row) {
            case Heading _ -> 0;
            case Cards(List<Job> jobs) -> jobs.size();
        }).toList();
        if (wanted.equals(laid) && grid.getColumnConstraints().size() == columns) {
            return;
        }
        laid = wanted;
        grid.getChildren().clear();
        grid.getColumnConstraints().clear();
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            grid.getColumnConstraints().add(column);
        }
        int card = 0;
        int head = 0;
        for (int row = 0; row < wanted.size(); row++) {
            if (wanted.get(row) == 0) {
                grid.add(head(head++), 0, row, columns, 1);
            }
            for (int column = 0; column < wanted.get(row); column++) {
                grid.add(card(card++), column, row);
            }
        }
    }

    private JobCard card(int number) {
        if (number == cards.size()) {
            JobCard card = new JobCard();
            card.setMaxWidth(Double.MAX_VALUE);
            cards.add(card);
        }
        return cards.get(number);
    }

    private SectionHead head(int number) {
        if (number == heads.size()) {
            heads.add(new SectionHead());
        }
        return heads.get(number);
    }
}
