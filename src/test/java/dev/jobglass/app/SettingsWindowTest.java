package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobKey;
import dev.jobglass.settings.Grouping;
import dev.jobglass.settings.NotificationKind;
import dev.jobglass.settings.Settings;
import dev.jobglass.settings.Theme;
import dev.jobglass.testing.Fx;
import dev.jobglass.ui.common.ThemeManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.collections.ObservableSet;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettingsWindowTest extends ProgramTest {
    @BeforeEach
    void openSettings() throws Exception {
        server.job("run_1", "running", 10, Map.of("retry_after", 1));
        open();
        awaitRows("run_1");
        robot.press(KeyCode.CONTROL).type(KeyCode.COMMA).release(KeyCode.CONTROL);
        Fx.await("the window with all that is in it", () -> node("#importSettings") != null);
    }

    /** Types and finishes with Enter. */
    private void type(String field, String text) throws Exception {
        Fx.run(() -> {
            TextField typed = (TextField) node("#" + field);
            typed.setText(text);
            typed.fireEvent(new ActionEvent());
        });
    }

    private List<String> complaints() throws Exception {
        return Fx.call(() -> node("#settings").lookupAll(".complaint").stream()
                .map(found -> ((Label) found).getText()).filter(text -> !text.isEmpty()).toList());
    }

    @Test
    void choicesAreAppliedAtOnce() throws Exception {
        picture("settings", node("#settings").getScene().getWindow());
        Fx.run(() -> {
            @SuppressWarnings("unchecked") // it chooses among themes
            ChoiceBox<Theme> themes = (ChoiceBox<Theme>) node("#theme");
            themes.setValue(Theme.LIGHT);
        });
        assertThat(Fx.call(() -> settings.look().themeProperty().get())).isEqualTo(Theme.LIGHT);
        type("textSize", "120");
        Fx.await("larger", () -> ((Label) node("#statusCounts")).getFont().getSize() > 14);
        Fx.run(() -> ((CheckBox) node("#sound")).setSelected(true));
        assertThat(settings.notifications().soundProperty().get()).isTrue();
        Fx.run(() -> ((CheckBox) node("#tell-STALLED")).setSelected(true));
        assertThat(settings.notifications().kinds()).contains(NotificationKind.STALLED);
        Fx.run(() -> new ThemeManager(Theme.DARK, new Settings().look()));
    }

    @Test
    void settingsAreExportedFromThereToo() throws Exception {
        Path file = folder.resolve("jobglass-settings.json");
        type("settingsSearch", "export");
        Fx.run(((Button) node("#exportSettings"))::fire);
        Fx.await("written", () -> Files.exists(file) && !Files.readString(file).isEmpty());
        awaitText(".dialog-header-text", "Exported, without keys and jobs");
    }

    @Test
    void whatIsNoFileOfSettingsIsRefusedBeforeAnythingIsAsked() throws Exception {
        toOpen = Files.writeString(folder.resolve("other.json"), "{\"theme\": \"DARK\"}");
        Fx.run(((Button) node("#importSettings"))::fire);
        awaitText(".dialog-header-text", "This is no file of settings");
        assertThat(node("#importSome")).isNull();
    }

    @Test
    void whatCannotBeIsComplainedAboutAndNotTaken() throws Exception {
        type("maxInFlight", "0");
        type("quietFrom", "25:00");
        assertThat(complaints()).containsExactly("Please enter a whole number from 1 to 256.",
                "Please enter a time of day such as 22:00, or nothing.");
        assertThat(settings.polling().maxInFlightProperty().get()).isEqualTo(16);
        type("quietFrom", "22:00");
        type("maxInFlight", "8");
        assertThat(complaints()).isEmpty();
        assertThat(settings.notifications().quietFromProperty().get()).isEqualTo("22:00");
        assertThat(settings.polling().maxInFlightProperty().get()).isEqualTo(8);
    }

    @Test
    void halfANumberIsNoChoice() throws Exception {
        click("#settingsSearch");
        robot.write("finished");
        click("#finishedKept");
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL).write("5");
        assertThat(settings.polling().finishedKeptProperty().get()).isEqualTo(100_000);
        robot.write("0000");
        click("#settingsSearch");
        Fx.await("chosen", () -> settings.polling().finishedKeptProperty().get() == 50_000);
        click("#finishedKept");
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL).write("60000");
        Fx.run(() -> node("#settings").getScene().getWindow().hide());
        assertThat(settings.polling().finishedKeptProperty().get()).as("closing it finishes too").isEqualTo(60_000);
    }

    @Test
    void whatIsChosenElsewhereIsSeenHereAtOnce() throws Exception {
        Fx.run(() -> {
            settings.look().textSizeProperty().set(130);
            settings.notifications().kinds().add(NotificationKind.STALLED);
            settings.polling().discoveryProperty().set(false);
            settings.notifications().quietFromProperty().set("21:15");
        });
        assertThat(text("#textSize")).isEqualTo("130");
        assertThat(text("#quietFrom")).isEqualTo("21:15");
        assertThat(((CheckBox) node("#tell-STALLED")).isSelected()).isTrue();
        assertThat(((CheckBox) node("#discovery")).isSelected()).isFalse();
        Fx.run(() -> ((CheckBox) node("#tell-STALLED")).setSelected(false));
        assertThat(settings.notifications().kinds()).doesNotContain(NotificationKind.STALLED);
    }

    @Test
    void pollingGoesOnAsChosenWithoutARestart() throws Exception {
        type("discoverySeconds", "1");
        type("stalledMinutes", "9");
        server.job("run_2", "running", 10, Map.of("retry_after", 1, "created_at", "2026-11-24T11:00:00Z"));
        awaitRows("run_1", "run_2");
        assertThat(node("#settings")).as("still open").isNotNull();
    }

    @Test
    void rowsAreGroupedAndServersChangedFromThereToo() throws Exception {
        Fx.run(() -> {
            @SuppressWarnings("unchecked") // it chooses among groupings
            ChoiceBox<Grouping> groupings = (ChoiceBox<Grouping>) node("#grouping");
            groupings.setValue(Grouping.AGENT);
        });
        awaitRows("[]", "run_1");
        Fx.run(() -> ((Button) node("#knownServer")).fire());
        Fx.await("its dialog", () -> server.url().equals(text("#serverUrl")));
        type("serverTitle", "Ours");
        click("#serverConnect");
        awaitText("#serverName", "Ours");
    }

    @Test
    void aSectionIsFoundByItsTitle() throws Exception {
        Fx.run(() -> ((TextField) node("#settingsSearch")).setText("desktop clos"));
        assertThat(visible("#whenClosed") && node("#whenClosed").getParent().isVisible()).isTrue();
        assertThat(node("#keepAwake").getParent().isVisible()).isFalse();
    }

    @Test
    void whetherItStartsAtLoginIsReadAndWrittenInTheBackground() throws Exception {
        login.on = true;
        Fx.run(() -> node("#settings").getScene().getWindow().hide());
        Fx.run(window.windows()::showSettings);
        Fx.await("the window with all that is in it", () -> node("#importSettings") != null);
        CheckBox box = (CheckBox) node("#startAtLogin");
        Fx.await("it is on", box::isSelected);
        Fx.run(box::fire);
        Fx.await("off", () -> !login.on);

        login.broken = "no room";
        Fx.run(box::fire);
        Fx.await("it is as it was, and says why", () -> !box.isSelected()
                && box.getParent().lookupAll(".complaint").stream()
                        .anyMatch(one -> ((Label) one).getText().contains("no room")));
        assertThat(Fx.call(box::isSelected)).isFalse();
    }

    @Test
    void whatWasMutedElsewhereIsToldAgainOneByOneOrAllAtOnce() throws Exception {
        ObservableSet<JobKey> muted = settings.notifications().mutedJobs();
        JobKey first = job("run_1");
        Fx.run(() -> muted.addAll(List.of(first, job("run_2"), job("run_3"))));
        MenuButton menu = (MenuButton) node("#mutedJobs");
        Fx.await("counted", () -> menu.getText().equals("3 jobs"));
        Fx.run(menu::show);
        assertThat(Fx.call(() -> menu.getItems().stream().map(MenuItem::getText).toList()))
                .containsExactly("Empty this list", null, "run_1", "run_2", "run_3");
        Fx.run(menu.getItems().get(2)::fire);
        assertThat(Fx.call(() -> muted.size())).isEqualTo(2);
        assertThat(Fx.call(() -> muted.contains(first))).isFalse();
        Fx.run(() -> {
            menu.hide();
            menu.show();
            menu.getItems().getFirst().fire();
        });
        assertThat(Fx.call(muted::isEmpty)).isTrue();
        assertThat(Fx.call(menu::isDisabled)).isTrue();
    }

    @Test
    void ofThousandsTheFirstAreNamed() throws Exception {
        Fx.run(() -> settings.notifications().mutedJobs()
                .addAll(IntStream.range(0, 5_000).mapToObj(i -> job("run_%04d".formatted(i))).toList()));
        MenuButton menu = (MenuButton) node("#mutedJobs");
        Fx.run(menu::show);
        assertThat(Fx.call(menu::getText)).isEqualTo("5,000 jobs");
        assertThat(Fx.call(() -> menu.getItems().size())).isLessThan(60);
        assertThat(Fx.call(() -> menu.getItems().getLast().getText())).isEqualTo("and 4,950 others");
    }

    private JobKey job(String id) {
        return new JobKey(address(server.url()), id);
    }

    @Test
    void aSettingIsFoundByItsWords() throws Exception {
        click("#settingsSearch");
        robot.write("quiet until");
        Fx.await("one row", () -> node("#settings").lookupAll(".setting").stream().filter(row -> row.isVisible())
                .count() == 1);
        assertThat(node("#quietTo").getParent().isVisible()).isTrue();
    }
}
