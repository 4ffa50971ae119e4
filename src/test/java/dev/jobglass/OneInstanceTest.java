package dev.jobglass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobglass.OneInstance.Request;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OneInstanceTest {
    private static final Request REQUEST = new Request(List.of("http://127.0.0.1:8005", "http://b"), "secret",
            true, 2, "LIGHT", "agent:news older:1h", "run_1\nrun_2");

    private static final Request NOTHING = new Request(List.of(), "", false, 0, "", "", "");

    private final List<Request> taken = new CopyOnWriteArrayList<>();
    @TempDir
    private Path folder;

    private Optional<OneInstance> claim() throws IOException {
        return OneInstance.claim(folder, taken::add);
    }

    @Test
    void whoeverComesSecondHandsOver() throws Exception {
        assertThat(OneInstance.handOver(folder, REQUEST)).isFalse();
        try (var _ = claim().orElseThrow()) {
            assertThat(OneInstance.handOver(folder, REQUEST)).isTrue();
            assertThat(OneInstance.handOver(folder, NOTHING)).isTrue();
        }
        assertThat(taken).containsExactly(REQUEST, NOTHING);
        assertThat(OneInstance.handOver(folder, REQUEST)).isFalse();
    }

    @Test
    void whatAKilledOneLeftBehindIsNoObstacle() throws Exception {
        claim().orElseThrow().close();
        Files.createFile(folder.resolve("instance").resolve("socket"));
        assertThat(OneInstance.handOver(folder, REQUEST)).isFalse();
        try (var _ = claim().orElseThrow()) {
            assertThat(OneInstance.handOver(folder, REQUEST)).isTrue();
        }
    }

    @Test
    void aFolderTooLongForASocketIsNoObstacleEither() throws Exception {
        folder = Files.createDirectories(folder.resolve("x".repeat(120)));
        assertThatThrownBy(this::claim).isInstanceOf(IOException.class);
        assertThat(OneInstance.handOver(folder, REQUEST)).isFalse();
    }

    @Test
    void aLongRequestArrivesWhole() throws Exception {
        Request all = new Request(List.of(), "", false, 0, "", "", "run_123456789012\n".repeat(100_000));
        try (var _ = claim().orElseThrow()) {
            assertThat(OneInstance.handOver(folder, all)).isTrue();
        }
        assertThat(taken).containsExactly(all);
    }

    @Test
    void oneThatSaysNothingKeepsNobodyWaiting() throws Exception {
        try (var _ = claim().orElseThrow();
                SocketChannel silent = SocketChannel
                        .open(UnixDomainSocketAddress.of(folder.resolve("instance").resolve("socket")))) {
            assertThat(silent.isConnected()).isTrue();
            assertThat(OneInstance.handOver(folder, REQUEST)).isTrue();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFolderThatOthersCanEnterIsClosedToThem() throws Exception {
        Files.createDirectory(folder.resolve("instance"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        nobodyElseCanReachIt();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobodyElseCanReachIt() throws Exception {
        try (var _ = claim().orElseThrow()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("instance"))))
                    .isEqualTo("rwx------");
        }
    }
}
