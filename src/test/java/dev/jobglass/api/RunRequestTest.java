package dev.jobglass.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jobglass.api.RunRequest.Field;
import dev.jobglass.api.RunRequest.Flaw;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunRequestTest {
    private static RunRequest with(Field field, String value) {
        return new RunRequest(Map.of(Field.PROMPT, "Do it", field, value));
    }

    @Test
    void theBodyHasEachFieldInItsType() throws Exception {
        Map<Field, String> all = new HashMap<>(Map.of(Field.PROMPT, " Sum \"it\" up\nnow ", Field.RECIPE_NAME, "news",
                Field.RECIPE_CONFIG, "{\"depth\": 2}", Field.FRAMEWORK, "crewai", Field.TIMEOUT, "600",
                Field.SESSION_ID, "ops-7", Field.WEBHOOK_URL, "https://example.org/hook", Field.AGENT_FILE, "  "));
        RunRequest request = new RunRequest(all);
        assertThat(request.flaws()).isEmpty();
        JsonNode body = new ObjectMapper().readTree(request.json());
        assertThat(body).hasSize(7);
        assertThat(body.get("prompt").textValue()).isEqualTo("Sum \"it\" up\nnow");
        assertThat(body.get("recipe_config").get("depth").intValue()).isEqualTo(2);
        assertThat(body.get("timeout").isInt()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"TIMEOUT|-5|NO_SECONDS", "TIMEOUT|0|NO_SECONDS", "TIMEOUT|1.5|NO_SECONDS",
            "TIMEOUT|99999999|NO_SECONDS", "CONFIG|[1]|NO_OBJECT", "CONFIG|{} x|NO_OBJECT", "CONFIG|{a|NO_OBJECT",
            "RECIPE_CONFIG|{}|NO_RECIPE", "FRAMEWORK|langchain|NO_FRAMEWORK", "WEBHOOK_URL|example.org|NO_ADDRESS",
            "WEBHOOK_URL|ftp://example.org|NO_ADDRESS", "WEBHOOK_URL|http://localhost/x|LOOPBACK",
            "WEBHOOK_URL|http://127.0.0.1:80/x|LOOPBACK", "WEBHOOK_URL|http://[::1]/|LOOPBACK",
            "WEBHOOK_URL|http://a b/|NO_ADDRESS"})
    void whatCannotBeMeantIsFound(Field field, String value, Flaw flaw) {
        assertThat(with(field, value).flaws()).containsExactly(entry(field, flaw));
    }

    @Test
    void aPromptMustBeThereAndOnlyOneAgent() {
        assertThat(new RunRequest(Map.of(Field.PROMPT, "  ")).flaws()).containsExactly(
                entry(Field.PROMPT, Flaw.MISSING));
        assertThat(new RunRequest(Map.of(Field.PROMPT, "x", Field.AGENT_FILE, "a.yaml", Field.RECIPE_NAME, "news"))
                .flaws()).containsExactly(entry(Field.RECIPE_NAME, Flaw.SECOND_AGENT));
    }

    @Property
    void whatIsKeptIsReadAgain(@ForAll Map<Field, String> values) {
        RunRequest request = new RunRequest(values);
        assertThat(RunRequest.decoded(request.encoded())).isEqualTo(request);
    }

    @Property
    void anyTextIsRead(@ForAll String text) {
        assertThat(RunRequest.decoded(text).values()).isNotNull();
    }
}
