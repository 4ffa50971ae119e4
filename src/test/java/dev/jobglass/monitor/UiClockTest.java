package dev.jobglass.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.testing.Fx;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UiClockTest {
    private static final Instant START = Instant.parse("2026-11-29T10:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private UiClock clock;

    @BeforeEach
    void begin() throws Exception {
        clock = Fx.call(() -> new UiClock(now::get));
    }

    @AfterEach
    void stop() throws Exception {
        Fx.run(clock::stop);
    }

    @Test
    void itTicksUntilItIsStopped() throws Exception {
        assertThat(clock.get()).isEqualTo(START);
        now.set(START.plusSeconds(1));
        Fx.await("a tick", () -> clock.get().equals(START.plusSeconds(1)));
        Fx.run(clock::stop);
    }

    @Test
    void whatNobodySeesStandsStillAndIsRightAtOnceWhenSomebodyDoes() throws Exception {
        SimpleObjectProperty<Boolean> seen = new SimpleObjectProperty<>(false);
        UiClock shown = Fx.call(() -> clock.whileSeen(seen));
        now.set(START.plusSeconds(60));
        Fx.await("a tick", () -> !clock.get().equals(START));
        assertThat(Fx.call(shown::get)).isEqualTo(START);
        Fx.run(() -> seen.set(true));
        assertThat(Fx.call(shown::get)).isEqualTo(START.plusSeconds(60));
        now.set(START.plusSeconds(61));
        Fx.await("it ticks again", () -> shown.get().equals(START.plusSeconds(61)));
        Fx.run(shown::stop);
        now.set(START.plusSeconds(62));
        Fx.await("a tick", () -> clock.get().equals(START.plusSeconds(62)));
        assertThat(Fx.call(shown::get)).isEqualTo(START.plusSeconds(61));
    }

    @ParameterizedTest
    @CsvSource({"10:00:00Z, 1000", "10:00:00.001Z, 999", "10:00:00.999999Z, 1"})
    void itTicksWithTheFullSecond(String time, long millis) {
        assertThat(UiClock.toFullSecond(Instant.parse("2026-11-29T" + time))).isEqualTo(millis);
    }
}
