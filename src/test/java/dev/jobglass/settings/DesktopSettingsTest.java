package dev.jobglass.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DesktopSettingsTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final Settings settings = new Settings();

    @ParameterizedTest
    @CsvSource(textBlock = """
            '',    '',    true
            07:00, 20:00, true
            12:00, 20:00, true
            07:00, 12:00, false
            20:00, 07:00, false
            20:00, 12:01, true
            07:00, '',    true
            12:00, 12:00, true""")
    void theScreenIsAwakeInTheHoursThatAreWanted(String from, String to, boolean awake) {
        settings.desktop().awakeFromProperty().set(from);
        settings.desktop().awakeToProperty().set(to);
        assertThat(settings.desktop().awakeAt(NOON, ZoneOffset.UTC)).isEqualTo(awake);
        settings.desktop().keepAwakeProperty().set(false);
        assertThat(settings.desktop().awakeAt(NOON, ZoneOffset.UTC)).isFalse();
    }

    @Test
    void quietForAWhileEndsWhateverTheClockDoes() {
        ZoneId zone = ZoneOffset.UTC;
        NotificationSettings notifications = settings.notifications();
        notifications.quietUntilProperty().set(NOON.plus(Duration.ofHours(1)));
        assertThat(notifications.quietAt(NOON, zone)).isTrue();
        assertThat(notifications.quietAt(NOON.plus(Duration.ofHours(1)), zone)).isFalse();
        assertThat(notifications.quietAt(NOON.minus(Duration.ofDays(30)), zone)).as("the clock was wrong").isFalse();
    }
}
