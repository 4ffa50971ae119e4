import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** Makes a folder with all of Jobglass, which needs no installation. */
final class AppImage {
    private final Platform platform;
    private final Path project;
    private final Path image;
    private final String version;

    /**
     * Prepares to make it.
     *
     * @param folder where it goes
     */
    AppImage(Platform platform, Path project, Path folder, String version) {
        this.platform = platform;
        this.project = project;
        this.image = folder.resolve(platform == Platform.MAC ? "Jobglass.app" : platform.program());
        this.version = version;
    }

    /** Makes it of a runtime and its cache, and {@return its folder} */
    Path make(Path runtime, Path cache) throws IOException {
        Path options = project.resolve("packaging/jvm.options");
        pack(runtime, options);
        Path app = image.resolve(switch (platform) {
            case MAC -> "Contents/app";
            case WINDOWS -> "app";
            case LINUX -> "lib/app";
        });
        Files.copy(cache, app.resolve(cache.getFileName()));
        Files.copy(options, app.resolve("jvm.options"));
        Files.copy(project.resolve("target/classes/dev/jobglass/ui/main/THIRD-PARTY.txt"),
                app.resolve("THIRD-PARTY.txt"));
        Files.copy(project.resolve("target/bom.json"), app.resolve("bom.cdx.json"));
        if (platform == Platform.LINUX) {
            replaceLauncher();
        }
        return image;
    }

    private void pack(Path runtime, Path options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--type", "app-image", "--name", platform.program(),
                "--app-version", version, "--vendor", Installer.VENDOR, "--description",
                "Watch asynchronous AI-agent jobs", "--runtime-image", runtime.toString(), "--module", Installer.MAIN,
                "--icon", project.resolve("icons").resolve(platform.icon()).toString(), "--dest",
                image.getParent().toString()));
        for (String option : Files.readAllLines(options)) {
            arguments.addAll(List.of("--java-options", option));
        }
        arguments.addAll(List.of("--java-options", "-XX:AOTCache=$APPDIR/jobglass.aot", "--java-options",
                "-Xlog:disable"));
        if (platform == Platform.MAC) {
            arguments.addAll(List.of("--resource-dir", project.resolve("packaging/macos").toString()));
        }
        Tools.jdk("jpackage", arguments.toArray(String[]::new));
    }

    private void replaceLauncher() throws IOException {
        Path launcher = image.resolve("bin/jobglass");
        Files.copy(project.resolve("packaging/linux/jobglass.sh"), launcher, StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.delete(image.resolve("lib/libapplauncher.so")); // of the launcher replaced
        Files.delete(image.resolve("lib/app/jobglass.cfg"));
    }
}
