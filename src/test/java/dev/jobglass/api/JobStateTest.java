package dev.jobglass.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobStateTest {
    @ParameterizedTest
    @ValueSource(strings = {"failed", "Failed", " FAILED\n", "\u001B[31mfailed", "\u001B[1;31mfailed\u001B[0m",
            "\u009B31mfailed", "\uFEFFfailed", "fai\u200Bled", "failed\u0000", "\u202Efailed\u202C"})
    void whatLooksLikeAStateIsThatState(String word) {
        assertThat(JobState.of(word)).isEqualTo(JobState.FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fail", "failed!", "paused", "\u001B[31m", "fa iled", "31mfailed"})
    void anyOtherWordIsNone(String word) {
        assertThat(JobState.of(word)).isEqualTo(JobState.UNKNOWN);
    }
}
