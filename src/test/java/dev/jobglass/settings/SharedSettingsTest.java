package dev.jobglass.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobglass.api.JobKey;
import dev.jobglass.api.ServerAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SharedSettingsTest {
    private final Settings mine = new Settings();
    private final Settings theirs = new Settings();

    private static SavedView view(String name, String filter) {
        return new SavedView(name, filter, Set.of("FAILED"), Grouping.AGENT, "job state", Set.of("created"), "-job");
    }

    private static final WatchRule RULE = new WatchRule(WatchRule.Kind.FAILED_IN_A_ROW, "", 3, 60, true);
    private static final WatchRule OTHER = new WatchRule(WatchRule.Kind.QUEUE_LONG, "", 50, 1, true);
    private static final WatchRule NEW = new WatchRule(WatchRule.Kind.NO_SUCCESS, "nightly", 1, 60, true);

    private static ServerAddress address(String url) throws Exception {
        return ServerAddress.parse(url);
    }

    @Test
    void aFileHasNoKeysAndNoJobs() throws Exception {
        ServerSettings server = mine.server(address("https://runs.example"));
        server.keyProperty().set("top-secret");
        server.nameProperty().set("Team A");
        server.onProperty().set(true);
        server.watched().add("run_watched");
        mine.notifications().mutedJobs().add(new JobKey(server.address(), "run_muted"));
        mine.look().rows().selection().add(new JobKey(server.address(), "run_selected"));
        mine.viewsProperty().set(List.of(view("Night shift", "agent:news")));
        String file = new SharedSettings(mine).written();
        assertThat(file).doesNotContain("secret", "run_").contains("Team A", "Night shift", "https://runs.example");
    }

    @Test
    void whatAFileHasIsTakenOverAndNothingIsLost() throws Exception {
        ServerSettings known = mine.server(address("https://runs.example"));
        known.keyProperty().set("top-secret");
        known.onProperty().set(true);
        mine.viewsProperty().set(List.of(view("Both", "b"), view("Mine", "a")));
        mine.watchRulesProperty().set(List.of(RULE, OTHER));
        theirs.watchRulesProperty().set(List.of(NEW, OTHER));
        mine.readOnlyChosenProperty().set(true);
        mine.look().rows().filterProperty().set("older:1h");
        theirs.server(address("https://runs.example")).nameProperty().set("Theirs");
        theirs.server(address("https://other.example")).nameProperty().set("Other");
        theirs.viewsProperty().set(List.of(view("both", "c"), view("New", "d")));
        theirs.look().textSizeProperty().set(150);
        theirs.notifications().mutedAgents().add("recipe:noisy");
        SharedSettings.Taken taken = new SharedSettings(mine).take(new SharedSettings(theirs).written(), true);

        assertThat(taken).isEqualTo(
                new SharedSettings.Taken(List.of("both", "New"), List.of("https://other.example"), 1, Set.of()));
        assertThat(mine.viewsProperty().get()).containsExactly(view("both", "c"), view("Mine", "a"), view("New", "d"));
        assertThat(mine.watchRulesProperty().get()).containsExactly(RULE, OTHER, NEW);
        assertThat(mine.readOnlyChosenProperty().get()).as("is not for others to say").isTrue();
        assertThat(mine.known(known.address()).orElseThrow().keyProperty().get()).isEqualTo("top-secret");
        assertThat(mine.known(known.address()).orElseThrow().onProperty().get()).isTrue();
        assertThat(mine.known(address("https://other.example")).orElseThrow().onProperty().get()).isFalse();
        assertThat(mine.look().textSizeProperty().get()).isEqualTo(150);
        assertThat(mine.look().rows().filterProperty().get()).isEqualTo("older:1h");
        assertThat(mine.notifications().mutedAgents()).containsExactly("recipe:noisy");
    }

    @Test
    void aRuleThatMakesNoSenseCostsNoOther() throws Exception {
        SharedSettings.Taken taken = new SharedSettings(mine).take("""
                {"jobglassSettings": 1, "watchRules": [{"kind": "NEVER"}, {"kind": "QUEUE_LONG", "number": 5}]}""",
                true);
        assertThat(taken.rules()).isOne();
        assertThat(taken.bad()).containsExactly("watchRules");
        assertThat(mine.watchRulesProperty().get()).hasSize(1);
    }

    @Test
    void viewsAndServersCanBeTakenWithoutTheRest() throws Exception {
        theirs.viewsProperty().set(List.of(view("New", "d")));
        theirs.server(address("https://other.example")).nameProperty().set("Other");
        theirs.look().textSizeProperty().set(150);
        theirs.readOnlyChosenProperty().set(true);
        new SharedSettings(mine).take(new SharedSettings(theirs).written(), false);
        assertThat(mine.viewsProperty().get()).hasSize(1);
        assertThat(mine.servers()).hasSize(1);
        assertThat(mine.look().textSizeProperty().get()).isEqualTo(100);
        assertThat(mine.readOnlyChosenProperty().get()).isFalse();
    }

    @Test
    void aViewThatMakesNoSenseCostsNoOther() {
        mine.viewsProperty().set(List.of(view("A", "x".repeat(1_009)), view("B", "b")));
        ObjectNode file = mine.written();
        ((ObjectNode) file.path("views").get(1)).put("name", "");
        List<String> bad = new ArrayList<>();
        mine.read(file, bad::add);
        assertThat(bad).as("it is said").containsExactly("views");
        assertThat(mine.viewsProperty().get()).containsExactly(view("A", "x".repeat(1_009)));
    }

    @Test
    void aServerThatIsWrittenOtherwiseIsNoNewOne() throws Exception {
        ServerSettings known = mine.server(address("http://127.0.0.1:8005"));
        known.keyProperty().set("top-secret");
        known.onProperty().set(true);
        SharedSettings.Taken taken = new SharedSettings(mine).take("""
                {"jobglassSettings": 1, "servers": [{"url": "http://127.0.0.1:8005/", "name": "x"},
                 {"url": "HTTP://127.0.0.1:8005"}], "views": [{"name": "A"}, {"name": "a"}, {"name": "B\\nC"}]}""",
                true);
        assertThat(taken).isEqualTo(new SharedSettings.Taken(List.of("A"), List.of(), 0, Set.of("views")));
        assertThat(known.keyProperty().get()).isEqualTo("top-secret");
        assertThat(known.onProperty().get()).isTrue();
        assertThat(mine.servers()).containsExactly(known);
    }

    @Test
    void whatIsNoListIsNamedAsWhatMakesNoSense() throws Exception {
        SharedSettings.Taken taken = new SharedSettings(mine).take("""
                {"jobglassSettings": 1, "views": 7, "servers": {"url": "http://fine"}, "watchRules": "none"}""", false);
        assertThat(taken.bad()).containsExactly("servers", "views", "watchRules");
    }

    @Test
    void aValueThatMakesNoSenseIsLeftOut() throws Exception {
        mine.look().textSizeProperty().set(150);
        SharedSettings.Taken taken = new SharedSettings(mine).take("""
                {"jobglassSettings": 1, "textSize": 9000, "views": [{"name": " "}, 7, {"name": "Fine"}],
                 "servers": [{"url": "file:///etc/passwd"}, {"url": "http://fine", "key": "theirs"}]}""", true);
        assertThat(taken.bad()).containsExactly("servers", "views", "textSize");
        assertThat(mine.look().textSizeProperty().get()).isEqualTo(150);
        assertThat(taken.views()).containsExactly("Fine");
        assertThat(taken.servers()).containsExactly("http://fine");
        assertThat(mine.known(address("http://fine")).orElseThrow().keyProperty().get()).isNull();
    }

    @Property
    void anyTextThatIsNoSuchFileChangesNothing(@ForAll String text) {
        assertThatThrownBy(() -> new SharedSettings(mine).take(text, true)).isInstanceOf(IOException.class);
        assertThat(mine.written()).isEqualTo(new Settings().written());
    }
}
