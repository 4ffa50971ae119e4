package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.history.Change;
import dev.jobglass.history.HistoryQuery;
import dev.jobglass.settings.KeyStore;
import dev.jobglass.settings.SettingsFile;
import dev.jobglass.testing.Fx;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/** What users have read, and that they may take that back. */
class DismissalTest extends FailureWindowFixture {
    @Test
    void dismissedStaysDismissedAcrossRestarts() throws Exception {
        openWithRunning(2);
        server.failed("run_1", "a");
        Fx.await("the window", () -> failures().equals(List.of("run_1")));
        server.failed("run_2", "b");
        Fx.await("two rows", () -> failures().size() == 2);
        click("#dismiss");
        Fx.await("one left", () -> failures().equals(List.of("run_2")));
        closeProgram();

        open();
        Fx.await("only what was not dismissed", () -> failures().equals(List.of("run_2")));
        click("#dismissAll");
        Fx.await("closed", () -> failures().isEmpty() && Window.getWindows().size() == 1);
        assertThat(kept(server.url()).dismissed()).containsExactly("run_1", "run_2");
        Fx.await("below the running", () -> rows().size() == 2);
    }

    @Test
    void aDismissalIsUndoneThereAndInTheMainWindow() throws Exception {
        openWithTwoFailures();
        List<String> notes = new ArrayList<>();
        click("#note");
        robot.write("seen");
        click("#dismiss");
        Fx.await("one left", () -> failures().size() == 1);
        assertThat(noteTyped()).isEmpty();
        click("#note");
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        Fx.await("two again", () -> failures().size() == 2);
        for (int row = 0; row < 2; row++) {
            int chosen = row;
            Fx.run(() -> ((TreeView<?>) node("#failures")).getSelectionModel().clearAndSelect(chosen));
            notes.add(noteTyped());
        }
        assertThat(notes).as("the note is back").containsExactlyInAnyOrder("seen", "");

        click("#dismissAll");
        Fx.await("closed", () -> Window.getWindows().size() == 1);
        awaitText("#undoText", "Dismissed 2 failures.");
        click("#undo .hyperlink");
        Fx.await("open again", () -> failures().size() == 2);
        closeProgram();
        assertThat(kept(server.url()).dismissed()).isEmpty();
    }

    @Test
    void whatIsWrittenAboutOneFailureIsNotedOfNoOther() throws Exception {
        openWithTwoFailures();
        Fx.run(() -> ((TreeView<?>) node("#failures")).getSelectionModel().clearAndSelect(0));
        String about = failures().getFirst();
        click("#note");
        robot.write("only this");
        click("#dismissAll");
        Fx.await("closed", () -> Window.getWindows().size() == 1);
        Fx.await("noted", () -> history.search(new HistoryQuery("only this", null, null, null, null, 10)).stream()
                .map(Change::jobId).toList().equals(List.of(about)));
        assertThat(kept(server.url()).dismissed()).containsExactlyInAnyOrder("run_1", "run_2");
    }

    @Test
    void eachFailureIsDismissedWithItsOwnNoteAndHasItBack() throws Exception {
        openWithTwoFailures();
        for (int row = 0; row < 2; row++) {
            int chosen = row;
            Fx.run(() -> {
                ((TreeView<?>) node("#failures")).getSelectionModel().clearAndSelect(chosen);
                ((TextInputControl) node("#note")).setText("note " + chosen);
            });
        }
        List<String> ids = failures();
        click("#dismissAll");
        Fx.await("closed", () -> Window.getWindows().size() == 1);
        for (int row = 0; row < 2; row++) {
            String note = "note " + row;
            String id = ids.get(row);
            Fx.await(note, () -> history.changes(server.url(), id, 10).stream()
                    .anyMatch(change -> change.text() != null && change.text().endsWith(note)));
        }
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        Fx.await("both again", () -> failures().size() == 2);
        for (int row = 0; row < 2; row++) {
            int chosen = row;
            Fx.run(() -> ((TreeView<?>) node("#failures")).getSelectionModel().clearAndSelect(chosen));
            assertThat(noteTyped()).isEqualTo("note " + ids.indexOf(failures().get(row)));
        }
    }

    @Test
    void whatIsDismissedInAnotherWindowIsSoHere() throws Exception {
        openWithTwoFailures();
        List<String> ids = failures();
        try (SettingsFile other = new SettingsFile(folder, KeyStore.none())) {
            Fx.run(() -> other.settings().server(address(server.url())).dismiss(List.of(ids.getFirst(), "another")));
            Fx.await("one left", () -> failures().equals(ids.subList(1, 2)));
        }
        assertThat(Fx.call(() -> workspace.failures().size())).isEqualTo(1);
        server.failed("another", "It broke");
        Fx.await("it is here", () -> rows().size() == 3);
        assertThat(Fx.call(() -> workspace.failures().size())).as("it was dismissed there").isEqualTo(1);
    }

    @Test
    void aNoteWhoseDismissalWasUndoneIsNotedAgainOnlyOnceItWasShown() throws Exception {
        openWithTwoFailures();
        click("#note");
        robot.write("seen");
        click("#dismiss");
        Fx.await("one left", () -> failures().size() == 1);
        click("#note");
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        Fx.await("two again", () -> failures().size() == 2);
        assertThat(noteTyped()).as("the other is shown").isEmpty();
        click("#dismissAll");
        Fx.await("closed", () -> Window.getWindows().size() == 1);
        click("#undo .hyperlink");
        Fx.await("open again", () -> failures().size() == 2);

        for (int row = 0; row < 2; row++) {
            int chosen = row;
            Fx.run(() -> ((TreeView<?>) node("#failures")).getSelectionModel().clearAndSelect(chosen));
            assertThat(noteTyped()).isEmpty();
        }
    }

    @Test
    void theNoteOfTheOnlyFailureIsBackToo() throws Exception {
        openWithFailure("a");
        Fx.run(() -> ((TextInputControl) node("#note")).setText("only note"));
        click("#dismiss");
        Fx.await("closed", () -> Window.getWindows().size() == 1);
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        Fx.await("again", () -> failures().size() == 1);
        assertThat(noteTyped()).isEqualTo("only note");
    }

    private void openWithTwoFailures() throws Exception {
        openWithRunning(2);
        server.failed("run_1", "a");
        server.failed("run_2", "b");
        Fx.await("two rows", () -> failures().size() == 2);
    }

    private String noteTyped() {
        return ((TextInputControl) node("#note")).getText();
    }

    @Test
    void oneDismissalAfterTheOtherIsUndoneAndTheTimelineTellsIt() throws Exception {
        openWithTwoFailures();
        click("#dismiss");
        Fx.await("one left", () -> failures().size() == 1);
        click("#dismiss");
        Fx.await("closed", () -> Window.getWindows().size() == 1);
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        Fx.await("the last again", () -> failures().size() == 1);
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        Fx.await("both again", () -> failures().size() == 2);
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        robot.type(KeyCode.ESCAPE);
        Fx.await("closed", () -> Window.getWindows().size() == 1);

        clickRow("run_1");
        Fx.await("dismissed and undone", () -> {
            String lines = ((ListView<?>) node("#timeline")).getItems().toString();

            return lines.indexOf("Dismissed by") >= 0
                    && lines.indexOf("Dismissal undone by") > lines.indexOf("Dismissed by");
        });
    }

    @Test
    void whoOpenedTheWindowByItsButtonIsInTheTableAfterwards() throws Exception {
        openWithFailure("a");
        robot.type(KeyCode.ESCAPE);
        Fx.await("closed", () -> Window.getWindows().size() == 1);
        click("#openFailures");
        Fx.await("open again", () -> failures().equals(List.of("run_1")));
        click("#dismiss");
        Fx.await("dismissed", () -> Window.getWindows().size() == 1 && !visible("#openFailures"));

        assertThat(Fx.call(() -> stage.getScene().getFocusOwner())).isSameAs(table());
    }

    @Test
    void aDismissedFailureCanBeReadAgain() throws Exception {
        openWithFailure("once more");
        click("#dismiss");
        Fx.await("closed", () -> Window.getWindows().size() == 1);
        clickRow("run_1");
        robot.type(KeyCode.ENTER);
        awaitText("#error", "once more");
        click("#dismiss");
        Fx.await("closed again", () -> Window.getWindows().size() == 1);
        Fx.await("dismissed once", () -> ((ListView<?>) node("#timeline")).getItems().stream()
                .filter(moment -> moment.toString().contains("Dismissed by")).count() == 1);
    }

    @Test
    void aFailureIsDismissedByTheMenuOfItsRowAndTheNextFindsTheListWithTheKeyboard() throws Exception {
        openWithRunning(2);
        server.failed("run_1", "a");
        Fx.await("the window", () -> failures().equals(List.of("run_1")));
        click("#dismissAll");
        Fx.await("closed", () -> Window.getWindows().size() == 1);
        server.failed("run_2", "b");
        Fx.await("the window again", () -> failures().equals(List.of("run_2")));
        assertThat(Fx.call(() -> failureWindow().getScene().getFocusOwner())).isSameAs(node("#failures"));
        robot.type(KeyCode.ESCAPE);
        Fx.await("closed", () -> Window.getWindows().size() == 1);

        awaitRows("run_2", "run_1"); // else they may change places under the click
        clickRow("run_2");
        robot.press(KeyCode.SHIFT).type(KeyCode.F10).release(KeyCode.SHIFT);
        Fx.await("a menu", () -> Window.getWindows().size() == 2);
        click("Dismiss failure");
        awaitText("#undoText", "Dismissed the failure of run_2.");
        Fx.await("done", () -> kept(server.url()).dismissed().contains("run_2"));
    }

    @Test
    void enterDismissesNothing() throws Exception {
        openWithRunning(1);
        click("#filter");
        server.failed("run_1", "unread");
        Fx.await("the window", () -> failures().equals(List.of("run_1")));
        robot.type(KeyCode.ENTER);
        Fx.run(() -> {
        });

        assertThat(failures()).containsExactly("run_1");
    }
}
