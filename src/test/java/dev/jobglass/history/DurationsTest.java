package dev.jobglass.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DurationsTest {
    private static Durations of(List<Long> millis) {
        Durations durations = new Durations();
        millis.forEach(one -> durations.add(Durations.bucket(one), 1, one));
        return durations;
    }

    @Property
    void whatIsToldIsNearToWhatWasAndNeverLongerThanTheLongest(
            @ForAll @Size(min = 1, max = 50) List<@LongRange(min = 0, max = 10_000_000_000L) Long> millis) {
        List<Long> sorted = millis.stream().sorted().toList();
        double median = (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2.0;
        Durations durations = of(millis);
        assertThat(Math.abs(durations.median().toMillis() - median)).isLessThanOrEqualTo(median * 0.02 + 1);
        assertThat(durations.slow().toMillis()).isLessThanOrEqualTo(sorted.getLast())
                .isGreaterThanOrEqualTo(durations.median().toMillis());
    }

    @Test
    void fewAreToldExactly() {
        Durations one = of(List.of(600_000L));
        assertThat(one.median()).isEqualTo(Duration.ofMinutes(10));
        assertThat(one.slow()).isEqualTo(Duration.ofMinutes(10));
        Durations two = of(List.of(60_000L, 360_000L));
        assertThat(two.median()).isEqualTo(Duration.ofSeconds(210));
    }

    @Test
    void whatWasTakenBackIsNotThere() {
        Durations none = new Durations();
        none.add(7, 0, 0);
        assertThat(none.median()).isNull();
        assertThat(none.slow()).isNull();
    }
}
