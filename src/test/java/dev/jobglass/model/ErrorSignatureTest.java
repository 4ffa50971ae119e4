package dev.jobglass.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorSignatureTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Rate limit exceeded, retry after 31 s       | Rate limit exceeded, retry after … s
            run_8f2a1c0d not found                      | … not found
            Job 123e4567-e89b-12d3-a456-426614174000 ended | Job … ended
            Timeout at 2026-11-28T01:15:24.5+01:00      | Timeout at …
            Timeout at 10:20:30                         | Timeout at …
            connect to http://10.0.0.7:8005/api?x=1 (refused) | connect to … (refused)
            no route to 10.0.0.7:8005                   | no route to …
            no route to fe80::1ff:fe23:4567:890a        | no route to …
            cannot read /home/ann/report.txt: denied    | cannot read …: denied
            cannot read C:\\Users\\Ann\\report.txt      | cannot read …
            unknown address ann@example.com             | unknown address …
            0x7fff5fbff8c0 freed twice                  | … freed twice
            第 12 步失败                                 | 第 … 步失败
            第12步失败                                   | 第…步失败
            فشلت الخطوة ٣٤                              | فشلت الخطوة …
            too  much\twhite space                      | too much white space
            Request failed with status code 401         | Request failed with status code 401
            Process exited with code 137. Retry 3       | Process exited with code 137. Retry …
            HTTP 404: no job run_8f2a                   | HTTP 404: no job …
            HTTP/1.1 502 Bad Gateway                    | HTTP/1.1 502 Bad Gateway
            exit=1 after 35 s                           | exit=1 after … s
            status 12345 of 20:15:00, code 10.5         | status … of …, code …
            std::bad_alloc                              | std::bad_alloc
            either/or                                   | either/or
            E1042                                       | E1042
            404                                         | 404
            500 (3)                                     | 500 (3)
            3f2a9c                                      | 3f2a9c
            12:30:01 /var/log/x.log                     | 12:30:01 /var/log/x.log
            E1042: quota                                | …: quota""")
    void whatVariesIsFolded(String error, String signature) {
        assertThat(ErrorSignature.of(error.replace("\\t", "\t"))).isEqualTo(signature);
    }

    @Test
    void ofATracebackTheLastLineCounts() {
        assertThat(ErrorSignature.of("Agent crashed: Traceback (most recent call last):\n  File \"x.py\", line 3\n"
                + "ValueError: no key 7\n")).isEqualTo("ValueError: no key …");
    }

    @Test
    void coloursAndOverwrittenLinesMakeNoDifference() {
        assertThat(ErrorSignature.of("\u001B[31mTimeout\u001B[0m")).isEqualTo("Timeout");
        assertThat(ErrorSignature.of("10%\r50%\rOut of memory")).isEqualTo("Out of memory");
    }

    @Test
    void aJobThatFailedWithoutAWordHasTheEmptyOne() {
        assertThat(ErrorSignature.of(null)).isEmpty();
        assertThat(ErrorSignature.of(" \n")).isEmpty();
    }

    @Property
    void numbersMakeNoDifference(@ForAll @IntRange(min = 0) int one, @ForAll @IntRange(min = 0) int other) {
        assertThat(ErrorSignature.of("failed after " + one + " of 5 tries"))
                .isEqualTo(ErrorSignature.of("failed after " + other + " of 5 tries"));
    }

    @Property
    void anyTextHasOne(@ForAll String error) {
        assertThat(ErrorSignature.of(error)).hasSizeLessThanOrEqualTo(1_000);
    }
}
