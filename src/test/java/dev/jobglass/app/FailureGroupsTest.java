package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.history.HistoryQuery;
import dev.jobglass.testing.Fx;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** What failed of the same is one entry of the failure window. */
class FailureGroupsTest extends FailureWindowFixture {
    @Test
    void failuresOfTheSameAreOneEntryWithOneNoteForAll() throws Exception {
        openWithRunning(4);
        server.failed("run_1", "Rate limit exceeded after 31 s");
        Fx.await("the window", () -> failures().equals(List.of("run_1")));
        server.failed("run_2", "Rate limit exceeded after 7 s");
        server.failed("run_3", "Rate limit exceeded after 1.5 s");
        server.failed("run_4", "Out of memory");
        Fx.await("one entry", () -> failures().equals(List.of("run_4", "Rate limit exceeded after … s × 3")));
        assertThat(text("#error")).as("what was read").endsWith("31 s");
        assertThat(((Button) node("#dismiss")).getText()).isEqualTo("Dismiss 3");
        picture("failures-group", failureWindow());
        click("#note");
        robot.write("quota");
        click("#dismiss");
        Fx.await("the other is left", () -> failures().equals(List.of("run_4")));
        awaitText("#error", "Out of memory");
        assertThat(kept(server.url()).dismissed()).containsExactlyInAnyOrder("run_1", "run_2", "run_3");
        Fx.await("a note for each",
                () -> history.search(new HistoryQuery("quota", null, null, null, null, 10)).size() == 3);
    }

    @Test
    void theNoteOfADismissalThatIsUndoneIsThereAgain() throws Exception {
        openWithRunning(3);
        server.failed("run_1", "Timeout");
        server.failed("run_2", "Timeout");
        Fx.await("one entry", () -> failures().equals(List.of("Timeout × 2")));
        click("#note");
        robot.write("quota");
        server.failed("run_3", "Timeout");
        Fx.await("it grows", () -> failures().equals(List.of("Timeout × 3")));
        click("#dismiss");
        Fx.await("one came since", () -> failures().equals(List.of("run_3")));
        assertThat(text("#note")).isEmpty();
        robot.press(KeyCode.SHORTCUT).type(KeyCode.Z).release(KeyCode.SHORTCUT);
        Fx.await("back", () -> failures().equals(List.of("Timeout × 3")));
        awaitText("#note", "quota");
    }

    @Test
    void aGroupOpensAndSomeOfItAreDismissed() throws Exception {
        openWithRunning(3);
        for (int i = 1; i <= 3; i++) {
            server.failed("run_" + i, "Timeout");
        }
        Fx.await("one entry", () -> failures().equals(List.of("Timeout × 3")));
        click("#failures .failure");
        robot.type(KeyCode.RIGHT);
        Fx.await("its jobs", () -> failures().size() == 4);
        robot.type(KeyCode.DOWN).press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT);
        List<String> selected = failures().subList(1, 3);
        picture("failures-open-group", failureWindow());
        click("#dismiss");
        Fx.await("one is left", () -> failures().size() == 1 && failures().getFirst().startsWith("run_"));
        assertThat(kept(server.url()).dismissed()).containsExactlyInAnyOrderElementsOf(selected);
    }

    @Test
    void dismissingOneOfAGroupSelectsTheNextOneNotTheGroup() throws Exception {
        openWithRunning(4);
        for (int i = 1; i <= 4; i++) {
            server.failed("run_" + i, "Timeout");
        }
        Fx.await("one entry", () -> failures().equals(List.of("Timeout × 4")));
        click("#failures .failure");
        robot.type(KeyCode.RIGHT).type(KeyCode.DOWN);
        Fx.await("its jobs", () -> failures().size() == 5);
        click("#dismiss");
        Fx.await("three are left", () -> failures().size() == 4);
        assertThat(((Button) node("#dismiss")).getText()).isEqualTo("Dismiss");
        click("#dismiss");
        Fx.await("two are left", () -> failures().size() == 3);
        assertThat(kept(server.url()).dismissed()).hasSize(2);
    }

    @Test
    void somethingIsAlwaysSelected() throws Exception {
        openWithRunning(2);
        server.failed("run_1", "It broke");
        server.failed("run_2", "It burnt");
        Fx.await("both", () -> failures().size() == 2);
        robot.clickOn(node("#failures").lookup(".tree-cell"));
        robot.type(KeyCode.HOME);
        Fx.await("the first", () -> selectedFailures() == 1);
        robot.type(KeyCode.SPACE);
        Fx.await("still one", () -> selectedFailures() == 1);
        String first = failures().getFirst();
        robot.clickOn(node("#dismiss"));
        Fx.await("it is the one that is dismissed", () -> failures().size() == 1 && !failures().contains(first));
    }

    private int selectedFailures() {
        return ((TreeView<?>) node("#failures")).getSelectionModel().getSelectedItems().size();
    }

    @Test
    void aNoteStaysWithTheFailureItWasTypedAbout() throws Exception {
        openWithRunning(2);
        server.failed("run_1", "Out of memory");
        Fx.await("the window", () -> failures().equals(List.of("run_1")));
        click("#note");
        robot.write("ask the cluster team");
        server.failed("run_2", "Login refused");
        Fx.await("both", () -> failures().size() == 2);
        assertThat(text("#note")).isEqualTo("ask the cluster team");
        click("#failures .failure");
        robot.type(KeyCode.UP);
        awaitText("#error", "Login refused");
        assertThat(text("#note")).as("of the other").isEmpty();
        robot.type(KeyCode.DOWN);
        awaitText("#error", "Out of memory");
        assertThat(text("#note")).isEqualTo("ask the cluster team");
    }

    @Test
    void theKeysForTheSizeOfTextAreKnownInEachWindow() throws Exception {
        openWithFailure("Out of memory");
        click("#error");
        robot.press(KeyCode.CONTROL, KeyCode.EQUALS).release(KeyCode.EQUALS, KeyCode.CONTROL);
        Fx.await("larger", () -> settings.look().textSizeProperty().get() == 110);
    }

    @Test
    void whatIsReadStaysInViewWhenManyMoreFail() throws Exception {
        openWithRunning(40);
        server.failed("run_1", "first");
        Fx.await("the window", () -> failures().size() == 1);
        for (int i = 2; i <= 40; i++) {
            server.failed("run_" + i, "error of its own " + "x".repeat(i));
        }
        TreeView<?> list = (TreeView<?>) node("#failures");
        Fx.await("all", () -> list.getExpandedItemCount() == 40);
        Fx.await("the first still seen", () -> failures().contains("run_1"));
    }
}
