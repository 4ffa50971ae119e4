import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes what people install, on the platform it runs on: a runtime with only the modules that are used, a cache that
 * halves the time to the first rows, an app image and the platform's packages. Started from source, with the other
 * files of this folder, by the Maven profile {@code installer} with the toolchain's JDK, whose jlink and jpackage it
 * uses.
 */
public final class Installer {
    /** The module and class to start. */
    static final String MAIN = "dev.jobglass/dev.jobglass.app.Main";
    /** Whom packages name. */
    static final String VENDOR = "The Jobglass authors";

    private Installer() {
    }

    /**
     * Makes all.
     *
     * @param arguments the project's folder, its version and the time its files are stamped with
     */
    public static void main(String... arguments) throws IOException, InterruptedException {
        Platform platform = Platform.here();
        Path project = Path.of(arguments[0]);
        String version = arguments[1];
        Path out = project.resolve("target").resolve("installer");
        Path runtime = out.resolve("runtime");
        Path packages = out.resolve("packages");
        for (Path before : List.of(runtime, out.resolve("image"), packages)) {
            Folders.delete(before);
        }
        new RuntimeImage(platform, out.resolve("modules"), runtime)
                .make(project.resolve("target").resolve("jobglass-" + version + ".jar"));
        Path cache = out.resolve("jobglass.aot");
        AotCache.make(runtime.resolve("bin").resolve(platform == Platform.WINDOWS ? "java.exe" : "java"),
                project.resolve("packaging/jvm.options"), cache, out.resolve("training"));
        Path image = new AppImage(platform, project, out.resolve("image"), version).make(runtime, cache);
        new Packages(platform, project, out, packages, version).make(image, Instant.parse(arguments[2]));
        report(packages, image);
    }

    private static void report(Path packages, Path image) throws IOException {
        try (Stream<Path> made = Files.list(packages)) {
            for (Path file : made.sorted().toList()) {
                System.out.printf("%s: %,d bytes%n", file.getFileName(), Files.size(file));
            }
        }
        System.out.printf("app image: %,d bytes%n", Folders.size(image));
    }
}
