package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.testing.Fx;
import dev.jobglass.ui.main.StartRequest;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** What a second start of the program hands to the open window. */
class SecondStartTest extends TwoServersTest {
    @Test
    void aSecondStartAddsItsServerAndLosesNothing() throws Exception {
        open();
        awaitRows("run_a");
        Fx.run(() -> window.filter("state:running"));
        robot.type(KeyCode.F11);
        Fx.await("the wall", () -> node(".card") != null);
        Fx.run(() -> window
                .handOver(new StartRequest(List.of(other.url()), "given", false, false, false, 0, "", "", "", "")));
        Fx.await("both on the wall", () -> node(".watch-frame").lookupAll(".card").size() == 2);
        Fx.await("with the key", () -> other.keys().contains("given"));
        assertThat(kept(other.url()).keyProperty().get()).as("not kept").isNull();
        robot.type(KeyCode.ESCAPE);
        awaitRows("run_a", "run_b");
        assertThat(text("#filter")).isEqualTo("state:running");
    }

    @Test
    void twoNewServersHandedOverWithAKeyAndJobsAreBothWatched() throws Exception {
        other.lists(false);
        open();
        awaitRows("run_a");
        Fx.run(() -> window
                .handOver(new StartRequest(List.of(other.url(), "http://127.0.0.1:1"), "given", false, false, false, 0,
                        "", "", "", "run_b")));
        awaitRows("run_a", "run_b");
        Fx.await("with the key", () -> other.keys().contains("given"));
        assertThat(text("#serverName")).isEqualTo("3 servers");
    }

    @Test
    void idsHandedOverAreWatchedThoughNoServerIs() throws Exception {
        server.lists(false);
        open();
        toggle(":" + server.port());
        Fx.run(() -> window.handOver(new StartRequest(List.of(), "", false, false, false, 0, "", "", "", "run_a")));
        awaitRows("run_a");
    }

    @Test
    void aKeyHandedOverWithoutAServerGoesToNone() throws Exception {
        open();
        awaitRows("run_a");
        Fx.run(() -> window
                .handOver(new StartRequest(List.of(), "given", false, false, false, 0, "", "", "", "run_9")));
        server.job("run_9", "running", 1, SOON);
        awaitRows("run_a", "run_9");
        assertThat(server.keys()).doesNotContain("given");
    }
}
