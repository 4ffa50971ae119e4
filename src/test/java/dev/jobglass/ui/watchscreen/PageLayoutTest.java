package dev.jobglass.ui.watchscreen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobState;
import dev.jobglass.model.Board;
import dev.jobglass.model.Job;
import dev.jobglass.model.PollBatch;
import dev.jobglass.model.PollEvent;
import dev.jobglass.model.PollReport;
import dev.jobglass.monitor.MonitoredServer;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.Servers;
import dev.jobglass.testing.Statuses;
import dev.jobglass.ui.watchscreen.PageLayout.Cards;
import dev.jobglass.ui.watchscreen.PageLayout.Heading;
import dev.jobglass.ui.watchscreen.PageLayout.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PageLayoutTest {
    private static final double CARDS = JobCard.HEIGHT + JobCard.GAP;

    private MonitoredServer server;
    private List<Job> jobs;

    @BeforeEach
    void sevenJobs() throws Exception {
        server = Fx.call(() -> {
            Board board = Servers.board("A");
            List<PollEvent> events = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                events.add(new PollEvent.Answered(Statuses.of("run_" + i, JobState.RUNNING, 1.0), Statuses.CREATED));
            }
            board.apply(new PollBatch(events, Map.of(), PollReport.BEGINNING));
            return Servers.watching(board);
        });
        jobs = server.board().jobs();
    }

    /** {@return of each page what its lines are: N for a name, else how many cards} */
    private static List<String> pages(PageLayout lines) {
        return lines.pages().stream().map(page -> {
            StringBuilder text = new StringBuilder();
            for (Row row : page) {
                text.append(switch (row) {
                    case Heading _ -> "N";
                    case Cards(List<Job> some) -> some.size();
                });
            }
            return text.toString();
        }).toList();
    }

    @Test
    void aPageThatIsTooLowForItsOnlyRowHasNoRoomForAll() {
        for (double height : new double[]{JobCard.HEIGHT - 0.1, JobCard.HEIGHT}) {
            PageLayout lines = new PageLayout(3, height, 0);
            lines.jobs(jobs.subList(0, 3));

            assertThat(pages(lines)).containsExactly("3");
            assertThat(lines.onOnePage()).isEqualTo(height == JobCard.HEIGHT);
        }
        assertThat(new PageLayout(3, 0, 0).onOnePage()).as("nothing").isTrue();
    }

    @Test
    void withoutNamesCardsFillThePage() {
        PageLayout lines = new PageLayout(3, 2 * CARDS - JobCard.GAP, 0);
        lines.jobs(jobs);
        assertThat(pages(lines)).containsExactly("33", "1");
    }

    @Test
    void whatDoesNotQuiteFitGoesToTheNextPage() {
        PageLayout lines = new PageLayout(3, 2 * CARDS - JobCard.GAP - 0.1, 0);
        lines.jobs(jobs);
        assertThat(pages(lines)).containsExactly("3", "3", "1");
    }

    @Test
    void onEachPageTheNameStandsAgainAndNeverAloneAtTheEnd() {
        PageLayout lines = new PageLayout(2, Heading.HEIGHT + JobCard.GAP + 2 * CARDS, 0);
        lines.section(server, jobs);
        lines.section(server, jobs.subList(0, 1));
        lines.section(server, List.of());
        assertThat(pages(lines)).containsExactly("N22", "N21", "N1N");
    }

    @Test
    void aPageHasOneLineHoweverLittleRoomThereIs() {
        PageLayout lines = new PageLayout(3, 1, 0);
        lines.section(server, jobs);
        assertThat(pages(lines)).containsExactly("N3", "N3", "N1");
        assertThat(pages(new PageLayout(3, 1, 0))).isEmpty();
    }
}
