package dev.jobglass.app;

import dev.jobglass.api.ApiKey;
import dev.jobglass.monitor.KeyChange;
import dev.jobglass.monitor.ServerForm;
import dev.jobglass.settings.ServerAccess;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.RunsServer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The whole program with two servers. */
abstract class TwoServersTest extends ProgramTest {
    static final Map<String, Object> SOON = Map.of("retry_after", 1);

    RunsServer other;

    @BeforeEach
    void serveAnother() throws Exception {
        other = new RunsServer();
        server.job("run_a", "running", 40, SOON);
        other.job("run_b", "running", 60, SOON);
    }

    @AfterEach
    void closeTheOther() {
        other.close();
    }

    void openBoth() throws Exception {
        open(List.of(server.url(), other.url()), Set.of());
        awaitRows("run_a", "run_b");
        other.onChange(this::lookAtOnce);
    }

    List<String> columns() throws Exception {
        return Fx.call(() -> table().getColumns().stream().map(TableColumn::getId).toList());
    }

    List<String> fromServers() throws Exception {
        return Fx.call(() -> table().lookupAll(".table-cell.column-server .label").stream()
                .map(label -> ((Label) label).getText())
                .filter(text -> text != null && !text.isEmpty()).sorted().toList());
    }

    /** {@return the server's item in the pill's menu} */
    CheckMenuItem item(String part) throws Exception {
        return Fx.call(() -> {
            MenuButton pill = (MenuButton) node("#server");
            pill.getOnShowing().handle(null);
            return (CheckMenuItem) pill.getItems().stream()
                    .filter(item -> item instanceof CheckMenuItem && item.getText().contains(part)).findFirst()
                    .orElseThrow();
        });
    }

    void toggle(String part) throws Exception {
        CheckMenuItem item = item(part);
        Fx.run(() -> {
            item.setSelected(!item.isSelected());
            item.fire();
        });
    }

    void type(String field, String text) throws Exception {
        Fx.run(() -> ((TextInputControl) node(field)).setText(text));
    }

    void choose(String menu, String part) throws Exception {
        Fx.run(() -> {
            MenuButton pill = (MenuButton) node("#server");
            pill.getOnShowing().handle(null);
            pill.getItems().stream().filter(item -> menu.equals(item.getId()))
                    .flatMap(item -> ((Menu) item).getItems().stream())
                    .filter(item -> item.getText().contains(part)).findFirst().map(MenuItem.class::cast).orElseThrow()
                    .fire();
        });
    }

    static ServerForm form(String url, String name, String key) {
        return new ServerForm(address(url), name,
                key == null ? new KeyChange.Unchanged() : new KeyChange.Entered(new ApiKey(key)),
                ServerAccess.PLAIN);
    }
}
