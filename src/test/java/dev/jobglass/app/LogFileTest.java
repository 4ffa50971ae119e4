package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.testing.BesideOthers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ResourceLock(BesideOthers.LOG)
class LogFileTest {
    private final Logger root = Logger.getLogger("");
    private final Set<Handler> before = Set.of(root.getHandlers());
    @TempDir
    private Path folder;

    @BeforeEach
    @AfterEach
    void onlyTheUsualHandlers() {
        for (Handler handler : root.getHandlers()) {
            if (!before.contains(handler)) {
                root.removeHandler(handler);
                handler.close();
            }
        }
    }

    private static String mode(Path file) throws IOException {
        Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS);
        return PosixFilePermissions.toString(mode);
    }

    private void say(String text) {
        root.log(Level.INFO, text);
    }

    @Test
    void whatJavaFxTellsOfItsOwnLayoutIsLeftOut() throws Exception {
        LogFile.open(folder, true);
        Logger javafx = Logger.getLogger("javafx.scene.control");
        javafx.info("index exceeds maxCellCount");
        javafx.warning("a warning");
        assertThat(Files.readString(folder.resolve("jobglass.0.log"))).contains("a warning").doesNotContain("index");
    }

    @Test
    void appendsToWhatIsThere() throws Exception {
        Files.writeString(folder.resolve("jobglass.0.log"), "before\n");
        LogFile.open(folder, true);
        say("one");
        assertThat(Files.readString(folder.resolve("jobglass.0.log"))).startsWith("before\n").contains("INFO", "one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "ar-EG", "th-TH-u-ca-buddhist-nu-thai"})
    void isTheSameInEveryLanguage(String language) throws Exception {
        Locale usual = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(language));
        try {
            LogFile.open(folder, true);
            root.log(Level.INFO, "one", new IOException("why"));
        } finally {
            Locale.setDefault(usual);
        }
        assertThat(Files.readString(folder.resolve("jobglass.0.log"))).matches(
                "(?s)20\\d\\d-[01]\\d-[0-3]\\d [0-2]\\d:\\d\\d:\\d\\d\\.\\d{3} INFO : one\\R"
                        + "java.io.IOException: why\\R.*");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobodyElseCanReadIt() throws Exception {
        Path made = folder.resolve("a").resolve("b");
        LogFile.open(made, true);
        say("one");
        assertThat(mode(made)).isEqualTo("rwx------");
        assertThat(mode(made.resolve("jobglass.0.log"))).isEqualTo("rw-------");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void anOlderOneIsClosedToOthers() throws Exception {
        Path log = Files.createFile(folder.resolve("jobglass.0.log"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        LogFile.open(folder, false);
        assertThat(mode(log)).isEqualTo("rw-------");
        assertThat(mode(folder)).as("of the user's choice").isEqualTo("rwxr-xr-x");
        LogFile.open(folder, true);
        assertThat(mode(folder)).isEqualTo("rwx------");
    }

    @Test
    void threeFilesOfAboutAMegabyteEachAndNoneForOthers() throws Exception {
        LogFile.open(folder, true);
        for (int i = 0; i < 50; i++) {
            say("x".repeat(100_000));
        }
        say("last");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(3).allSatisfy(file -> {
                assertThat(Files.size(file)).isLessThan(1_200_000);
                if (!System.getProperty("os.name").startsWith("Windows")) {
                    assertThat(mode(file)).isEqualTo("rw-------");
                }
            });
        }
        assertThat(Files.readString(folder.resolve("jobglass.0.log"))).contains("last");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nothingIsWrittenThroughALink() throws Exception {
        Path precious = Files.writeString(folder.resolve("precious"), "mine");
        Files.createSymbolicLink(folder.resolve("jobglass.0.log"), precious);
        LogFile.open(folder, true);
        say("one");
        assertThat(precious).hasContent("mine");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatIsNoFileIsLeftAlone() throws Exception {
        Process pipe = new ProcessBuilder("mkfifo", folder.resolve("jobglass.0.log").toString()).start();
        assertThat(pipe.waitFor()).isZero();
        LogFile.open(folder, true); // to open a pipe would wait for a reader
        say("one");
        assertThat(folder.resolve("jobglass.0.log")).satisfies(log -> assertThat(Files.isRegularFile(log)).isFalse());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFolderMayBeALinkOfOnesOwn() throws Exception {
        Path dotfiles = Files.createDirectory(folder.resolve("dotfiles"));
        Path link = Files.createSymbolicLink(folder.resolve("jobglass"), dotfiles);
        LogFile.open(link, true);
        say("one");
        assertThat(Files.readString(dotfiles.resolve("jobglass.0.log"))).contains("one");
    }
}
