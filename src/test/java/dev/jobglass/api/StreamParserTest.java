package dev.jobglass.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.StreamEvent.Heartbeat;
import dev.jobglass.api.StreamEvent.Progressed;
import dev.jobglass.api.StreamEvent.Turned;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamParserTest {
    private static List<StreamEvent> events(String text) {
        StreamParser parser = new StreamParser();
        return text.lines().map(parser::line).flatMap(Optional::stream).toList();
    }

    @Test
    void theDocumentedDialect() {
        assertThat(events("""
                data: {"event":"progress","data":{"percentage":50,"current_step":"Half"}}

                data: {"event":"log","data":{"message":"hello"}}

                data: {"event":"complete","data":{}}

                data: [DONE]

                """)).containsExactly(new Progressed(50.0, "Half"), new Turned(), new Turned());
    }

    @Test
    void theObservedDialect() {
        assertThat(events("""
                event: status
                data: {"status": "running", "job_id": "run_1"}

                event: progress
                data: {"percentage": 16.666666666666668, "step": "Step 2 of 6"}

                : a comment
                event: heartbeat
                data: {}

                event: result
                data: {"result": "done"}

                """)).containsExactly(new Turned(), new Progressed(16.666666666666668, "Step 2 of 6"), new Heartbeat(),
                new Turned());
    }

    @Test
    void invalidJsonTellsAtLeastThePercentage() {
        assertThat(events("""
                event: progress
                data: {"percentage": 50.0, "step": "say "hi"
                data: back\\slash"}

                event: progress
                data: nothing at all

                """)).containsExactly(new Progressed(50.0, null), new Progressed(null, null));
    }

    @Test
    void messageIsWhatAnUnnamedEventIsCalled() {
        assertThat(events("""
                event: message
                data: {"event":"progress","data":{"percentage":50,"current_step":"Half"}}

                event:message
                data: [DONE]

                event: message
                data: {"message":"hello"}

                """)).containsExactly(new Progressed(50.0, "Half"), new Turned());
    }

    @Test
    void aMarkOfTheByteOrderIsNoPartOfTheFirstEvent() {
        assertThat(events("\uFEFFdata: {\"event\":\"progress\",\"data\":{\"percentage\":50}}\n\n"))
                .containsExactly(new Progressed(50.0, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"data: [DONE]", "data: {\"event\":\"complete\",\"data\":{}}"})
    void theEndIsTheEndThoughTheConnectionStaysOpen(String end) {
        StreamParser parser = new StreamParser();
        parser.line("data: {\"event\":\"progress\",\"data\":{\"percentage\":50}}");
        parser.line("");
        assertThat(parser.over()).isFalse();
        parser.line(end);
        parser.line("");
        assertThat(parser.over()).isTrue();
    }

    @Test
    void anEventOfAnyLengthIsCut() {
        StreamParser parser = new StreamParser();
        parser.line("event: progress");
        parser.line("data: {\"percentage\": 50, \"step\": \"");
        for (int i = 0; i < 3_000; i++) {
            parser.line("data: " + "x".repeat(60_000));
        }
        assertThat(parser.line("")).contains(new Progressed(50.0, null));
    }

    @Property
    void anyLinesAreSurvived(@ForAll List<String> lines) {
        StreamParser parser = new StreamParser();
        lines.forEach(parser::line);
        assertThat(parser.line("event: heartbeat")).isEmpty();
    }
}
