package dev.jobglass.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.testing.Statuses;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobStatusTest {
    @ParameterizedTest
    @CsvSource({"10.2, 10.7, Reading, Reading, true", "10, 14.9, Reading, Reading, true",
            "14.7, 15.0, Reading, Reading, false", "10.2, 10.7, Reading, Writing, false",
            "10.2, 10.2, Reading, Reading, true", "0, 99, Reading, Reading, false",
            "99.9, 100, Reading, Reading, false"})
    void whatLiesWithinFivePercentIsLittle(double before, double after, String stepBefore, String stepAfter,
            boolean little) {
        JobStatus running = Statuses.of("run_1", JobState.RUNNING, 0);
        JobStatus one = running.withProgress(new Progress(before, stepBefore, null, null));
        JobStatus other = running.withProgress(new Progress(after, stepAfter, null, null));
        assertThat(other.differsByLittle(one)).isEqualTo(little);
        assertThat(Statuses.of("run_1", JobState.SUCCEEDED, before).differsByLittle(one)).isFalse();
    }
}
