package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.settings.Theme;
import dev.jobglass.settings.WhenClosed;
import dev.jobglass.testing.Fx;
import dev.jobglass.ui.main.StartRequest;
import java.util.List;
import javafx.event.Event;
import javafx.scene.control.Label;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;

/** What becomes of the program when its window is closed. */
class ClosingTest extends ProgramTest {
    private void closeByUser() throws Exception {
        Fx.run(() -> Event.fireEvent(stage, new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    private void awaitDialog(String words) throws Exception {
        Fx.await("it says " + words, () -> node(".dialog-pane") != null && node(".dialog-pane").lookupAll(".label")
                .stream()
                .anyMatch(label -> ((Label) label).getText().contains(words)));
    }

    private void openWithIcon() throws Exception {
        open();
        Fx.await("the icon", icon::shown);
    }

    @Test
    void whereThereIsAnIconItIsSaidOnceThatItKeepsWatching() throws Exception {
        openWithIcon();
        closeByUser();
        awaitDialog("icon in the panel");
        assertThat(stage.isShowing()).isTrue();
        click("Keep watching");
        Fx.await("closed", () -> !stage.isShowing());

        Fx.run(() -> icon.content.clicked().run());
        Fx.await("open", () -> stage.isShowing());
        closeByUser();
        Fx.await("closed without a word", () -> !stage.isShowing());
        assertThat(quits).isZero();
        assertThat(settings.desktop().whenClosedProperty().get()).isEqualTo(WhenClosed.ASK);
    }

    @Test
    void withoutAnIconItAsksOnce() throws Exception {
        icon.panel = false;
        open();
        closeByUser();
        awaitDialog("no icon");
        click("Keep watching");
        Fx.await("closed", () -> !stage.isShowing());
        assertThat(settings.desktop().whenClosedProperty().get()).isEqualTo(WhenClosed.KEEP_WATCHING);
    }

    @Test
    void whoWantsItToEndIsNotAskedAgain() throws Exception {
        icon.panel = false;
        open();
        closeByUser();
        click("Quit");
        Fx.await("ended", () -> quits == 1);
        closeByUser();
        Fx.await("ended", () -> quits == 2);
    }

    @Test
    void whoCancelsKeepsTheWindow() throws Exception {
        openWithIcon();
        closeByUser();
        click("Cancel");
        Fx.await("no dialog", () -> node(".dialog-pane") == null);
        assertThat(stage.isShowing()).isTrue();
        assertThat(quits).isZero();
        assertThat(settings.desktop().toldThatItWatchesProperty().get()).isFalse();
    }

    @Test
    void itIsAsWideAsItsWordsWantAlsoWhenItsOwnerAndTheThemeHaveChanged() throws Exception {
        openWithIcon();
        Fx.run(() -> {
            settings.look().textSizeProperty().set(200);
            stage.setWidth(1_000);
        });
        closeByUser();
        awaitDialog("icon in the panel");
        double width = Fx.call(() -> node(".dialog-pane").getScene().getWindow().getWidth());
        Fx.run(() -> stage.setWidth(1_280));
        Fx.run(() -> themes.choose(Theme.HIGH_CONTRAST));
        Fx.pulses(4);
        assertThat(Fx.call(() -> node(".dialog-pane").getScene().getWindow().getWidth())).isEqualTo(width);
        assertThat(Fx.call(() -> LayoutRules.broken(node(".dialog-pane").getScene()))).isEmpty();
    }

    @Test
    void askedTwiceItAsksOnce() throws Exception {
        openWithIcon();
        closeByUser();
        closeByUser();
        Fx.await("one dialog", () -> javafx.stage.Window.getWindows().size() == 2);
    }

    @Test
    void aQuestionThatWasPutAwayIsAskedAgain() throws Exception {
        openWithIcon();
        closeByUser();
        awaitDialog("icon in the panel");
        Fx.run(window::showWatchScreen); // puts away all dialogs
        Fx.await("no dialog", () -> node(".dialog-pane") == null);
        closeByUser();
        awaitDialog("icon in the panel");
    }

    @Test
    void anotherStartBringsTheWindowBack() throws Exception {
        open();
        Fx.run(stage::hide);
        Fx.run(() -> window.handOver(new StartRequest(List.of(), "", false, false, true, 0, "", "", "", "")));
        assertThat(stage.isShowing()).isFalse();
        Fx.run(() -> window.handOver(new StartRequest(List.of(), "", false, false, false, 0, "", "", "", "")));
        assertThat(stage.isShowing()).isTrue();
    }

    @Test
    void aWatchScreenThatIsClosedLeavesTheWindowsSize() throws Exception {
        openWithIcon();
        Fx.run(() -> settings.desktop().whenClosedProperty().set(WhenClosed.KEEP_WATCHING));
        Fx.run(() -> stage.setWidth(1_100));
        Fx.run(window::showWatchScreen);
        Fx.await("full", () -> stage.isFullScreen());
        closeByUser();
        Fx.run(() -> icon.content.clicked().run());
        Fx.await("as before", () -> stage.isShowing() && stage.getWidth() == 1_100 && stage.getHeight() == 800);
    }

    @Test
    void aWatchScreenThatIsClosedIsLeft() throws Exception {
        openWithIcon();
        Fx.run(() -> settings.desktop().whenClosedProperty().set(WhenClosed.KEEP_WATCHING));
        Fx.run(window::showWatchScreen);
        closeByUser();
        Fx.await("closed", () -> !stage.isShowing());
        Fx.run(() -> icon.content.clicked().run());
        Fx.await("the dashboard", () -> stage.isShowing() && node(".watch-screen") == null && visible("#jobs"));
    }
}
