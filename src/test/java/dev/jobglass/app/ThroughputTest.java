package dev.jobglass.app;

import dev.jobglass.model.FinishedTimes;
import dev.jobglass.testing.Fx;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The chart of what finished. */
class ThroughputTest extends ProgramTest {
    /** As in the insights. */
    @Test
    void ofAnEvenNumberTheMedianIsTheMeanOfTheTwoInTheMiddleAndNoEndIsToCome() throws Exception {
        Instant now = Instant.now();
        for (int seconds : List.of(30, 60)) {
            server.job("run_" + seconds, "succeeded", 100, Map.of("started_at", now.minusSeconds(200).toString(),
                    "completed_at", now.minusSeconds(200 - seconds).toString()));
        }
        server.job("run_never", "failed", 100, Map.of());
        open();
        awaitText("#barsCaption", "66.7% succeeded · median 45 s · last hour");
        server.job("run_2099", "succeeded", 100, Map.of("started_at", now.minusSeconds(100).toString(), "completed_at",
                "2099-01-01T00:00:00Z"));
        awaitText("#barsCaption", "75.0% succeeded");
        Fx.run(() -> ((javafx.scene.control.TextInputControl) node("#filter"))
                .setText(FinishedTimes.filter(now.minusSeconds(60), now.plusSeconds(60), now, ZoneId.systemDefault())));
        awaitRows("run_2099", "run_never");
    }

    @Test
    void aBarOfWhatFinishedFiltersByItsTime() throws Exception {
        Instant now = Instant.now();
        server.job("run_new", "succeeded", 100, Map.of("started_at", now.minusSeconds(200).toString(), "completed_at",
                now.minusSeconds(120).toString()));
        server.job("run_old", "failed", 100, Map.of("started_at", now.minusSeconds(80_000).toString(), "completed_at",
                now.minusSeconds(79_000).toString()));
        open();
        awaitText("#barsCaption", "100.0% succeeded · median 1 m 20 s · last hour");
        click("#spanDAY");
        awaitText("#barsCaption", "50.0% succeeded");
        picture("day", stage);
        Fx.run(() -> ((javafx.scene.layout.HBox) node("#bars")).getChildren().stream()
                .filter(column -> ((javafx.scene.layout.VBox) column).getChildren().getFirst().getStyleClass().contains(
                        "state-failed")
                        && ((javafx.scene.layout.Region) ((javafx.scene.layout.VBox) column).getChildren().getFirst())
                                .getPrefHeight() > 0)
                .forEach(column -> column.getOnMouseClicked().handle(null)));
        awaitRows("run_old");
    }
}
