package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobglass.testing.BesideOthers;
import dev.jobglass.ui.main.StartRequest;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@BesideOthers
class SingleInstanceTest {
    private static final StartRequest REQUEST = new StartRequest(List.of("http://127.0.0.1:8005", "http://b"), "secret",
            true, true, true, 2, "LIGHT", "Night shift", "agent:news older:1h", "run_1\nrun_2");

    private static final StartRequest NOTHING = new StartRequest(List.of(), "", false, false, false, 0, "", "", "", "");

    private final List<StartRequest> taken = new CopyOnWriteArrayList<>();
    @TempDir
    private Path folder;
    private ThisUser user;

    @BeforeEach
    void find() throws IOException {
        user = ThisUser.find();
    }

    private Optional<SingleInstance> claim(Path place) throws IOException {
        Optional<SingleInstance> instance = SingleInstance.claim(place, user);
        instance.ifPresent(one -> one.listen(taken::add));
        return instance;
    }

    private Optional<SingleInstance> claim() throws IOException {
        return claim(folder);
    }

    @Test
    void oneThatIsStartingHoldsThePlaceAndListensLater() throws Exception {
        try (SingleInstance starting = SingleInstance.claim(folder, user).orElseThrow()) {
            assertThat(SingleInstance.handOver(folder, user, REQUEST)).isFalse();

            starting.listen(taken::add);

            assertThat(SingleInstance.handOver(folder, user, REQUEST)).isTrue();
        }
        assertThat(taken).containsExactly(REQUEST);
    }

    @Test
    void oneThatHangsIsGivenUpOn() throws Exception {
        CompletableFuture<Void> end = new CompletableFuture<>();
        try (SingleInstance hanging = SingleInstance.claim(folder, user).orElseThrow()) {
            hanging.listen(_ -> end.join());

            assertThatThrownBy(() -> SingleInstance.handOver(folder, user, REQUEST))
                    .isInstanceOf(TimeoutException.class);
        } finally {
            end.complete(null);
        }
    }

    @Test
    void oneThatCannotDoItIsNotAskedAgain() throws Exception {
        try (SingleInstance failing = SingleInstance.claim(folder, user).orElseThrow()) {
            failing.listen(request -> {
                taken.add(request);
                throw new IllegalStateException("no server");
            });

            assertThatThrownBy(() -> SingleInstance.handOver(folder, user, REQUEST)).isInstanceOf(IOException.class)
                    .hasMessageContaining("could not do");
        }
        assertThat(taken).containsExactly(REQUEST);
    }

    @Test
    void whoeverComesSecondHandsOver() throws Exception {
        assertThat(SingleInstance.handOver(folder, user, REQUEST)).isFalse();
        try (var _ = claim().orElseThrow()) {
            assertThat(SingleInstance.handOver(folder, user, REQUEST)).isTrue();
            assertThat(SingleInstance.handOver(folder, user, NOTHING)).isTrue();
        }
        assertThat(taken).containsExactly(REQUEST, NOTHING);
        assertThat(SingleInstance.handOver(folder, user, REQUEST)).isFalse();
    }

    @Test
    void whatAKilledOneLeftBehindIsNoObstacle() throws Exception {
        claim().orElseThrow().close();
        Files.createFile(folder.resolve("instance").resolve("socket"));
        assertThat(SingleInstance.handOver(folder, user, REQUEST)).isFalse();
        try (var _ = claim().orElseThrow()) {
            assertThat(SingleInstance.handOver(folder, user, REQUEST)).isTrue();
        }
    }

    @Test
    void aFolderTooLongForASocketIsNoObstacleEither() throws Exception {
        folder = Files.createDirectories(folder.resolve("x".repeat(120)));
        try (var _ = claim().orElseThrow(); SingleInstance other = claim().orElseThrow()) {
            assertThat(SingleInstance.handOver(folder, user, REQUEST)).isFalse();
            assertThat(other).isNotNull(); // is not kept waiting for one that nobody can reach
        }
    }

    @Test
    void aLongRequestArrivesWhole() throws Exception {
        StartRequest all = new StartRequest(List.of(), "", false, false, false, 0, "", "", "",
                "run_123456789012\n".repeat(100_000));
        try (var _ = claim().orElseThrow()) {
            assertThat(SingleInstance.handOver(folder, user, all)).isTrue();
        }
        assertThat(taken).containsExactly(all);
    }

    @Test
    void oneThatSaysNothingKeepsNobodyWaiting() throws Exception {
        try (var _ = claim().orElseThrow();
                SocketChannel silent = SocketChannel
                        .open(UnixDomainSocketAddress.of(folder.resolve("instance").resolve("socket")))) {
            assertThat(silent.isConnected()).isTrue();
            assertThat(SingleInstance.handOver(folder, user, REQUEST)).isTrue();
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

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFolderThatIsALinkIsNotTrusted() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        try (var _ = claim(elsewhere).orElseThrow()) {
            Files.createSymbolicLink(folder.resolve("instance"), elsewhere.resolve("instance"));
            assertNotHandedOver("is a link");
            assertThatThrownBy(this::claim).isInstanceOf(IOException.class).hasMessageContaining("is a link");
        }
        assertThat(taken).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aSocketThatIsALinkIsNotTrustedAndMakesWay() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        try (var _ = claim(elsewhere).orElseThrow()) {
            claim().orElseThrow().close();
            Files.createSymbolicLink(folder.resolve("instance").resolve("socket"),
                    elsewhere.resolve("instance").resolve("socket"));
            assertNotHandedOver("is a link");
            claim().orElseThrow().close();
        }
        assertThat(taken).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLockThatIsALinkIsNotTrusted() throws Exception {
        claim().orElseThrow().close();
        Path lock = folder.resolve("instance").resolve("lock");
        Files.delete(lock);
        Files.createSymbolicLink(lock, folder.resolve("precious"));
        assertThatThrownBy(this::claim).isInstanceOf(IOException.class).hasMessageContaining("is a link");
        assertThat(folder.resolve("precious")).doesNotExist();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nothingIsHandedOverWhereOthersCanEnter() throws Exception {
        try (var _ = claim().orElseThrow()) {
            Files.setPosixFilePermissions(folder.resolve("instance"), PosixFilePermissions.fromString("rwxrwxrwx"));
            assertNotHandedOver("open to other users");
        }
        assertThat(taken).isEmpty();
    }

    private void assertNotHandedOver(String why) {
        assertThatThrownBy(() -> SingleInstance.handOver(folder, user, REQUEST)).isInstanceOf(ThisUser.Distrust.class)
                .hasMessageContaining(why);
    }

    /** {@return for whom all that the present user makes is another's} */
    private ThisUser somebodyElse() throws IOException {
        return new ThisUser(folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("12345"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatBelongsToAnotherUserIsNotTrusted() throws Exception {
        try (var _ = claim().orElseThrow()) {
            user = somebodyElse();
            assertNotHandedOver("belongs to another user");
        }
        assertThatThrownBy(this::claim).isInstanceOf(IOException.class).hasMessageContaining("another user");
        assertThat(taken).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whoeverListensForAnotherUserIsNotTrusted() throws Exception {
        try (var _ = claim().orElseThrow();
                SocketChannel channel = SocketChannel
                        .open(UnixDomainSocketAddress.of(folder.resolve("instance").resolve("socket")))) {
            ThisUser other = somebodyElse();
            user.checkPeer(channel);
            assertThatThrownBy(() -> other.checkPeer(channel)).isInstanceOf(ThisUser.Distrust.class);
        }
    }
}
