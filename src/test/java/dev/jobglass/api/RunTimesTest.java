package dev.jobglass.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunTimesTest {
    private static final String SEEN = "2026-11-25T12:00:00Z";
    private static RunTimes run(String started, String completed) {
        return new RunTimes(at(started), at(completed));
    }

    private static Instant at(String time) {
        return time == null ? null : Instant.parse("2026-11-28T" + time + "Z");
    }

    @ParameterizedTest(name = "{4}")
    @CsvSource({"10:00:00, 10:01:00, 10:00:00, 10:01:00, told again", //
            "10:00:00, 10:01:00, 10:00:00.4, 10:01:00.999, rounded otherwise", //
            "10:00:00, 10:01:00, 09:55:00, 09:56:00, a clock put back", //
            "10:00:00, 10:01:00, 10:00:59, 10:01:59, a clock put forward by less than the run took", //
            "10:00:00, 10:01:00, , 10:01:00, its start is not told", //
            ", 10:01:00, 10:00:00, 10:01:00, its start was not told", //
            "10:00:00, 10:01:00, 10:00:00, , its end is not told", //
            ", , 10:00:00, 10:01:00, nothing was known", //
            "10:00:00, 10:00:00, 10:00:00, 10:00:00, it took no time"})
    void mayBeTheSame(String started, String completed, String startedLater, String completedLater, String why) {
        assertThat(run(started, completed).mayBe(run(startedLater, completedLater))).as(why).isTrue();
    }

    @Test
    void byAClockThatWasSetItIsTheSame() {
        RunTimes run = new RunTimes(at("09:59:58.123"), at("10:00:00.5"), at("10:01:00"));
        assertThat(run.mayBe(new RunTimes(at("10:59:58.123456"), at("11:00:00.5"), at("11:01:00")))).isTrue();
        assertThat(run.mayBe(new RunTimes(at("09:59:58.123"), at("11:00:00.5"), at("11:01:00"))))
                .as("its job stands where it stood").isFalse();
        assertThat(run.mayBe(new RunTimes(at("10:59:58.623"), at("11:00:01"), at("11:01:00.5"))))
                .as("not by whole seconds").isFalse();
        assertThat(run.mayBe(new RunTimes(at("07:59:58.123"), at("09:30:00"), at("09:31:00"))))
                .as("ours was put back, and it ran again since for as long").isFalse();
        assertThat(run.mayBe(new RunTimes(null, at("11:00:00.5"), at("11:01:00")))).isFalse();
    }

    @Test
    void isTheVerySame() {
        RunTimes run = run("10:00:00", "10:01:00");
        assertThat(run.is(run("10:00:00.3", "10:01:00.1"))).isTrue();
        assertThat(run.is(run(null, "10:01:00"))).isTrue();
        assertThat(run.is(run("10:00:00", null))).isFalse();
        assertThat(run.is(run("09:55:00", "09:56:00"))).isFalse();
    }

    @ParameterizedTest(name = "{4}")
    @CsvSource({"10:00:00, 10:01:00, 10:01:00, 10:02:00, as long as the one before", //
            "10:00:00, 10:01:00, 11:01:00, 11:02:10, longer", //
            "10:00:00, 10:01:00, 10:00:00, 10:01:01, it ended at another time", //
            "10:00:00, 10:00:00, 10:00:01, 10:00:01, neither took any time", //
            ", 10:01:00, , 10:01:01, only ends are told", //
            "10:00:00, , 10:00:37, , only starts are told", //
            "10:00:00, 10:01:00, 10:05:00, , it began at another time and its end is not told"})
    void isAnother(String started, String completed, String startedLater, String completedLater, String why) {
        assertThat(run(started, completed).mayBe(run(startedLater, completedLater))).as(why).isFalse();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-11-25T11:00:00Z, 2026-11-25T11:30:00Z, 2026-11-25T11:30:00Z, PT30M
            2026-11-25T11:00:00Z, ,                     2026-11-25T12:00:00Z, PT1H
            ,                     ,                     2026-11-25T12:00:00Z,
            1970-01-01T00:00:00Z, 1970-01-01T00:00:00Z, 2026-11-25T12:00:00Z,
            2026-11-25T11:00:00Z, 2099-01-01T11:00:00Z, 2026-11-25T12:00:00Z, PT1H
            2026-11-25T11:00:00Z, 2026-11-25T12:00:30Z, 2026-11-25T12:00:00Z, PT1H0M30S
            2026-11-25T11:00:00Z, 2026-11-25T10:00:00Z, 2026-11-25T10:00:00Z,
            2026-11-25T13:00:00Z, ,                     2026-11-25T12:00:00Z,
            """)
    void whatCannotBeIsWhenItWasSeen(Instant started, Instant completed, Instant ended, Duration took) {
        RunTimes run = new RunTimes(started, completed);
        assertThat(run.ended(Instant.parse(SEEN))).isEqualTo(ended);
        assertThat(run.took(Instant.parse(SEEN))).isEqualTo(took);
    }
}
