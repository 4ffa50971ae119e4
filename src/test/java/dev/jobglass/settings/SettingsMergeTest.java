package dev.jobglass.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobglass.settings.KeyStore;
import dev.jobglass.testing.Fx;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsMergeTest {
    @TempDir
    private Path folder;

    private static JsonNode json(String text) throws Exception {
        return new JsonMapper().readTree(text.replace('\'', '"'));
    }

    private Settings written(List<WatchRule> rules) throws Exception {
        try (SettingsFile store = new SettingsFile(folder, KeyStore.none())) {
            Fx.run(() -> store.settings().watchRulesProperty().set(rules));
        }
        try (SettingsFile store = new SettingsFile(folder, KeyStore.none())) {
            return store.settings();
        }
    }

    @Test
    void aListKeepsTheOrderItWasGivenInTheFile() throws Exception {
        WatchRule first = new WatchRule(WatchRule.Kind.QUEUE_LONG, "", 50, 1, true);
        WatchRule second = new WatchRule(WatchRule.Kind.QUEUE_OLD, "", 1, 5, true);
        written(List.of(first, second));
        WatchRule off = new WatchRule(WatchRule.Kind.QUEUE_LONG, "", 50, 1, false);
        assertThat(written(List.of(off, second)).watchRulesProperty().get()).containsExactly(off, second);
    }

    @Test
    void aListKeepsTheOrderItWasGiven() throws Exception {
        JsonNode base = json("{'watchRules': [{'kind': 'QUEUE_LONG', 'on': true}, {'kind': 'QUEUE_OLD', 'on': true}]}");
        JsonNode ours = json(
                "{'watchRules': [{'kind': 'QUEUE_LONG', 'on': false}, {'kind': 'QUEUE_OLD', 'on': true}]}");
        assertThat(SettingsMerge.merge(base, ours, base)).isEqualTo(ours);
        // What only the file has, of a later version, stays.
        JsonNode theirs = ((ObjectNode) base.deepCopy()).put("later", 1);
        assertThat(SettingsMerge.merge(base, ours, theirs).path("watchRules")).isEqualTo(ours.path("watchRules"));
        assertThat(SettingsMerge.merge(base, ours, theirs).path("later").asInt()).isOne();
    }
}
