package dev.jobglass.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobState;
import dev.jobglass.model.Board;
import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Job;
import dev.jobglass.model.PollBatch;
import dev.jobglass.model.PollEvent;
import dev.jobglass.model.PollReport;
import dev.jobglass.model.ServerStatus;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.Servers;
import dev.jobglass.testing.Statuses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkspaceTest {
    private Board one;
    private Board other;
    private Workspace workspace;

    @BeforeEach
    void open() throws Exception {
        Fx.run(() -> {
            one = board("one");
            other = board("other");
            workspace = Servers.of(one, other);
        });
    }

    private static Board board(String name) {
        return Servers.board(name);
    }

    private void answer(Board board, String id, JobState state) throws Exception {
        Fx.run(() -> board.apply(new PollBatch(List.of(new PollEvent.Answered(Statuses.of(id, state, 50.0),
                Statuses.CREATED)), Map.of(), PollReport.BEGINNING)));
    }

    private List<String> jobs() throws Exception {
        return Fx.call(() -> workspace.jobs().map(Job::id).toList());
    }

    @Test
    void theJobsOfAllAreOneAndTheSameIdIsAJobAtEach() throws Exception {
        answer(one, "a", JobState.RUNNING);
        answer(other, "a", JobState.RUNNING);
        answer(other, "b", JobState.QUEUED);
        assertThat(jobs()).containsExactly("a", "a", "b");
        assertThat(workspace.size()).isEqualTo(3);
        assertThat(workspace.count(DisplayState.RUNNING)).isEqualTo(2);
        assertThat(workspace.lastChanged()).extracting(Job::id).containsExactly("b");
        Job ofOther = other.job("a").orElseThrow();
        assertThat(workspace.of(ofOther).board()).isSameAs(other);
        assertThat(ofOther.key().server()).hasToString("http://other");
        assertThat(workspace.contains(ofOther)).isTrue();
    }

    @Test
    void aServerThatGoesTakesItsJobsAndFailuresWithItAndIsHeardNoMore() throws Exception {
        answer(one, "a", JobState.FAILED);
        answer(other, "b", JobState.FAILED);
        answer(one, "c", JobState.FAILED);
        assertThat(workspace.failures()).extracting(Job::id).as("newest first").containsExactly("c", "b", "a");
        Job gone = other.job("b").orElseThrow();
        Fx.run(() -> workspace.remove(workspace.of(gone)));
        assertThat(jobs()).containsExactly("a", "c");
        assertThat(workspace.failures()).extracting(Job::id).containsExactly("c", "a");
        assertThat(workspace.lastChanged()).containsExactly(gone);
        assertThat(workspace.contains(gone)).isFalse();
        int revision = workspace.revisionProperty().get();
        answer(other, "late", JobState.FAILED);
        assertThat(workspace.revisionProperty().get()).isEqualTo(revision);
        assertThat(workspace.failures()).hasSize(2);
    }

    @Test
    void whatIsDoneWithJobsIsDoneAtTheirServers() throws Exception {
        answer(one, "a", JobState.FAILED);
        answer(other, "b", JobState.FAILED);
        List<Job> both = Fx.call(() -> workspace.jobs().toList());
        Fx.run(() -> workspace.actions().dismiss(both, ""));
        assertThat(workspace.failures()).isEmpty();
        Fx.run(() -> workspace.actions().remove(both));
        assertThat(jobs()).isEmpty();
        Fx.run(() -> workspace.actions().restore(both));
        assertThat(jobs()).containsExactly("a", "b");
        Fx.run(() -> {
            workspace.remove(workspace.of(both.getLast()));
            workspace.actions().remove(both);
            workspace.actions().restore(both);
        });
        assertThat(jobs()).as("those of a server that went are left alone").containsExactly("a");
    }

    @Test
    void whoeverFollowsServersIsToldOfThoseThatCameAndOfThoseThatGo() throws Exception {
        List<String> told = new ArrayList<>();
        Fx.run(() -> {
            workspace.forEachServer(server -> {
                told.add("+" + server.name());
                return () -> told.add("-" + server.name());
            });
            workspace.add(Servers.watching(board("third")));
            workspace.remove(workspace.servers().getFirst());
        });
        assertThat(told).containsExactly("+one", "+other", "+third", "-one");
        assertThat(workspace.several()).isTrue();
    }

    @Test
    void howItStandsChangesWithTheNameToo() throws Exception {
        List<List<ServerStatus>> seen = new ArrayList<>();
        Fx.run(() -> {
            workspace.viewsProperty().addListener((_, _, views) -> seen.add(views));
            one.rename("Team A");
        });
        assertThat(seen).singleElement().satisfies(views -> assertThat(views).extracting(ServerStatus::name)
                .containsExactly("Team A", "other"));
        assertThat(workspace.worstLink()).isEqualTo(ServerStatus.Link.CONNECTING);
    }
}
