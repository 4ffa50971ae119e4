package dev.jobglass.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobState;
import dev.jobglass.model.Board;
import dev.jobglass.model.Job;
import dev.jobglass.model.JobFilter;
import dev.jobglass.model.JobGroup;
import dev.jobglass.model.JobOrder;
import dev.jobglass.model.JobRow;
import dev.jobglass.model.JobSnapshot;
import dev.jobglass.model.PollBatch;
import dev.jobglass.model.PollEvent;
import dev.jobglass.model.PollReport;
import dev.jobglass.settings.Grouping;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.Servers;
import dev.jobglass.testing.Statuses;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobTableModelTest {
    private static final Comparator<Job> BY_PROGRESS = Comparator.comparing(Job::view,
            Comparator.comparing(JobSnapshot::percentage));

    private final Random random = new Random(7);
    private final AtomicBoolean busy = new AtomicBoolean();
    private Board board;
    private JobTableModel visible;

    @BeforeEach
    void open() throws Exception {
        Fx.run(() -> {
            board = Servers.board("server");
            visible = new JobTableModel(Servers.of(board), new HashSet<>());
            visible.busyHand(busy::get);
        });
    }

    private PollEvent event(int job, JobState state) {
        return new PollEvent.Answered(Statuses.of("run_%05d".formatted(job), state, random.nextInt(1_000) / 10.0),
                Statuses.CREATED);
    }

    private void answer(List<PollEvent> events) {
        board.apply(new PollBatch(events, Map.of(), PollReport.BEGINNING));
    }

    private void answer(int jobs, JobState state) {
        List<PollEvent> events = new ArrayList<>();
        for (int job = 0; job < jobs; job++) {
            events.add(event(job, state));
        }
        answer(events);
    }

    private static JobFilter filter(String text) {
        return JobFilter.of(text, Set.of(), InstantSource.system());
    }

    private List<String> names() {
        return visible.rows().stream().map(row -> switch (row) {
            case Job job -> job.id();
            case JobGroup group -> group.name() + " " + group.head().jobs();
        }).toList();
    }

    private boolean sorted(Comparator<Job> order) {
        List<JobRow> rows = visible.rows();
        for (int i = 1; i < rows.size(); i++) {
            if (order.compare((Job) rows.get(i - 1), (Job) rows.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }

    @Test
    void changesAreSortedIntoPlaceAndTheOthersStay() throws Exception {
        Fx.run(() -> {
            answer(2_000, JobState.RUNNING);
            visible.order(BY_PROGRESS, false);
        });
        for (int round = 0; round < 5; round++) {
            Fx.run(() -> answer(List.of(event(random.nextInt(2_000), JobState.RUNNING),
                    event(random.nextInt(2_100), JobState.RUNNING), event(3, JobState.FAILED))));
            Fx.await("order", () -> sorted(BY_PROGRESS));
        }
        Fx.run(() -> visible.order(null, false));
        assertThat(Fx.call(() -> sorted(JobOrder.TROUBLE_FIRST))).isTrue();
        assertThat(Fx.call(() -> ((Job) visible.rows().getFirst()).id())).isEqualTo("run_00003");
    }

    @Test
    void underAPersonsHandNothingMovesButWhatIsNewComesAtTheEnd() throws Exception {
        Fx.run(() -> {
            answer(3, JobState.RUNNING);
            busy.set(true);
            answer(List.of(event(2, JobState.FAILED), event(7, JobState.FAILED)));
            board.remove(List.of(board.job("run_00001").orElseThrow()));
        });
        assertThat(Fx.call(this::names)).containsExactly("run_00000", "run_00002", "run_00007");
        busy.set(false);
        Fx.await("trouble first", () -> names().equals(List.of("run_00002", "run_00007", "run_00000")));
    }

    @Test
    void aFilterOverManyJobsIsAppliedPieceByPieceAndKnowsWhatChangedMeanwhile() throws Exception {
        Fx.run(() -> {
            answer(60_000, JobState.RUNNING);
            visible.filter(filter("state:failed 0"));
            answer(List.of(event(10, JobState.FAILED), event(59_990, JobState.FAILED), event(70_000, JobState.FAILED)));
        });
        Fx.await("three", () -> names().equals(List.of("run_00010", "run_59990", "run_70000")));
        Fx.run(() -> {
            visible.filter(JobFilter.ALL);
            board.remove(List.of(board.job("run_00010").orElseThrow()));
        });
        Fx.await("all", () -> visible.countProperty().get() == 60_000 && visible.rows().size() == 60_000);
    }

    @Test
    void whatIsRemovedWhileTheFilterGoesThroughStaysAway() throws Exception {
        Fx.run(() -> {
            answer(60_000, JobState.RUNNING);
            answer(List.of(event(59_000, JobState.FAILED)));
            visible.filter(filter("state:running"));
            board.remove(List.of(board.job("run_58000").orElseThrow()));
        });
        Fx.await("all but two", () -> visible.countProperty().get() == 59_998 && visible.rows().size() == 59_998);
    }

    @Test
    void groupsCountAndHideTheirJobs() throws Exception {
        Fx.run(() -> {
            answer(3, JobState.RUNNING);
            board.watch("run_without");
            visible.group(Grouping.AGENT);
        });
        assertThat(Fx.call(this::names)).containsExactly("recipe:news 3", "run_00000", "run_00001", "run_00002", " 1",
                "run_without");
        Fx.run(() -> visible.collapse((JobGroup) visible.rows().getFirst(), true));
        assertThat(Fx.call(this::names)).containsExactly("recipe:news 3", " 1", "run_without");
        assertThat(Fx.call(() -> visible.countProperty().get())).isEqualTo(4);
        Fx.run(() -> answer(List.of(event(4, JobState.FAILED))));
        Fx.await("counted", () -> names().equals(List.of("recipe:news 4", " 1", "run_without"))
                && ((JobGroup) visible.rows().getFirst()).head().failed() == 1);
        Fx.run(() -> visible.expandGroupOf(board.job("run_00004").orElseThrow()));
        assertThat(Fx.call(this::names)).contains("run_00004");
    }
}
