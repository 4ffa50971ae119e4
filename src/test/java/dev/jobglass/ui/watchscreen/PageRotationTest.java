package dev.jobglass.ui.watchscreen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageRotationTest {
    private static final Instant START = Instant.parse("2026-11-25T10:00:00Z");
    private final PageRotation pages = new PageRotation(START);

    private List<Integer> at(int seconds, List<Integer> all) {
        return pages.turn(all, 2, START.plusSeconds(seconds));
    }

    @Test
    void turnEveryTenSecondsAndBeginAnew() {
        List<Integer> all = List.of(1, 2, 3, 4, 5);
        assertThat(at(0, all)).containsExactly(1, 2);
        assertThat(at(9, all)).containsExactly(1, 2);
        assertThat(at(10, all)).containsExactly(3, 4);
        assertThat(at(20, all)).containsExactly(5);
        assertThat(pages.number()).isEqualTo(3);
        assertThat(pages.count()).isEqualTo(3);
        assertThat(at(30, all)).containsExactly(1, 2);
    }

    @Test
    void stayWhereTheyAreWhenFewerAreLeft() {
        at(0, List.of(1, 2, 3, 4, 5));
        at(10, List.of(1, 2, 3, 4, 5));
        assertThat(at(20, List.of(1))).containsExactly(1);
        assertThat(pages.number()).isEqualTo(1);
    }

    @Test
    void ofNothingAreOne() {
        assertThat(at(0, List.of())).isEmpty();
        assertThat(pages.count()).isEqualTo(1);
    }
}
