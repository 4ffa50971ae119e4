import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Makes the platform's packages of an app image. */
final class Packages {
    private final Platform platform;
    private final Path project;
    private final Path out;
    private final Path packages;
    private final String version;

    /**
     * Prepares to make them.
     *
     * @param out for what is only needed on the way
     * @param packages where they go
     */
    Packages(Platform platform, Path project, Path out, Path packages, String version) {
        this.platform = platform;
        this.project = project;
        this.out = out;
        this.packages = packages;
        this.version = version;
    }

    /** Makes them; files are stamped with a time. */
    void make(Path image, Instant timestamp) throws IOException, InterruptedException {
        Files.createDirectories(packages);
        if (platform == Platform.LINUX) {
            Path tree = new LinuxTree(project, out, version, timestamp).make(image);
            deb(tree);
            rpm(tree);
            appImage(tree);
        } else {
            msiOrDmg(image);
        }
    }

    private void msiOrDmg(Path image) throws IOException {
        boolean windows = platform == Platform.WINDOWS;
        List<String> arguments = new ArrayList<>(List.of("--type", windows ? "msi" : "dmg", "--name",
                platform.program(), "--app-version", version, "--vendor", Installer.VENDOR, "--app-image",
                image.toString(), "--license-file", project.resolve("LICENSE").toString(), "--dest",
                packages.toString(), "--resource-dir",
                project.resolve(windows ? "packaging/windows" : "packaging/macos").toString()));
        if (windows) {
            Files.readAllLines(project.resolve("packaging/windows/jpackage.options")).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> arguments.addAll(List.of(line.split(" ", 2))));
        }
        Tools.jdk("jpackage", arguments.toArray(String[]::new));
    }

    private void deb(Path tree) throws IOException, InterruptedException {
        Tools.process("dpkg-deb", "--build", "--root-owner-group", "-Zxz", tree.toString(),
                packages.resolve("jobglass_" + version + "_" + LinuxTree.debianArchitecture() + ".deb").toString());
    }

    private static boolean there(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** Only where {@code appimagetool} is there. */
    private void appImage(Path tree) throws IOException, InterruptedException {
        Path folder = new AppDir(out).make(tree);
        if (!there("appimagetool")) {
            System.out.println("no appimagetool here, so no .AppImage");
            return;
        }
        Tools.process("appimagetool", folder.toString(),
                packages.resolve("Jobglass-" + version + "-" + System.getProperty("os.arch") + ".AppImage").toString());
    }

    /** Only where {@code rpmbuild} is there. */
    private void rpm(Path tree) throws IOException, InterruptedException {
        if (!there("rpmbuild")) {
            System.out.println("no rpmbuild here, so no .rpm");
            return;
        }
        Tools.process("rpmbuild", "-bb", "--quiet", "--define", "_topdir " + out.resolve("rpm"), "--define",
                "_rpmdir " + packages, "--define", "_rpmfilename %{NAME}-%{VERSION}-%{RELEASE}.%{ARCH}.rpm", "--define",
                "tree " + tree, "--define", "app_version " + version,
                project.resolve("packaging/linux/jobglass.spec").toString());
    }
}
