package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.settings.Grouping;
import dev.jobglass.testing.Fx;
import dev.jobglass.ui.main.StartRequest;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Views under a name, in the whole program. */
class SavedViewsTest extends ProgramTest {
    @BeforeEach
    void openWithJobs() throws Exception {
        server.job("run_1", "running", 30, Map.of("agent_id", "recipe:news"));
        server.job("run_2", "succeeded", 100, Map.of("agent_id", "recipe:news"));
        server.job("run_3", "succeeded", 100, Map.of("agent_id", "recipe:mail"));
        open();
        Fx.await("jobs", () -> rows().size() == 3);
    }

    private void press(KeyCode code) {
        robot.press(KeyCode.SHORTCUT).type(code).release(KeyCode.SHORTCUT);
    }

    private void save(String name) throws Exception {
        press(KeyCode.S);
        Fx.await("the question", () -> node("#viewName") != null && node("#viewName").isFocused());
        Fx.run(() -> ((TextInputControl) node("#viewName")).setText(name));
        Fx.run(((Button) node("#viewSave"))::fire);
        Fx.await("saved", () -> node("#viewName") == null);
    }

    private TableColumn<?, ?> column(String id) {
        return table().getColumns().stream().filter(column -> column.getId().equals(id)).findFirst().orElseThrow();
    }

    private String text(int view) {
        return view(view).getText() + " · " + ((Label) view(view).getGraphic()).getText();
    }

    private ToggleButton view(int number) {
        return (ToggleButton) node("#view" + number);
    }

    private boolean onlyTheSecond() {
        return rows().contains("run_2") && !rows().contains("run_1") && !rows().contains("run_3");
    }

    /** The first shows all jobs as they usually are, the second some of them otherwise. */
    private void saveTwo() throws Exception {
        save("All");
        Fx.run(() -> {
            window.filter("agent:news");
            settings.look().rows().groupingProperty().set(Grouping.AGENT);
            column("created").setVisible(false);
            settings.look().hiddenColumns().add("created"); // a window of fixed size keeps nothing
            table().getSortOrder().setAll(List.of());
            column("job").setSortType(TableColumn.SortType.DESCENDING);
        });
        click("#tileSucceeded");
        Fx.await("one job", this::onlyTheSecond);
        save("News that came");
    }

    @Test
    void aViewIsAllThatTheTableShowsAndHow() throws Exception {
        assertThat(visible("#viewsBar")).isFalse();
        saveTwo();
        Fx.await("its jobs are counted", () -> text(2).equals("News that came · 1"));
        assertThat(Fx.call(() -> text(1))).isEqualTo("All · 3");
        picture("views", stage);
        press(KeyCode.DIGIT1);
        Fx.await("all jobs", () -> rows().size() == 3);
        assertThat(Fx.call(() -> column("created").isVisible() && view(1).isSelected() && !view(2).isSelected()))
                .isTrue();
        assertThat(settings.look().rows().groupingProperty().get()).isEqualTo(Grouping.NONE);
        press(KeyCode.DIGIT2);
        Fx.await("one job", this::onlyTheSecond);
        assertThat(Fx.call(() -> column("created").isVisible())).isFalse();
        assertThat(settings.look().rows().groupingProperty().get()).isEqualTo(Grouping.AGENT);
        assertThat(Fx.call(() -> view(2).isSelected())).isTrue();
        Fx.run(() -> settings.look().rows().groupingProperty().set(Grouping.NONE));
        Fx.await("another view", () -> !view(2).isSelected());
    }

    @Test
    void whatIsCountedFollowsTheJobs() throws Exception {
        saveTwo();
        server.job("run_1", "succeeded", 100, Map.of("agent_id", "recipe:news"));
        Fx.await("two", () -> text(2).equals("News that came · 2"));
        server.job("run_9", "running", 1, Map.of("agent_id", "recipe:news"));
        Fx.await("four", () -> text(1).equals("All · 4"));
    }

    @Test
    void viewsAreKeptAndCanBeRenamedMovedAndDeleted() throws Exception {
        saveTwo();
        closeProgram();
        open();
        Fx.await("kept", () -> node("#view2") != null && text(2).startsWith("News that came"));
        Fx.run(() -> {
            MenuButton menu = (MenuButton) node("#viewsMenu");
            menu.show();
            assertThat(menu.getItems().getFirst().getText()).isEqualTo("All · 3");
            menu.getItems().getLast().fire();
            menu.hide();
        });
        Fx.await("the list", () -> node("#viewList") != null);
        ListView<?> list = (ListView<?>) node("#viewList");
        Fx.run(() -> {
            list.getSelectionModel().select(1);
            ((Button) node("#view-up")).fire();
            list.getSelectionModel().select(1);
            ((Button) node("#view-delete")).fire();
            ((Button) node("#view-rename")).fire();
        });
        Fx.await("the question", () -> node("#viewName") != null);
        picture("views-manage", list.getScene().getWindow());
        Fx.run(() -> {
            ((TextInputControl) node("#viewName")).setText("News");
            ((Button) node("#viewSave")).fire();
        });
        Fx.await("renamed", () -> node("#viewName") == null);
        assertThat(Fx.call(() -> text(1))).as("not yet").startsWith("All");
        Fx.run(((Button) node("#viewsSave"))::fire);
        Fx.await("one is left", () -> text(1).startsWith("News ") && node("#view2") == null);
    }

    @Test
    void aViewOfTheSameNameIsReplacedAndItIsSaid() throws Exception {
        saveTwo();
        press(KeyCode.S);
        Fx.await("the question", () -> node("#viewName") != null);
        assertThat(Fx.call(() -> node("#viewSave").isDisabled())).isTrue();
        Fx.run(() -> ((TextInputControl) node("#viewName")).setText("all"));
        awaitText("#viewNote", "It takes the place of the view that has this name.");
        Fx.run(((Button) node("#viewSave"))::fire);
        Fx.await("two still", () -> settings.viewsProperty().get().size() == 2
                && settings.viewsProperty().get().getFirst().filter().equals("agent:news"));
    }

    private void follow(String link) throws Exception {
        Fx.run(() -> window.handOver(new StartRequest(List.of(), "", false, false, false, 0, "", link, "", "")));
    }

    @Test
    void aLinkLeadsToAViewOrAJobAndNowhereElse() throws Exception {
        saveTwo();
        follow("jobglass://view/all");
        Fx.await("all jobs", () -> rows().size() == 3);
        follow("jobglass://job/run_3?server=" + server.url());
        Fx.await("the job", () -> selected() != null && selected().id().equals("run_3"));
        follow("jobglass://job/run_3?server=http://127.0.0.1:1");
        Fx.await("refused", () -> visible(".dialog-header-text"));
        follow("jobglass://job/..%2F..%2Fadmin?server=" + server.url());
        awaitText(".dialog-header-text", "There is no such job");
        assertThat(Fx.call(() -> Window.getWindows().size())).as("one at a time").isEqualTo(2);
        assertThat(kept(server.url()).watched()).isEmpty();
        assertThat(workspace.servers()).hasSize(1);
        assertThat(settings.servers()).hasSize(1);
        picture("link-refused", node(".dialog-header-text").getScene().getWindow());
    }

    @Test
    void aViewThatACommandLineAsksForIsNotKept() throws Exception {
        saveTwo();
        press(KeyCode.DIGIT1);
        Fx.await("all jobs", () -> rows().size() == 3);
        Fx.run(() -> window.follow("jobglass://view/News%20that%20came", true));
        Fx.await("its job", this::onlyTheSecond);
        assertThat(settings.look().rows().filterProperty().get()).as("only for now").isEmpty();
        assertThat(settings.look().rows().groupingProperty().get()).isEqualTo(Grouping.NONE);
    }
}
