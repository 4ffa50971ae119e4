package dev.jobglass.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.model.JobRow;
import dev.jobglass.settings.KeyStore;
import dev.jobglass.settings.LookSettings;
import dev.jobglass.settings.SettingsFile;
import dev.jobglass.testing.Fx;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColumnArrangementTest {
    @TempDir
    private Path folder;
    private SettingsFile file;
    private LookSettings look;
    private TableView<JobRow> table;
    private List<TableColumn<JobRow, ?>> columns;
    private ColumnArrangement arrangement;

    @BeforeEach
    void open() throws Exception {
        file = new SettingsFile(folder, KeyStore.none());
        look = file.settings().look();
        Fx.run(this::arrange);
    }

    private void arrange() {
        table = new TableView<>();
        columns = Stream.of("state", "job", "created").<TableColumn<JobRow, ?>>map(id -> {
            TableColumn<JobRow, String> column = new TableColumn<>(id);
            column.setId(id);
            return column;
        }).toList();
        arrangement = new ColumnArrangement(table, columns, look);
        arrangement.show(columns);
    }

    @AfterEach
    void close() {
        arrangement.close();
        file.close();
    }

    private List<String> seen() throws Exception {
        return Fx.call(() -> table.getVisibleLeafColumns().stream().map(TableColumn::getId).toList());
    }

    private List<String> sorting() throws Exception {
        return Fx.call(() -> table.getSortOrder().stream()
                .map(column -> (column.getSortType() == SortType.DESCENDING ? "-" : "") + column.getId()).toList());
    }

    @Test
    void whatTheUserDoesWithTheTableIsThereAtTheNextStart() throws Exception {
        Fx.run(() -> {
            columns.getFirst().setVisible(false);
            arrangement.sortBy(columns.getLast());
            arrangement.sortBy(columns.getLast());
            table.getColumns().setAll(columns.reversed());
        });
        arrangement.close();
        Fx.run(this::arrange);
        assertThat(seen()).containsExactly("created", "job");
        assertThat(sorting()).containsExactly("-created");
    }

    @Test
    void whatTheSettingsSayIsSeenAtOnce() throws Exception {
        Fx.run(() -> {
            look.rows().columnOrderProperty().set("created job state");
            look.rows().sortingProperty().set("-state created");
            look.hiddenColumns().add("created");
        });
        assertThat(seen()).containsExactly("job", "state");
        assertThat(sorting()).containsExactly("-state", "created");
        Fx.run(() -> {
            look.hiddenColumns().clear();
            look.rows().columnOrderProperty().set("");
            look.rows().sortingProperty().set("");
        });
        assertThat(seen()).containsExactly("state", "job", "created");
        assertThat(sorting()).isEmpty();
    }

    @Test
    void theJobStaysForJobsAreToldApartByIt() throws Exception {
        Fx.run(() -> look.hiddenColumns().addAll(List.of("job", "created", "there is none of this name")));
        assertThat(seen()).containsExactly("state", "job");
    }

    @Test
    void aColumnThatComesOnlyWithAnotherServerTakesItsPlace() throws Exception {
        Fx.run(() -> {
            arrangement.sortBy(columns.getLast());
            arrangement.show(columns.subList(0, 2));
        });
        assertThat(seen()).containsExactly("state", "job");
        assertThat(sorting()).as("by what is there").isEmpty();
        Fx.run(() -> arrangement.show(columns));
        assertThat(seen()).containsExactly("state", "job", "created");
        assertThat(sorting()).containsExactly("created");
    }
}
