package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.settings.Grouping;
import dev.jobglass.settings.NotificationKind;
import dev.jobglass.settings.Theme;
import dev.jobglass.testing.Fx;
import dev.jobglass.ui.common.ThemeManager;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
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
        Fx.await("the window", () -> node("#settings") != null);
    }

    private void type(String field, String text) throws Exception {
        Fx.run(() -> ((TextField) node("#" + field)).setText(text));
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
        assertThat(Fx.call(() -> settings.get().look().theme())).isEqualTo(Theme.LIGHT);
        type("textSize", "120");
        Fx.await("larger", () -> ((Label) node("#statusCounts")).getFont().getSize() > 14);
        Fx.run(() -> ((CheckBox) node("#sound")).setSelected(true));
        assertThat(settings.get().notifications().sound()).isTrue();
        Fx.run(() -> ((CheckBox) node("#tell-STALLED")).setSelected(true));
        assertThat(settings.get().notifications().kinds()).contains(NotificationKind.STALLED);
        Fx.run(() -> new ThemeManager(Theme.DARK, 100));
    }

    @Test
    void whatCannotBeIsComplainedAboutAndNotTaken() throws Exception {
        type("maxInFlight", "0");
        type("quietFrom", "25:00");
        assertThat(complaints()).containsExactly("Please enter a whole number from 1 to 256.",
                "Please enter a time of day such as 22:00, or nothing.");
        assertThat(settings.get().polling().maxInFlight()).isEqualTo(16);
        type("quietFrom", "22:00");
        type("maxInFlight", "8");
        assertThat(complaints()).isEmpty();
        assertThat(settings.get().notifications().quietFrom()).isEqualTo("22:00");
        assertThat(settings.get().polling().maxInFlight()).isEqualTo(8);
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
    void aSettingIsFoundByItsWords() throws Exception {
        click("#settingsSearch");
        robot.write("quiet until");
        Fx.await("one row", () -> node("#settings").lookupAll(".setting").stream().filter(row -> row.isVisible())
                .count() == 1);
        assertThat(node("#quietTo").getParent().isVisible()).isTrue();
    }
}
