package dev.jobglass.ui.jobs;

import dev.jobglass.model.JobRow;
import dev.jobglass.ui.common.Scrolling;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;

/**
 * Keeps rows that a user has scrolled to where they are while others come, go and change places above them. At the top
 * of the table nothing is kept, so that trouble is seen as it comes. JavaFX thread only.
 */
final class ScrollAnchor {
    private final TableView<JobRow> table;
    private final RowList rows;

    ScrollAnchor(TableView<JobRow> table, RowList rows) {
        this.table = table;
        this.rows = rows;
    }

    /** {@return what puts the rows back to where they are now, once the table has others} */
    Runnable remember() {
        if (!(table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) || flow.getPosition() == 0
                || flow.getFirstVisibleCell() == null) {
            return () -> {
            };
        }
        int first = flow.getFirstVisibleCell().getIndex();
        int end = Math.min(flow.getLastVisibleCell().getIndex() + 1, rows.size());
        double height = flow.getFirstVisibleCell().getHeight();
        Map<JobRow, Integer> seen = new IdentityHashMap<>();
        for (int i = first; i < end; i++) {
            seen.put(rows.get(i), i);
        }
        return () -> {
            int shift = shift(seen);
            if (shift != 0) {
                Scrolling.by(table, shift * height);
            }
        };
    }

    /** {@return by how many places most of them have moved: one may have moved for reasons of its own} */
    private int shift(Map<JobRow, Integer> seen) {
        int[] shifts = IntStream.range(0, rows.size()).filter(i -> seen.containsKey(rows.get(i)))
                .map(i -> i - seen.get(rows.get(i))).sorted().toArray();
        return shifts.length == 0 ? 0 : shifts[shifts.length / 2];
    }
}
