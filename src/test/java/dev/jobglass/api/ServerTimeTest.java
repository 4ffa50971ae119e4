package dev.jobglass.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers write where the API says "ISO 8601". */
class ServerTimeTest {
    @ParameterizedTest
    @ValueSource(strings = {"2026-11-25T10:00:00Z", "2026-11-25T10:00:00+0000", "2026-11-25T03:00:00-0700",
            "2026-11-25T10:00:00+00", "20261125T100000Z", "2026-11-25T10:00:00,0Z", "2026-11-25T10:00:00+00:00Z",
            "2026-11-25 10:00:00 UTC", "2026-11-25T10:00:00 GMT", "1795600800", "1795600800000", "1795600800000000",
            "1.7956008E9", "2026-W48-3T10:00:00Z", "2026-329T10:00:00Z", "2026-11-25t10:00z", "20261125T1000",
            "2026-11-25T10:00:00.000000000000Z", "2026-11-25T11:00:00+01:00[Europe/Berlin]",
            "2026-11-25 10:00:00 +0000", "Wed, 25 Nov 2026 10:00:00 GMT", " 2026-11-25T10:00:00 "})
    void oneInstantWrittenInManyWays(String text) {
        assertThat(ServerTime.of(text)).isEqualTo("2026-11-25T10:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({"'2026-11-25T10:00:00,5Z', 2026-11-25T10:00:00.5Z", "1795600800.25, 2026-11-25T10:00:00.25Z",
            "20261125T100000.123456Z, 2026-11-25T10:00:00.123456Z", "2026-11-25, 2026-11-25T00:00:00Z",
            "20261125, 2026-11-25T00:00:00Z", "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z", "0, 1970-01-01T00:00:00Z"})
    void partsAreKept(String text, Instant expected) {
        assertThat(ServerTime.of(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "25.11.2026", "2026-13-01T00:00:00Z", "2026-02-30T10:00:00Z", "T10:00", "NaN",
            "1E99",
            "2026-11-25T25:00:00Z", "10:00"})
    void whatIsNoTimeIsNone(String text) {
        assertThat(ServerTime.of(text)).isNull();
    }

    @Property
    void anyTextIsATimeOrNone(@ForAll String text) {
        ServerTime.of(text);
    }

    @Property
    void whatIsWrittenIsRead(@ForAll @LongRange(min = 0, max = 4_000_000_000L) long second) {
        Instant time = Instant.ofEpochSecond(second);
        OffsetDateTime utc = time.atOffset(ZoneOffset.UTC);
        assertThat(ServerTime.of(time.toString())).isEqualTo(time);
        assertThat(ServerTime.of(DateTimeFormatter.ISO_WEEK_DATE.format(utc).replaceAll("Z$", "")
                + DateTimeFormatter.ofPattern("'T'HHmmssXX").format(utc))).isEqualTo(time);
    }

    /** What is read without the JDK, since it is read so often, is read as the JDK does. */
    @Property
    void theUsualFormIsReadAsTheJdkReadsIt(@ForAll @LongRange(min = 0, max = 4_000_000_000L) long second,
            @ForAll @IntRange(max = 999_999_999) int nanos, @ForAll @IntRange(max = 29) int place,
            @ForAll @Chars({'0', '3', '6', '9', '-', '+', ':', '.', 'T', 'Z', ' '}) char other) {
        String text = Instant.ofEpochSecond(second, nanos).toString();
        assertThat(ServerTime.of(text)).isEqualTo(Instant.parse(text));
        String mistyped = text.substring(0, place % text.length()) + other + text.substring(place % text.length() + 1);
        try {
            assertThat(ServerTime.of(mistyped)).isEqualTo(Instant.parse(mistyped));
        } catch (DateTimeParseException _) {
            // Other forms have tests of their own.
        }
    }
}
