package dev.jobglass.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TellingLockTest {
    @TempDir
    private Path folder;

    @Test
    void oneOfTwoTellsAndTheOtherTakesOver() throws IOException {
        TellingLock first = lock();
        try (TellingLock second = lock()) {
            assertThat(first.getAsBoolean()).isTrue();
            assertThat(second.getAsBoolean()).isFalse();
            assertThat(first.getAsBoolean()).isTrue();
            first.close();
            assertThat(second.getAsBoolean()).isTrue();
            assertThat(first.getAsBoolean()).isFalse();
        }
    }

    private TellingLock lock() {
        return new TellingLock(folder.resolve("not there yet").resolve("telling.lock"));
    }

    @Test
    void whereNothingCanBeLockedItTellsRatherTwiceThanNever() throws IOException {
        Files.createFile(folder.resolve("not there yet"));
        try (TellingLock one = lock()) {
            assertThat(one.getAsBoolean()).isTrue();
        }
    }
}
