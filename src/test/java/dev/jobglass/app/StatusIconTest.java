package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.desktop.StatusIcon.Picture;
import dev.jobglass.testing.Fx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/** What the icon in the desktop's panel says, and what its menu does. */
class StatusIconTest extends ProgramTest {
    private void awaitMenu(String... lines) throws Exception {
        Fx.await("menu " + List.of(lines), () -> icon.content != null && icon.menu().containsAll(List.of(lines)));
    }

    private void running(String id, String agent) {
        server.job(id, "running", 40, Map.of("agent_id", agent, "retry_after", 1));
    }

    private void failed(String id, String error) {
        server.job(id, "failed", 40, Map.of("agent_id", "recipe:audit", "error", error));
    }

    @Override
    boolean closesWindow() {
        return true;
    }

    @Test
    void itSaysWhatIsWorst() throws Exception {
        running("run_1", "recipe:news");
        running("run_2", "recipe:audit");
        running("run_3", "recipe:audit");
        open();
        awaitMenu("◐ recipe:news · 40%", "(● " + server.url().replace("http://", "") + ")");
        assertThat(icon.content.urgent()).isFalse();
        assertThat(icon.content.text()).isEqualTo("Running 3");
        List<Picture> calm = icon.content.pictures();

        failed("run_2", "Rate limit exceeded");
        failed("run_3", "Rate limit exceeded");

        awaitMenu("✕ recipe:audit · × 2 · Rate limit exceeded", "◐ recipe:news · 40%");
        Fx.await("counted", () -> icon.content.text().equals("Failed 2 · Running 1"));
        assertThat(icon.content.urgent()).isTrue();
        assertThat(icon.content.pictures()).isNotEqualTo(calm)
                .allSatisfy(picture -> assertThat(picture.argb()).hasSize(picture.width() * picture.width()));
        assertThat(icon.menu()).containsSequence("---", "[ ] Quiet for an hour", "Mini window", "Watch screen",
                "Open Jobglass", "Quit");
    }

    @Test
    void aLostServerStandsFirst() throws Exception {
        running("run_1", "recipe:news");
        open();
        awaitMenu("◐ recipe:news · 40%");
        String name = server.url().replace("http://", "");

        server.close();

        awaitMenu("(✕ " + name + ": no answer)");
        Fx.await("said", () -> FakeStatusIcon.plain(icon.content.text()).endsWith("✕ " + name + ": no answer"));
    }

    @Test
    void whatFailsForSeveralAgentsIsNamedByItsError() throws Exception {
        running("run_1", "recipe:news");
        running("run_2", "recipe:audit");
        open();
        awaitMenu("◐ recipe:news · 40%");
        server.job("run_1", "failed", 40, Map.of("agent_id", "recipe:news", "error", "Rate limit exceeded"));
        failed("run_2", "Rate limit exceeded");
        awaitMenu("✕ Rate limit exceeded · × 2");
    }

    @Test
    void aFailureThatIsChosenIsTheOneThatIsShown() throws Exception {
        running("run_1", "recipe:news");
        running("run_2", "recipe:audit");
        open();
        awaitMenu("◐ recipe:news · 40%");
        Fx.run(stage::hide);
        failed("run_2", "first");
        awaitMenu("✕ recipe:audit · first");
        server.job("run_1", "failed", 40, Map.of("agent_id", "recipe:news", "error", "second"));
        awaitMenu("✕ recipe:news · second");
        Fx.run(() -> icon.choose("first"));
        Fx.await("shown", () -> node("#failures") != null);
        Fx.await("that failure", () -> node("#errorPlace") != null && node("#errorPlace").lookupAll(".text")
                .stream()
                .anyMatch(words -> words instanceof Text text && text.getText().contains("first")));
    }

    @Test
    void ofManyJobsSomeAreNamed() throws Exception {
        for (int i = 0; i < 8; i++) {
            running("run_" + i, "recipe:" + "long".repeat(30) + i);
        }
        open();
        awaitMenu("… and 3 more");
        assertThat(icon.menu().getFirst()).hasSizeLessThan(70).contains("…");
    }

    @Test
    void aJobThatIsChosenIsShownInTheMainWindow() throws Exception {
        running("run_1", "recipe:news");
        running("run_2", "recipe:audit");
        open();
        awaitMenu("◐ recipe:audit · 40%");
        Fx.run(stage::hide);

        Fx.run(() -> icon.choose("recipe:audit"));

        Fx.await("shown", () -> stage.isShowing() && selected() != null && selected().id().equals("run_2"));
    }

    @Test
    void aClickBringsTheWindowBackFromWhereverItIs() throws Exception {
        open();
        Fx.await("there", () -> icon.content != null);
        Fx.run(() -> stage.setIconified(true));
        Fx.run(() -> icon.content.clicked().run());
        Fx.await("not minimised", () -> !stage.isIconified());
        Fx.run(stage::hide);
        Fx.run(() -> icon.choose("Open Jobglass"));
        Fx.await("shown", () -> stage.isShowing());
    }

    @Test
    void theMiniWindowStaysWithoutTheMainWindow() throws Exception {
        running("run_1", "recipe:news");
        open();
        Fx.await("there", () -> icon.content != null);
        Fx.run(stage::hide);
        Fx.run(() -> icon.choose("Mini window"));
        Fx.await("it is open", () -> node(".mini-counts") != null && !stage.isShowing());
        Fx.await("it knows", () -> text(".mini-name") != null);
    }

    @Test
    void theWatchScreenOpensTheWindow() throws Exception {
        open();
        Fx.await("there", () -> icon.content != null);
        Fx.run(stage::hide);
        Fx.run(() -> icon.choose("Watch screen"));
        Fx.await("it is shown", () -> stage.isShowing() && node(".watch-screen") != null);
    }

    @Test
    void quietIsForAnHour() throws Exception {
        open();
        awaitMenu("[ ] Quiet for an hour");
        Fx.run(() -> icon.choose("Quiet"));
        awaitMenu("[x] Quiet for an hour");
        assertThat(icon.content.text()).contains("quiet until");
        Instant until = settings.notifications().quietUntilProperty().get();
        assertThat(Duration.between(Instant.now(), until)).isBetween(Duration.ofMinutes(55), Duration.ofMinutes(61));
        Fx.run(() -> icon.choose("Quiet"));
        awaitMenu("[ ] Quiet for an hour");
    }

    @Test
    void itGoesAndComesWithTheSetting() throws Exception {
        open();
        Fx.await("there", () -> icon.content != null);
        Fx.run(() -> settings.desktop().statusIconProperty().set(false));
        assertThat(icon.content).isNull();
        Fx.run(() -> settings.desktop().statusIconProperty().set(true));
        Fx.await("there again", () -> icon.content != null);
    }

    @Test
    void withoutAWindowNoOtherOpensByItself() throws Exception {
        running("run_1", "recipe:news");
        open();
        Fx.await("there", () -> icon.content != null);
        Fx.run(stage::hide);

        failed("run_1", "It broke");
        Fx.await("counted", () -> icon.content.urgent());
        Fx.await("told by the desktop", () -> !byDesktop.isEmpty());
        assertThat(Fx.call(() -> Window.getWindows().isEmpty())).isTrue();

        Fx.run(() -> icon.content.clicked().run());
        Fx.await("then it does", () -> node("#failures") != null);
    }
}
