package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.settings.WatchRule;
import dev.jobglass.settings.WatchRule.Kind;
import dev.jobglass.testing.Fx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Watch rules, in the whole program. */
class RulesTest extends ProgramTest {
    private static final WatchRule TWICE = new WatchRule(Kind.FAILED_IN_A_ROW, "", 2, 60, true);

    private void failed(String id) {
        Instant now = Instant.now();
        server.job(id, "failed", 100, Map.of("agent_id", "recipe:audit", "error", "It broke", "created_at",
                now.minusSeconds(9).toString(), "started_at", now.minusSeconds(8).toString(), "completed_at",
                now.minusSeconds(1).toString()));
    }

    private long toldByRules() {
        return inCorner.stream().filter(one -> one.text().contains("recipe:audit failed 2 times in a row")).count();
    }

    @Test
    void aRuleThatComesToHoldIsToldOnceAndNotWhatWasBefore() throws Exception {
        failed("run_1");
        server.job("run_0", "running", 1);
        open();
        Fx.await("jobs", () -> rows().size() == 2);
        Fx.run(() -> {
            settings.notifications().kinds().clear(); // only rules
            settings.watchRulesProperty().set(List.of(TWICE));
        });
        failed("run_2");
        clock.await("told", () -> toldByRules() == 1);
        failed("run_3");
        Fx.await("there", () -> rows().contains("run_3"));
        closeProgram();
        inCorner.clear();
        open();
        Fx.await("there again", () -> rows().contains("run_3"));
        failed("run_4");
        Fx.await("there", () -> rows().contains("run_4"));
        assertThat(toldByRules()).as("it held before").isZero();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void ofTwoWindowsOnlyOneRunsTheUsersProgram() throws Exception {
        outside = false;
        failed("run_1");
        open();
        Path told = folder.resolve("told");
        Fx.await("jobs", () -> rows().size() == 1);
        Fx.run(() -> {
            settings.notifications().ruleCommandProperty().set("touch " + told);
            settings.watchRulesProperty().set(List.of(TWICE));
        });
        failed("run_2");
        clock.await("told here", () -> toldByRules() == 1);
        assertThat(told).doesNotExist();
        outside = true;
        Fx.run(() -> settings.watchRulesProperty().set(List.of(new WatchRule(Kind.FAILED_IN_A_ROW, "", 3, 60, true))));
        failed("run_3");
        Fx.await("told there", () -> Files.exists(told));
    }

    @Test
    void whatDidNotSucceedWhileNobodyWatchedIsTold() throws Exception {
        Instant end = Instant.now().minusSeconds(600);
        server.job("run_1", "succeeded", 100, Map.of("agent_id", "recipe:nightly", "started_at",
                end.minusSeconds(9).toString(), "completed_at", end.toString()));
        open();
        Fx.await("jobs", () -> rows().size() == 1);
        Fx.run(() -> settings.watchRulesProperty()
                .set(List.of(new WatchRule(Kind.NO_SUCCESS, "recipe:nightly", 1, 5, true))));
        closeProgram();
        inCorner.clear();
        open();
        clock.await("told", () -> inCorner.stream().anyMatch(one -> one.text().contains("recipe:nightly")));
    }

    @Test
    void aServerThatNeverAnsweredSilencesNoRule() throws Exception {
        failed("run_1");
        open(List.of(server.url(), "http://127.0.0.1:1"), Set.of());
        Fx.await("jobs", () -> rows().size() == 1);
        Fx.run(() -> {
            settings.notifications().kinds().clear(); // only rules
            settings.watchRulesProperty().set(List.of(TWICE));
        });
        failed("run_2");
        clock.await("told", () -> toldByRules() == 1);
    }

    @Test
    void aRuleIsMadeTriedAndSwitchedOff() throws Exception {
        failed("run_1");
        failed("run_2");
        open();
        Fx.await("jobs", () -> rows().size() == 2);
        Fx.run(() -> window.windows().showRules());
        Fx.await("the rules", () -> node("#ruleList") != null);
        Fx.run(((Button) node("#rule-new"))::fire);
        Fx.await("a rule", () -> node("#rule-number") != null);
        awaitText("#ruleWords", "An agent failed 3 times in a row");
        assertThat(Fx.call(() -> node("#rule-time").isVisible())).as("it has no time").isFalse();
        Fx.run(() -> ((TextInputControl) node("#rule-number")).setText("2"));
        awaitText("#ruleWords", "An agent failed 2 times in a row");
        awaitText("#ruleTrial", "In the last 7 days it would have told once");
        picture("rule", node("#ruleWords").getScene().getWindow());
        Fx.run(() -> ((TextInputControl) node("#rule-number")).setText("many"));
        assertThat(Fx.call(() -> node("#ruleSave").isDisabled())).isTrue();
        awaitText("#ruleWords", "Enter a whole number from 1 to 100,000.");
        assertThat(node("#ruleWords").getStyleClass()).contains("complaint");
        Fx.run(() -> ((TextInputControl) node("#rule-number")).setText("٢"));
        choose(Kind.NO_SUCCESS);
        awaitText("#ruleWords", "Name the agent that has to succeed.");
        Fx.run(() -> ((TextInputControl) node("#rule-time")).setText("9999"));
        awaitText("#ruleWords", "Enter a whole number; the time may be one minute to 30 days.");
        Fx.run(() -> ((TextInputControl) node("#rule-time")).setText("1"));
        Fx.run(node("#rule-kind")::requestFocus);
        robot.type(KeyCode.UP);
        Fx.await("by arrows", () -> ((ChoiceBox<?>) node("#rule-kind")).getValue() == Kind.QUEUE_OLD);
        robot.type(KeyCode.DOWN);
        Fx.await("down", () -> ((ChoiceBox<?>) node("#rule-kind")).getValue() == Kind.NO_SUCCESS);
        choose(Kind.FAILED_IN_A_ROW);
        Fx.run(() -> ((TextInputControl) node("#rule-number")).setText("many"));
        choose(Kind.FAILED_OFTEN);
        Fx.await("the dialog has grown", () -> {
            Node save = node("#ruleSave");
            return save.localToScene(save.getLayoutBounds()).getMaxY() <= save.getScene().getHeight();
        });
        assertThat(Fx.call(() -> ((TextInputControl) node("#rule-number")).getText())).as("as typed").isEqualTo("many");
        choose(Kind.QUEUE_OLD);
        awaitText("#ruleWords", "A job of any agent waits in the queue for longer than 1 h");
        Fx.run(((Button) node("#ruleSave"))::fire);
        Fx.await("it is there", () -> ((ListView<?>) node("#ruleList")).getItems().size() == 1);
        Fx.run(((Button) node("#rule-new"))::fire);
        Fx.await("another", () -> node("#rule-number") != null);
        assertThat(node("#ruleWords").getStyleClass()).as("nothing is complained of").doesNotContain("complaint");
        choose(Kind.QUEUE_OLD);
        awaitText("#ruleWords", "There is this rule already.");
        assertThat(Fx.call(() -> node("#ruleSave").isDisabled())).isTrue();
        robot.type(KeyCode.ESCAPE);
        Fx.await("asked", () -> node("#unsavedDiscard") != null);
        click("#unsavedDiscard");
        Fx.await("given up", () -> node("#rule-number") == null);
        Fx.run(((Button) node("#rule-onOff"))::fire);
        picture("rules", node("#ruleList").getScene().getWindow());
        assertThat(settings.watchRulesProperty().get()).as("not yet").isEmpty();
        robot.type(KeyCode.ESCAPE);
        Fx.await("asked", () -> node("#unsavedBack") != null);
        click("#unsavedBack");
        Fx.await("answered", () -> node("#unsavedBack") == null && node("#ruleList") != null);
        Fx.run(((Button) node("#rulesSave"))::fire);
        Fx.await("kept", () -> settings.watchRulesProperty().get()
                .equals(List.of(new WatchRule(Kind.QUEUE_OLD, "", 1, 60, false))));
    }

    private void choose(Kind next) throws Exception {
        Fx.run(() -> {
            @SuppressWarnings("unchecked") // the only kind of choice there
            ChoiceBox<Kind> kind = (ChoiceBox<Kind>) node("#rule-kind");
            kind.setValue(next);
        });
    }

    @Test
    void eachKindBeginsWithANumberOfItsOwn() throws Exception {
        open();
        Fx.run(() -> window.windows().showRules());
        Fx.await("the rules", () -> node("#ruleList") != null);
        Fx.run(((Button) node("#rule-new"))::fire);
        Fx.await("a rule", () -> node("#rule-number") != null);
        choose(Kind.SUCCEEDED_SELDOM);
        awaitText("#ruleWords", "Fewer than 80% of runs");
    }

    @Test
    void escapeClosesWhatHasAList() throws Exception {
        open();
        Fx.run(() -> window.windows().showRules());
        Fx.await("the list", () -> node("#ruleList") != null && node("#ruleList").isFocused());
        robot.type(KeyCode.ESCAPE);
        Fx.await("it is closed", () -> node("#ruleList") == null);
    }

    @Test
    void theInsightsSayWhichRulesWouldHaveTold() throws Exception {
        failed("run_1");
        failed("run_2");
        open();
        Fx.await("jobs", () -> rows().size() == 2);
        Fx.run(() -> {
            settings.watchRulesProperty().set(List.of(TWICE));
            window.windows().showInsights();
        });
        awaitText(".rule-line", "recipe:audit failed 2 times in a row");
        picture("insights-rules", node(".rule-line").getScene().getWindow());
    }
}
