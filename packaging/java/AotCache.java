import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes the cache that halves the time to the first rows: what the virtual machine learned by a run of the demo. */
final class AotCache {
    /** Seconds the demo runs while the cache is made: all that a first start needs has happened by then. */
    private static final String TRAINING_SECONDS = "10";

    private AotCache() {
    }

    /**
     * Runs the demo without a display.
     *
     * @param java the command of the runtime that is to use the cache
     * @param options a file with the options of the virtual machine
     * @param cache the file to make
     * @param training a folder for what the run leaves behind, made when it is not there
     */
    static void make(Path java, Path options, Path cache, Path training) throws IOException, InterruptedException {
        Files.createDirectories(training);
        Tools.process(java.toString(), "@" + options, "-XX:AOTCacheOutput=" + cache, "-Xlog:disable", "-m",
                Installer.MAIN, "--demo", "--config-dir", training.toString(), "--after", TRAINING_SECONDS,
                "--startup-report", "--snapshot", training.resolve("demo.png").toString());
    }
}
