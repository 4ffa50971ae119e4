package dev.jobglass.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.testing.Fx;
import dev.jobglass.text.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColumnWidthsTest {
    private static final int A_YEAR = 366;

    private static double leastOfTimes(Instant now) {
        ColumnWidths widths = new ColumnWidths(new Times(ZoneOffset.UTC, Locale.US), now);
        widths.lowRows(true);
        return widths.least("started", false, 2);
    }

    /** On the first of December every day that was thirty days apart had one digit. */
    @Test
    void areTheSameOnEveryDay() throws Exception {
        Instant day = LocalDate.of(2026, 12, 1).atTime(10, 0).toInstant(ZoneOffset.UTC);
        assertThat(Fx.call(() -> IntStream.range(0, A_YEAR)
                .mapToDouble(back -> leastOfTimes(day.minus(Duration.ofDays(back)))).distinct().toArray())).hasSize(1);
    }
}
