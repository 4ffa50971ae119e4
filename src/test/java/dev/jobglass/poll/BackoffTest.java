package dev.jobglass.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BackoffTest {
    @Property
    void doublesFromTwoSecondsToAMinuteWithJitter(@ForAll long seed, @ForAll @IntRange(max = 40) int waits) {
        Backoff backoff = new Backoff(new Random(seed));
        Duration wait = backoff.next();
        for (int i = 0; i < waits; i++) {
            wait = backoff.next();
        }
        long step = Math.min(48_000, 2_000L << Math.min(waits, 10));

        assertThat(wait.toMillis()).isBetween(step, step * 5 / 4).isLessThanOrEqualTo(60_000);
    }

    @Test
    void resetsToTheShortest() {
        Backoff backoff = new Backoff(new Random(1));
        for (int i = 0; i < 5; i++) {
            backoff.next();
        }
        backoff.reset();

        assertThat(backoff.waits()).isZero();
        assertThat(backoff.next()).isBetween(Duration.ofSeconds(2), Duration.ofMillis(2_500));
    }
}
