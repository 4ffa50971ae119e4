package dev.jobglass.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.history.Change;
import dev.jobglass.model.JobGroup;
import dev.jobglass.model.JobRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RowListTest {
    private static final List<JobGroup> ROWS = IntStream.range(0, 200).mapToObj(i -> new JobGroup("row " + i)).toList();

    /** Follows a list by its changes alone, as a table does. */
    private static final class Follower implements ListChangeListener<JobRow> {
        private final List<JobRow> copy = new ArrayList<>();
        private int changes;

        @Override
        public void onChanged(Change<? extends JobRow> change) {
            while (change.next()) {
                changes++;
                if (change.wasPermutated()) {
                    List<JobRow> before = List.copyOf(copy);
                    for (int i = change.getFrom(); i < change.getTo(); i++) {
                        copy.set(change.getPermutation(i), before.get(i));
                    }
                } else {
                    List<JobRow> removed = copy.subList(change.getFrom(),
                            change.getFrom() + change.getRemovedSize());
                    assertThat(removed).isEqualTo(change.getRemoved());
                    removed.clear();
                    copy.addAll(change.getFrom(), change.getAddedSubList());
                }
            }
        }
    }

    private static List<JobRow> some(Random random, int size) {
        List<JobRow> some = new ArrayList<>(ROWS);
        Collections.shuffle(some, random);
        return some.subList(0, size);
    }

    @Property
    void whoeverFollowsTheChangesHasTheSameRows(@ForAll Random random, @ForAll @IntRange(max = 200) int before,
            @ForAll @IntRange(max = 200) int after) {
        RowList rows = new RowList();
        Follower follower = new Follower();
        rows.addListener(follower);
        for (List<JobRow> next : List.of(some(random, before), some(random, after))) {
            rows.show(next);
            assertThat(rows).isEqualTo(next);
            assertThat(follower.copy).isEqualTo(next);
        }
    }

    @Property
    void fewChangesAreToldOneByOneAndTheRestIsLeftAlone(@ForAll Random random,
            @ForAll @IntRange(min = 1, max = 30) int gone) {
        RowList rows = new RowList();
        rows.show(some(random, 150));
        rows.addListener((ListChangeListener<JobRow>) change -> {
            while (change.next()) {
                assertThat(change.wasReplaced()).isFalse();
            }
        });
        List<JobRow> next = new ArrayList<>(rows);
        Collections.shuffle(next, random);
        rows.show(next.subList(gone, 150));
        assertThat(rows).hasSize(150 - gone);
    }

    @Property(tries = 10)
    void sameRowsAreNoChange(@ForAll Random random) {
        RowList rows = new RowList();
        rows.show(some(random, 100));
        Follower follower = new Follower();
        rows.addListener(follower);
        rows.show(List.copyOf(rows));
        assertThat(follower.changes).isZero();
    }
}
