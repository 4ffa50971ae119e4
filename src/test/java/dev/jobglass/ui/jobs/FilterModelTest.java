package dev.jobglass.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.model.DisplayState;
import dev.jobglass.model.JobFilter;
import dev.jobglass.settings.Grouping;
import dev.jobglass.settings.SavedView;
import dev.jobglass.settings.Settings;
import java.time.Instant;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class FilterModelTest {
    private static final SavedView VIEW = new SavedView("Failed news", "agent:news", Set.of("FAILED"), Grouping.NONE,
            "", Set.of(), "");

    private final Settings settings = new Settings();
    private final FilterModel filter = new FilterModel(settings.look().rows(), true);

    @Test
    void theWatchScreenShowsTheJobsOfAViewButNotThoseOfATile() {
        filter.states().add(DisplayState.RUNNING);
        assertThat(filter.forWatchScreen().states()).isEmpty();
        filter.show(VIEW, true);
        assertThat(filter.forWatchScreen().states()).containsExactly(DisplayState.FAILED);
        assertThat(filter.forWatchScreen().terms()).hasSize(1);
        filter.states().add(DisplayState.RUNNING);
        assertThat(filter.forWatchScreen().states()).isEmpty();
    }

    @Test
    void aViewIsStillMeantWhenItsJobsHaveAged() {
        ObjectProperty<Instant> time = new SimpleObjectProperty<>(Instant.EPOCH);
        filter.follow(time);
        filter.show(new SavedView("Old", "older:1h", Set.of("FAILED"), Grouping.NONE, "", Set.of(), ""), true);
        JobFilter before = filter.filterProperty().get();
        time.set(Instant.EPOCH.plusSeconds(60));
        assertThat(filter.filterProperty().get()).as("looked at again").isNotSameAs(before);
        assertThat(filter.forWatchScreen().states()).containsExactly(DisplayState.FAILED);
    }

    @Test
    void aViewForNowIsNotKept() {
        filter.textProperty().set("mail");
        filter.show(VIEW, false);
        assertThat(filter.textProperty().get()).isEqualTo("agent:news");
        assertThat(settings.look().rows().filterProperty().get()).isEqualTo("mail");
        assertThat(settings.look().rows().states()).isEmpty();
    }
}
