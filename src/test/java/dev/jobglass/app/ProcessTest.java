package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.testing.RunsServer;
import dev.jobglass.testing.RunsServer.Reply;
import dev.jobglass.ui.main.StartRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.testfx.util.WaitForAsyncUtils;

/** The program as a process of its own, as its user starts it. */
@Execution(ExecutionMode.CONCURRENT) // in processes of its own, whose log is not ours
class ProcessTest {
    @TempDir
    private Path folder;

    private record Ended(int status, String output) {
    }

    private Ended run(Map<String, String> environment, String... arguments) throws Exception {
        Path output = folder.resolve("output.txt");
        Process process = start(environment, output, arguments);
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).as(() -> "still runs: " + process.info()).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Ended(process.exitValue(), Files.readString(output));
    }

    private Process start(Map<String, String> environment, Path output, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.language=en", "--enable-native-access=javafx.graphics,org.xerial.sqlitejdbc", "--module-path",
                System.getProperty("jdk.module.path"), "-m",
                "dev.jobglass/dev.jobglass.app.Main", "--config-dir", folder.resolve("config").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY", "PRAISONAI_BASE_URL",
                "JOBGLASS_API_KEY"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFolderThatCannotBeNamedHereIsOneSentence() throws Exception {
        Ended ended = run(Map.of("LC_ALL", "C"), "--config-dir", "/tmp/J\u00fcrgen");
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.output().lines()).hasSize(1);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatWasJustChangedIsWrittenWhenTheProcessIsToldToEnd() throws Exception {
        Map<String, String> headless = Map.of("JAVA_TOOL_OPTIONS", "-Dglass.platform=Headless -Dprism.order=sw");
        try (RunsServer server = new RunsServer()) {
            server.job("run_1", "running", 10, Map.of("retry_after", 1));
            Process process = start(headless, folder.resolve("told.txt"), "--server", server.url());
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> !server.requests().isEmpty());
            process.destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(Files.readString(folder.resolve("config").resolve("settings.json"))).contains(server.url());
        }
    }

    @Test
    void ofStartsAtTheSameTimeOneOpensAWindowAndTakesOverWhatTheOthersWant() throws Exception {
        Map<String, String> headless = Map.of("JAVA_TOOL_OPTIONS", "-Dglass.platform=Headless -Dprism.order=sw");
        try (RunsServer server = new RunsServer()) {
            server.lists(false);
            List<Process> processes = new ArrayList<>();
            try {
                for (String job : List.of("run_1", "run_2", "run_3")) {
                    server.job(job, "running", 10, Map.of("retry_after", 1));
                    processes.add(start(headless, folder.resolve(job), "--server", server.url(), job));
                }
                WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> processes.stream().filter(Process::isAlive)
                        .count() == 1);
                WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> server.asked("run_1") > 0
                        && server.asked("run_2") > 0 && server.asked("run_3") > 0);
                assertThat(processes).filteredOn(process -> !process.isAlive()).allMatch(
                        process -> process.exitValue() == 0);
            } finally {
                processes.forEach(Process::destroyForcibly);
            }
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whereSomebodyElseMayListenAWindowOfItsOwnOpensAndTheLogSaysWhy() throws Exception {
        Path config = Files.createDirectory(folder.resolve("config"));
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        List<StartRequest> taken = new CopyOnWriteArrayList<>();
        try (RunsServer server = new RunsServer();
                SingleInstance other = SingleInstance.claim(elsewhere, ThisUser.find()).orElseThrow()) {
            other.listen(taken::add);
            server.job("run_1", "running", 10, Map.of("retry_after", 1));
            Files.createSymbolicLink(config.resolve("instance"), elsewhere.resolve("instance"));
            Process process = start(Map.of("JAVA_TOOL_OPTIONS", "-Dglass.platform=Headless -Dprism.order=sw",
                    "JOBGLASS_API_KEY", "s3cret-key"), folder.resolve("output.txt"), "--server", server.url());
            try {
                WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> server.keys().contains("s3cret-key"));
            } finally {
                process.destroyForcibly();
            }
        }
        assertThat(Files.readString(config.resolve("jobglass.0.log"))).containsOnlyOnce("instance is a link");
        assertThat(taken).isEmpty();
    }

    @Test
    void aKeyWithoutAServerGoesNowhereWhichTheLogSays() throws Exception {
        Ended ended = run(Map.of("JOBGLASS_API_KEY", "s3cret-key"), "--snapshot", folder.resolve("a.png").toString(),
                "--after", "1");

        assertThat(ended).isEqualTo(new Ended(0, ""));
        assertThat(Files.readString(folder.resolve("config").resolve("jobglass.0.log")))
                .containsOnlyOnce("The key that was given goes to no server").doesNotContain("s3cret");
    }

    @Test
    void whatScriptsAskNeedsNoDisplayAndNoJavaFx() throws Exception {
        try (RunsServer server = new RunsServer()) {
            server.job("run_1", "succeeded", 100, Map.of());
            Ended ended = run(Map.of("JAVA_TOOL_OPTIONS", "-Xlog:class+load"), "wait", "run_1", "--server",
                    server.url());
            assertThat(ended.status()).isZero();
            assertThat(ended.output()).contains("dev.jobglass.cli.WaitCommand", "run_1  succeeded")
                    .doesNotContain(" javafx.", " com.sun.javafx.");
        }
    }

    @Test
    void aSnapshotOfTheDemoNeedsNoDisplayAndLogsNothing() throws Exception {
        Path picture = folder.resolve("demo.png");
        Ended ended = run(Map.of(), "--demo", "--snapshot", picture.toString(), "--after", "4", "--size", "1920x1080",
                "--theme", "light");

        assertThat(ended).isEqualTo(new Ended(0, ""));
        var image = ImageIO.read(picture.toFile());
        assertThat(image.getWidth()).isEqualTo(1920);
        assertThat(image.getHeight()).isEqualTo(1080);
        long colours = java.util.stream.IntStream.range(0, 1920 * 1080)
                .map(i -> image.getRGB(i % 1920, i / 1920)).distinct().count();
        assertThat(colours).as("colours of a window full of jobs").isGreaterThan(100);
    }

    @Test
    void keepsTheKeySecretAndTheSettingsBesideTheLog() throws Exception {
        try (RunsServer server = new RunsServer()) {
            server.insteadOfAll(Reply.json(401, Map.of("error", "Unauthorized")));
            Ended ended = run(Map.of("JOBGLASS_API_KEY", "s3cret-key"), "--server", server.url(), "--watch", "run_1",
                    "run_2", "--snapshot", folder.resolve("a.png").toString(), "--after", "3");

            assertThat(ended).isEqualTo(new Ended(0, ""));
            assertThat(server.asked("run_1")).isPositive();
            assertThat(server.asked("run_2")).isPositive();
            String log = Files.readString(folder.resolve("config").resolve("jobglass.0.log"));
            assertThat(log).contains(server.url()).doesNotContain("s3cret");
            assertThat(Files.readString(folder.resolve("config").resolve("settings.json"))).contains("run_1", "run_2")
                    .doesNotContain("s3cret");
        }
    }

    @Test
    void withoutADisplayOneLineSaysWhatToDo() throws Exception {
        org.junit.jupiter.api.Assumptions.assumeTrue(System.getProperty("os.name").equals("Linux"));
        Ended ended = run(Map.of(), "--demo");

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.output().lines()).singleElement().asString().contains("No display", "--snapshot");
    }

    @Test
    void aPictureThatCannotBeWrittenIsSaid() throws Exception {
        Ended ended = run(Map.of(), "--demo", "--snapshot", "/no/such/folder/a.png", "--after", "0");

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.output().lines()).singleElement().asString().contains("Cannot write the picture");
    }
}
