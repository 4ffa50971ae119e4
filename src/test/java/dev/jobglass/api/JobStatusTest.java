package dev.jobglass.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.testing.Statuses;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobStatusTest {
    @ParameterizedTest
    @CsvSource({"10.2, 10.7, Reading, Reading, true", "10.7, 11.0, Reading, Reading, false",
            "10.2, 10.7, Reading, Writing, false", "10.2, 10.2, Reading, Reading, true"})
    void whatLiesWithinAPercentIsAFraction(double before, double after, String stepBefore, String stepAfter,
            boolean fraction) {
        JobStatus running = Statuses.of("run_1", JobState.RUNNING, 0);
        JobStatus one = running.withProgress(new Progress(before, stepBefore, null, null));
        JobStatus other = running.withProgress(new Progress(after, stepAfter, null, null));
        assertThat(other.differsByAFraction(one)).isEqualTo(fraction);
        assertThat(Statuses.of("run_1", JobState.SUCCEEDED, before).differsByAFraction(one)).isFalse();
    }
}
