package dev.jobglass.ui.failures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Progress;
import dev.jobglass.model.Board;
import dev.jobglass.model.Job;
import dev.jobglass.model.PollBatch;
import dev.jobglass.model.PollEvent;
import dev.jobglass.model.PollReport;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.Servers;
import dev.jobglass.testing.Statuses;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FailureOrderTest {
    private final FailureGroups groups = new FailureGroups();

    private static JobStatus failed(String id, String error, int second) {
        return new JobStatus(id, JobState.FAILED, "failed", new Progress(1.0, "Step", 1, 3), Statuses.CREATED,
                Statuses.CREATED,
                Statuses.CREATED.plusSeconds(second), "recipe:news", null, "ops-7", error, null);
    }

    private static List<Job> jobs(JobStatus... statuses) throws Exception {
        return Fx.call(() -> {
            Board board = Servers.board("server");
            board.apply(new PollBatch(Stream.of(statuses)
                    .<PollEvent>map(status -> new PollEvent.Answered(status, Statuses.CREATED.plusSeconds(60)))
                    .toList(), Map.of(),
                    PollReport.BEGINNING));
            return List.copyOf(board.jobs());
        });
    }

    private List<List<String>> shown() {
        return groups.root().getChildren().stream()
                .map(group -> group.getValue().jobs().stream().map(Job::id).toList()).toList();
    }

    @Test
    void ofThoseThatComeTogetherTheOneThatFailedLastComesFirst() throws Exception {
        List<Job> jobs = jobs(failed("a", "red", 10), failed("b", "green", 30), failed("c", "red", 20),
                failed("d", "blue", 25), failed("e", "green", 5));
        Fx.run(() -> groups.add(jobs));
        assertThat(shown()).containsExactly(List.of("b", "e"), List.of("d"), List.of("c", "a"));
    }

    @Test
    void whatIsBackStandsWhereItStood() throws Exception {
        List<Job> jobs = jobs(failed("a", "red", 10), failed("b", "green", 30), failed("c", "blue", 20));
        Fx.run(() -> groups.add(jobs));
        Fx.run(() -> groups.remove(jobs.subList(2, 3)));
        Fx.run(() -> groups.add(jobs.subList(2, 3)));
        assertThat(shown()).containsExactly(List.of("b"), List.of("c"), List.of("a"));
    }

    @Test
    void whatIsDismissedAndBackTogetherStandsAsItStoodThoughAllFailedAtOnce() throws Exception {
        List<Job> jobs = jobs(failed("a", "red", 10), failed("b", "green", 10), failed("c", "blue", 10),
                failed("d", "green", 10));
        Fx.run(() -> groups.add(jobs));
        List<List<String>> before = shown();
        for (int i = 0; i < 2; i++) {
            List<Job> read = Fx.call(groups::jobs);
            Fx.run(() -> groups.remove(read));
            Fx.run(() -> groups.add(read));
            assertThat(shown()).isEqualTo(before);
        }
    }

    @Test
    void aGroupThatGrowsStaysWhereItIs() throws Exception {
        List<Job> jobs = jobs(failed("a", "red", 10), failed("b", "green", 30), failed("c", "red", 40));
        Fx.run(() -> groups.add(jobs.subList(0, 2)));
        Fx.run(() -> groups.add(jobs.subList(2, 3)));
        assertThat(shown()).containsExactly(List.of("b"), List.of("c", "a"));
        Fx.run(groups::sort);
        assertThat(shown()).as("nobody looks").containsExactly(List.of("c", "a"), List.of("b"));
    }

    @Test
    void whatIsBackInItsGroupStandsWhereItStoodThere() throws Exception {
        List<Job> jobs = jobs(failed("a", "red", 10), failed("b", "red", 20), failed("c", "red", 30),
                failed("d", "red", 20), failed("e", "red", 40));
        Fx.run(() -> groups.add(jobs));
        List<Job> some = jobs.stream().filter(job -> List.of("a", "b", "d").contains(job.id())).toList();
        Fx.run(() -> groups.remove(some));
        Fx.run(() -> groups.add(some));
        assertThat(shown()).containsExactly(List.of("e", "c", "d", "b", "a"));
        assertThat(groups.root().getChildren().getFirst().getChildren())
                .extracting(leaf -> leaf.getValue().jobs().getFirst().id()).containsExactly("e", "c", "d", "b", "a");
    }
}
