package dev.jobglass.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobState;
import dev.jobglass.testing.BesideOthers;
import dev.jobglass.testing.Statuses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Nobody but the owner reads the history: it tells of jobs. */
@BesideOthers
class HistoryForOwnerTest extends HistoryFixture {
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobodyElseCanReadIt() throws Exception {
        seen("run_1", JobState.RUNNING, 10, 0);
        reopen();
        seen("run_1", JobState.RUNNING, 20, 1);
        history.servers(); // waits until it is written
        assertThat(modes()).isNotEmpty().containsOnly("rw-------");
        assertThat(mode(folder.resolve("deep"))).isEqualTo("rwx------");
        history.close();

        Path file = folder.resolve("deep").resolve("history.db"); // as earlier versions made it
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        open();
        seen("run_1", JobState.RUNNING, 30, 2);
        history.servers();
        assertThat(modes()).hasSizeGreaterThan(1).containsOnly("rw-------");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobodyElseCanReadItWhereALinkLeads() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path linked = Files.createDirectory(folder.resolve("linked"));
        Files.createSymbolicLink(linked.resolve("history.db"), Path.of("..", "elsewhere", "real.db"));
        try (History there = new History(linked.resolve("history.db"), Duration.ofDays(1))) {
            there.seen(SERVER, Statuses.of("run_1", JobState.RUNNING, 10), NOON);
            assertThat(there.jobs(SERVER, 10)).hasSize(1);
            try (Stream<Path> files = Files.list(elsewhere)) {
                for (Path file : files.toList()) {
                    assertThat(mode(file)).as(file.toString()).isEqualTo("rw-------");
                }
            }
        }
        assertThat(elsewhere.resolve("real.db")).isRegularFile();
    }

    private List<String> modes() throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("deep"))) {
            return files.map(HistoryForOwnerTest::mode).toList();
        }
    }

    private static String mode(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
