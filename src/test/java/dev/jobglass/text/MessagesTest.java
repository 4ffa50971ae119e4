package dev.jobglass.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobglass.api.Problem;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTest {
    @Test
    void aPlaceholderThatNothingFillsIsAMistakeOfOurs() {
        assertThatThrownBy(() -> Messages.of("jobs.menu.muteAgent")).isInstanceOf(AssertionError.class)
                .hasMessageContaining("jobs.menu.muteAgent");
    }

    static Stream<Problem> problems() {
        return Stream.of(Arrays.stream(Problem.Cause.values()).map(cause -> new Problem.Unreachable(cause, "x")),
                Arrays.stream(Problem.Flaw.values()).map(flaw -> new Problem.BadAnswer(flaw, "x")),
                Stream.of(new Problem.NotFound("x"), new Problem.Unauthorised(401, true, "x"),
                        new Problem.Unauthorised(401, false, "x"),
                        new Problem.Unauthorised(403, true, ""), new Problem.ServerError(500, "x"),
                        new Problem.Throttled(429, null, ""), new Problem.Throttled(503, Duration.ofSeconds(9), "x"),
                        new Problem.Conflict("x"), new Problem.Rejected(422, "x")))
                .flatMap(all -> all);
    }

    @ParameterizedTest
    @MethodSource("problems")
    void everyProblemHasWords(Problem problem) {
        assertThat(Messages.problem(problem)).isNotBlank().doesNotContain("{");
    }
}
