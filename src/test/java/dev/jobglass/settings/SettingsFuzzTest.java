package dev.jobglass.settings;

import dev.jobglass.settings.KeyStore;
import dev.jobglass.testing.Fuzzer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is in the file, the program begins. */
class SettingsFuzzTest {
    private static final String FILE = """
            {"theme":"DARK","textSize":150,"language":"de","columns":{"job":200.5},"hiddenColumns":["created"],
            "window":{"x":1,"y":2,"width":1280,"height":800,"maximized":false},
            "rows":{"grouping":"AGENT","density":"COMPACT","sorting":"-job","selection":[],"states":["FAILED"]},
            "servers":[{"url":"http://127.0.0.1:8005","name":"A","on":true,"watched":["run_1"],"removed":["run_2"]}],
            "polling":{"maxInFlight":16},"notifications":{"quietFrom":"22:00","quietTo":"07:00"}}""";

    @TempDir
    private Path folder;

    @Test
    void files() {
        Fuzzer.feed("settings", 100, List.of(FILE, "{}"), input -> {
            Files.write(folder.resolve("settings.json"), input);
            new SettingsFile(folder, KeyStore.none()).close();
        });
    }
}
