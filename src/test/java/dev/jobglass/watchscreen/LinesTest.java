package dev.jobglass.watchscreen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobState;
import dev.jobglass.board.Board;
import dev.jobglass.board.Chronicle;
import dev.jobglass.board.Failures;
import dev.jobglass.board.Job;
import dev.jobglass.board.Watching;
import dev.jobglass.poll.PollBatch;
import dev.jobglass.poll.PollEvent;
import dev.jobglass.poll.ServerReport;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.Servers;
import dev.jobglass.testing.Statuses;
import dev.jobglass.watchscreen.Lines.Cards;
import dev.jobglass.watchscreen.Lines.Heading;
import dev.jobglass.watchscreen.Lines.Line;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinesTest {
    private static final double CARDS = JobCard.HEIGHT + JobCard.GAP;

    private Watching server;
    private List<Job> jobs;

    @BeforeEach
    void sevenJobs() throws Exception {
        server = Fx.call(() -> {
            Board board = new Board("A", Duration.ofMinutes(5), new Failures(Set.of(), _ -> {
            }), true, Chronicle.NONE);
            List<PollEvent> events = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                events.add(new PollEvent.Answered(Statuses.of("run_" + i, JobState.RUNNING, 1.0), Statuses.CREATED,
                        false));
            }
            board.apply(new PollBatch(events, Map.of(), ServerReport.BEGINNING));
            return Servers.watching(board);
        });
        jobs = server.board().jobs();
    }

    /** {@return of each page what its lines are: N for a name, else how many cards} */
    private static List<String> pages(Lines lines) {
        return lines.pages().stream().map(page -> {
            StringBuilder text = new StringBuilder();
            for (Line line : page) {
                text.append(switch (line) {
                    case Heading _ -> "N";
                    case Cards(List<Job> some) -> some.size();
                });
            }
            return text.toString();
        }).toList();
    }

    @Test
    void withoutNamesCardsFillThePage() {
        Lines lines = new Lines(3, 2 * CARDS - JobCard.GAP);
        lines.jobs(jobs);
        assertThat(pages(lines)).containsExactly("33", "1");
    }

    @Test
    void whatDoesNotQuiteFitGoesToTheNextPage() {
        Lines lines = new Lines(3, 2 * CARDS - JobCard.GAP - 0.1);
        lines.jobs(jobs);
        assertThat(pages(lines)).containsExactly("3", "3", "1");
    }

    @Test
    void onEachPageTheNameStandsAgainAndNeverAloneAtTheEnd() {
        Lines lines = new Lines(2, Heading.HEIGHT + 2 * CARDS);
        lines.section(server, jobs);
        lines.section(server, jobs.subList(0, 1));
        lines.section(server, List.of());
        assertThat(pages(lines)).containsExactly("N22", "N21", "N1N");
    }

    @Test
    void aPageHasOneLineHoweverLittleRoomThereIs() {
        Lines lines = new Lines(3, 1);
        lines.section(server, jobs);
        assertThat(pages(lines)).containsExactly("N3", "N3", "N1");
        assertThat(pages(new Lines(3, 1))).isEmpty();
    }
}
