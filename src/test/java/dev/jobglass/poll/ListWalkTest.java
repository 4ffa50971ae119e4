package dev.jobglass.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobPage;
import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import dev.jobglass.testing.Statuses;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Walks of lists in which entries cannot be read. */
class ListWalkTest {
    private ListWalk walk = new ListWalk();
    /** The list, newest first; null stands for an entry that makes its page unreadable. */
    private final List<String> list = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private int requests;

    private void fill(int count, Set<Integer> bad) {
        for (int i = 0; i < count; i++) {
            list.add(bad.contains(i) ? null : "run_" + i);
        }
    }

    /** Walks to the end, and says whether the list could be read at all. */
    private boolean walkOnce() {
        requests = 0;
        walk.begin(false);
        boolean more = true;
        while (more) {
            assertThat(++requests).as("requests").isLessThan(3_000);
            int size = walk.size();
            List<String> page = list.stream().skip((walk.page() - 1L) * size).limit(size).toList();
            if (page.contains(null)) {
                if (!walk.unreadable()) {
                    return false;
                }
            } else {
                seen.addAll(page);
                List<JobStatus> jobs = page.stream().map(id -> Statuses.of(id, JobState.SUCCEEDED, 100)).toList();
                more = walk.came(new JobPage(jobs, jobs.size(), list.size()));
            }
        }
        return true;
    }

    @Test
    void oneBadEntryHidesNoneOfItsNeighbours() {
        fill(60, Set.of(11));
        assertThat(walkOnce()).isTrue();
        assertThat(seen).hasSize(59);
        assertThat(walk.passedOver()).isEqualTo(1);
        int first = requests;
        assertThat(walkOnce()).isTrue();
        assertThat(requests).as("the next walk knows where it is").isLessThan(first);
        assertThat(walk.passedOver()).isEqualTo(1);
    }

    @Test
    void theNewestMayBeBadAndOneThatComesAboveItIsSeen() {
        fill(30, Set.of(0));
        walkOnce();
        assertThat(seen).hasSize(29);
        list.addFirst("new");
        walkOnce();
        assertThat(seen).hasSize(30).contains("new");
        list.remove(1);
        walkOnce();
        assertThat(walk.passedOver()).as("it is gone").isZero();
    }

    @Test
    void aListOfWhichNothingCanBeReadIsGivenUpSoon() {
        fill(200, new HashSet<>(IntStream.range(0, 200).boxed().toList()));
        assertThat(walkOnce()).isFalse();
        assertThat(requests).isLessThan(10);
        assertThat(walkOnce()).isFalse();
        assertThat(requests).isEqualTo(1);
        list.replaceAll(_ -> "run");
        assertThat(walkOnce()).isTrue();
    }

    @Test
    void aServerThatGivesSmallerPagesIsWalkedToItsEnd() {
        for (int total : new int[]{150, 3, -1}) {
            ListWalk walk = new ListWalk();
            walk.begin(false);
            Set<String> ids = new HashSet<>();
            boolean more = true;
            for (int requests = 0; more; requests++) {
                assertThat(requests).isLessThan(20);
                int most = total == 150 ? 20 : 100; // the total of the others is wrong or not told
                int from = (walk.page() - 1) * Math.min(most, walk.size());
                List<JobStatus> page = IntStream.range(from, Math.min(150, from + Math.min(most, walk.size())))
                        .mapToObj(i -> Statuses.of("run_" + i, JobState.SUCCEEDED, 100)).toList();
                page.forEach(job -> ids.add(job.jobId()));
                more = walk.came(new JobPage(page, page.size(), total));
            }
            assertThat(ids).as("total " + total).hasSize(150);
        }
    }

    @Test
    void entriesThatAreNoJobsAreCounted() {
        walk.begin(false);
        walk.came(new JobPage(List.of(Statuses.of("run_1", JobState.SUCCEEDED, 100)), 4, 4));
        assertThat(walk.passedOver()).isEqualTo(3);
    }

    @Test
    void aListWithoutEndIsCut() {
        fill(ListWalk.MOST_ENTRIES + 500, Set.of());
        assertThat(walkOnce()).isTrue();
        assertThat(walk.cut()).isTrue();
        assertThat(seen).hasSize(ListWalk.MOST_ENTRIES);
    }

    @Property(tries = 1000)
    void allThatCanBeReadIsSeen(@ForAll @IntRange(max = 350) int count,
            @ForAll @Size(max = 5) Set<@IntRange(max = 349) Integer> bad) {
        Set<Integer> apart = new HashSet<>(bad);
        apart.removeIf(place -> apart.contains(place - 1)); // no long run of them, which is a list that cannot be read
        walk = new ListWalk(); // all tries are in one instance of this class
        list.clear();
        seen.clear();
        fill(count, apart);
        for (int i = 0; i < 2; i++) {
            assertThat(walkOnce()).isTrue();
            assertThat(seen).hasSize((int) list.stream().filter(id -> id != null).count());
            assertThat(walk.passedOver()).isEqualTo((int) list.stream().filter(id -> id == null).count());
        }
    }
}
