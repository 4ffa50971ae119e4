package dev.jobglass.app;

import dev.jobglass.testing.Fuzzer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever a second start hands over, the first goes on. */
class HandOverFuzzTest {
    @Test
    void messages() {
        Fuzzer.feed("hand-over", 1, List.of("http://a http://b\nkey\ntrue\n2\nDARK\nstate:failed\nrun_1\nrun_2"),
                input -> {
                    try {
                        SingleInstance.request(new String(input, StandardCharsets.UTF_8));
                    } catch (IOException _) {
                        // As it declares.
                    }
                });
    }
}
