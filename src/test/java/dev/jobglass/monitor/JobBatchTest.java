package dev.jobglass.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.model.Board;
import dev.jobglass.model.Job;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.Servers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JobBatchTest {
    private final List<Integer> progress = new ArrayList<>();
    private final List<String> answers = new ArrayList<>();
    private boolean done;

    @Test
    void oneThatEndsWithAnErrorOfOursKeepsNoOtherWaiting() throws Exception {
        Fx.run(() -> {
            Board board = Servers.board("one");
            Workspace workspace = Servers.of(board);
            IntStream.range(0, 9).forEach(i -> board.watch("run_" + i));
            new JobBatch<>(List.copyOf(board.jobs()), workspace::of, (_, job) -> answer(job), progress::add, all -> {
                all.forEach(one -> answers.add(one.answer()));
                done = true;
            }).begin();
        });
        Fx.await("done", () -> done);
        assertThat(progress).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(answers).containsExactlyInAnyOrder("run_0", "run_1", "run_2", "run_4", "run_5", "run_6", "run_7",
                "run_8");
    }

    @Test
    void whatIsStoppedTriesNoMoreAndEndsWithWhatWasTried() throws Exception {
        CompletableFuture<String> held = new CompletableFuture<>();
        Runnable stop = Fx.call(() -> {
            Board board = Servers.board("one");
            Workspace workspace = Servers.of(board);
            IntStream.range(0, 9).forEach(i -> board.watch("run_" + i));
            return new JobBatch<>(List.copyOf(board.jobs()), workspace::of, (_, _) -> held, progress::add, all -> {
                all.forEach(one -> answers.add(one.answer()));
                done = true;
            }).begin();
        });
        Fx.run(stop);
        held.complete("it");
        Fx.await("done", () -> done);
        Fx.run(stop); // changes nothing any more
        assertThat(progress).containsExactly(1, 2, 3, 4);
        assertThat(answers).containsExactly("it", "it", "it", "it");
    }

    private static CompletableFuture<String> answer(Job job) {
        return job.id().equals("run_3")
                ? CompletableFuture.failedFuture(new IllegalStateException("not thought of"))
                : CompletableFuture.completedFuture(job.id());
    }
}
