package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.jobglass.api.JobKey;
import dev.jobglass.model.JobRow;
import dev.jobglass.settings.Grouping;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.RunsServer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The table is at the next start as it was left. */
class ViewRememberedTest extends ProgramTest {
    private void openWithJobs() throws Exception {
        for (int i = 1; i <= 4; i++) {
            server.job("run_" + i, i == 4 ? "queued" : "running", 10 * i, Map.of("retry_after", 60));
        }
        open();
        Fx.await("jobs", () -> rows().size() == 4);
    }

    private List<String> columns() {
        return table().getColumns().stream().map(TableColumn::getId).toList();
    }

    private TableColumn<JobRow, ?> column(String id) {
        return table().getColumns().stream().filter(column -> column.getId().equals(id)).findFirst().orElseThrow();
    }

    private void sortBy(String id, SortType type) throws Exception {
        Fx.run(() -> {
            column(id).setSortType(type);
            table().getSortOrder().setAll(List.of(column(id)));
        });
    }

    @Test
    void whatTheStartNamesIsSelectedInsteadOfWhatWasThen() throws Exception {
        openWithJobs();
        clickRow("run_3");
        Fx.await("remembered", () -> settings.look().rows().selection().size() == 1);
        closeProgram();
        open(server.url(), Set.of("run_2"));
        Fx.await("jobs", () -> rows().size() == 4);
        Fx.await("named", () -> selected() != null && selected().id().equals("run_2"));
        Fx.pulses(10);
        assertThat(Fx.call(() -> selected().id())).isEqualTo("run_2");
        awaitText("#id", "run_2");
    }

    @Test
    void orderOfColumnsAndSorting() throws Exception {
        openWithJobs();
        List<String> usual = columns();
        Fx.run(() -> {
            TableColumn<JobRow, ?> created = column("created");
            table().getColumns().remove(created);
            table().getColumns().addFirst(created);
        });
        sortBy("progress", SortType.ASCENDING);
        awaitRows("run_1", "run_2", "run_3", "run_4");
        sortBy("progress", SortType.DESCENDING);
        List<String> order = columns();
        assertThat(order).isNotEqualTo(usual).startsWith("created");
        closeProgram();

        open();
        Fx.await("sorted", () -> rows().size() == 4 && rows().indexOf("run_3") < rows().indexOf("run_1"));
        assertThat(columns()).isEqualTo(order);
        assertThat(table().getSortOrder()).extracting(TableColumn::getId, TableColumn::getSortType)
                .containsExactly(tuple("progress", SortType.DESCENDING));
    }

    @Test
    void theColumnOfTheServerComesBackToItsPlace() throws Exception {
        try (RunsServer other = new RunsServer()) {
            open(List.of(server.url(), other.url()), Set.of());
            Fx.await("the column", () -> columns().contains("server"));
            Fx.run(() -> {
                TableColumn<JobRow, ?> ofServer = column("server");
                table().getColumns().remove(ofServer);
                table().getColumns().addLast(ofServer);
            });
            closeProgram();
            open(List.of(server.url()), Set.of());
            assertThat(columns()).doesNotContain("server");
            closeProgram();
            open(List.of(server.url(), other.url()), Set.of());
            Fx.await("the column", () -> columns().contains("server"));
            assertThat(columns()).endsWith("server");
        }
    }

    @Test
    void filterAndTiles() throws Exception {
        openWithJobs();
        click("#tileRunning");
        click("#filter");
        robot.write("run_2");
        awaitRows("run_2");
        closeProgram();

        open();
        awaitRows("run_2");
        awaitText("#filter", "run_2");
        assertThat(((ToggleButton) node("#tileRunning")).isSelected()).isTrue();
        assertThat(visible("#chips")).isTrue();
    }

    @Test
    void theSelection() throws Exception {
        openWithJobs();
        clickRow("run_3");
        Fx.await("selected", () -> selected().id().equals("run_3"));
        closeProgram();

        open();
        Fx.await("selected again", () -> selected() != null && selected().id().equals("run_3"));
    }

    private void restartWithSelected(String id) throws Exception {
        openWithJobs();
        Fx.run(() -> {
            settings.look().rows().selection().clear();
            settings.look().rows().selection().add(new JobKey(address(server.url()), id));
        });
        closeProgram();
        open();
        Fx.await("the first meanwhile", () -> selected() == job(0));
    }

    @Test
    void aSelectedJobThatComesLateIsSelectedThen() throws Exception {
        restartWithSelected("run_9");
        server.job("run_9", "running", 10);
        Fx.await("selected", () -> selected().id().equals("run_9"));
    }

    @Test
    void aSelectedJobThatComesLateIsNotSelectedOnceTheUserHasChosen() throws Exception {
        restartWithSelected("run_9");
        clickRow("run_2");
        server.job("run_9", "running", 10);
        Fx.await("come", () -> rows().contains("run_9"));
        assertThat(selected().id()).isEqualTo("run_2");
    }

    @Test
    void whichGroupsAreClosed() throws Exception {
        server.job("run_1", "running", 10, Map.of("retry_after", 60, "agent_id", "a"));
        server.job("run_2", "running", 20, Map.of("retry_after", 60, "agent_id", "b"));
        open();
        Fx.run(() -> settings.look().rows().groupingProperty().set(Grouping.AGENT));
        awaitRows("[a]", "run_1", "[b]", "run_2");
        clickRow("run_2");
        robot.type(KeyCode.UP, KeyCode.LEFT);
        awaitRows("[a]", "run_1", "[b]");
        closeProgram();

        open();
        awaitRows("[a]", "run_1", "[b]");
        Fx.run(() -> settings.look().rows().groupingProperty().set(Grouping.SESSION));
        Fx.await("one group", () -> rows().size() == 3 && rows().getFirst().equals("[]"));
        Fx.run(() -> settings.look().rows().groupingProperty().set(Grouping.AGENT));
        awaitRows("[a]", "run_1", "[b]", "run_2");
    }
}
