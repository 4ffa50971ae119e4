package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobKey;
import dev.jobglass.testing.Fx;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** What can be done with the selected rows, by their menu or by keys. */
class RowMenuTest extends ProgramTest {
    @Test
    void theSelectionIsCopiedAsWished() throws Exception {
        someJobs();
        open();
        clickRow("run_1");
        robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT);
        robot.press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
        assertThat(clipboard()).isEqualTo("run_1\nrun_2");
        rightClickRow("run_1");
        click("#copyMore");
        click("#copyCsv");
        assertThat(clipboard()).startsWith("job_id,state,").contains("\r\nrun_1,running,40.0,");
    }

    @Test
    void whatIsDoneWithSeveralJobsSaysWithHowMany() throws Exception {
        someJobs();
        open();
        Fx.await("one",
                () -> node("#cancelJob") != null && ((Button) node("#cancelJob")).getText().equals("Cancel job"));
        clickRow("run_1");
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        Fx.await("two of four", () -> ((Button) node("#cancelJob")).getText().equals("Cancel 2 jobs"));
        rightClickRow("run_1");
        Fx.await("the menu", () -> node("#remove") != null);
        assertThat(Stream.of("#cancel", "#remove", "#muteJob").map(item -> ((Labeled) node(item).lookup(".label"))
                .getText())).containsExactly("Cancel 2 jobs…", "Remove 4 jobs from the list",
                        "No notifications of these 4 jobs");
    }

    @Test
    void hasOnlyWhatApplies() throws Exception {
        someJobs();
        open();
        clickRow("run_1");
        rightClickRow("run_1");
        Fx.await("of one that runs", () -> offered().containsAll(Set.of("askNow", "cancel", "tellEnd")));
        assertThat(offered()).doesNotContain("delete", "runAgain", "showResult", "showFailure", "dismiss");
        robot.type(KeyCode.ESCAPE);
        clickRow("run_3");
        rightClickRow("run_3");
        Fx.await("of one that is over", () -> offered().containsAll(Set.of("askNow", "delete", "runAgain")));
        assertThat(offered()).doesNotContain("cancel", "tellEnd");
    }

    private Set<String> offered() {
        return table().getContextMenu().getItems().stream().filter(MenuItem::isVisible).map(MenuItem::getId)
                .filter(Objects::nonNull).collect(Collectors.toSet());
    }

    @Test
    void onlyOfWhatGoesOnTheEndIsTold() throws Exception {
        someJobs();
        open();
        clickRow("run_1");
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        rightClickRow("run_1");
        click("#tellEnd");
        assertThat(Fx.call(() -> Set.copyOf(settings.notifications().tellEnd()))).extracting(JobKey::id)
                .containsExactlyInAnyOrder("run_1", "run_2");
    }

    @Test
    void keysThatCanDoNothingSayWhy() throws Exception {
        someJobs();
        open();
        clickRow("run_1");
        robot.press(KeyCode.SHIFT).type(KeyCode.DELETE).release(KeyCode.SHIFT);
        click("A server forgets only jobs that are over. Cancel what still runs first.");
        robot.type(KeyCode.ESCAPE);
        Fx.await("read", () -> node("#nothingToDo") == null);
        clickRow("run_3");
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.X).release(KeyCode.SHIFT, KeyCode.CONTROL);
        click("Nothing to cancel");
        assertThat(server.requests()).noneMatch(request -> request.startsWith("DELETE"));
    }
}
