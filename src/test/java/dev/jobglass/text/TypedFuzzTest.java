package dev.jobglass.text;

import dev.jobglass.api.ServerAddress;
import dev.jobglass.model.JobFilter;
import dev.jobglass.testing.Fuzzer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever is typed or pasted, nothing is thrown and nothing takes long. */
class TypedFuzzTest {
    private static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }

    @Test
    void jobIds() {
        Fuzzer.feed("job ids", 1,
                List.of("run_0a1b, run_2\nhttp://127.0.0.1:8005/api/v1/runs/run_3/result", "run_1;run_2"),
                input -> JobIdParser.read(text(input)));
    }

    @Test
    void filters() {
        Fuzzer.feed("filter", 1,
                List.of("state:failed agent:\"weekly report\" older:2h", "session:a server:b id:run_1 timeout",
                        "finished:2026-08-01T10:00..2026-08-01T11:00"),
                input -> JobFilter.of(text(input), Set.of(), InstantSource.system()));
    }

    @Test
    void addresses() {
        Fuzzer.feed("address", 1,
                List.of("http://127.0.0.1:8005/a/b", "https://[::1]:443", "user@host:80", "münchen.de"),
                input -> {
                    try {
                        ServerAddress.typed(text(input), List.of());
                    } catch (ServerAddress.Malformed _) {
                        // As it declares.
                    }
                });
    }

    @Test
    void plainTexts() {
        Fuzzer.feed("text", 1, List.of("Traceback\n  File \"a\"\nValueError: 1", "10 %\r50 %\u001b[31m red"), input -> {
            PlainText.line(text(input));
            PlainText.lines(text(input));
            PlainText.gist(text(input));
        });
    }
}
