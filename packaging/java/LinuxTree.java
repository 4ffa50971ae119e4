import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files of a Linux package where they will lie, with Debian's control file beside them. */
final class LinuxTree {
    private final Path sources;
    private final Path icons;
    private final Path tree;
    private final String version;
    private final Instant timestamp;

    LinuxTree(Path project, Path out, String version, Instant timestamp) {
        this.sources = project.resolve("packaging/linux");
        this.icons = project.resolve("icons");
        this.tree = out.resolve("image/tree");
        this.version = version;
        this.timestamp = timestamp;
    }

    static String debianArchitecture() {
        return System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
    }

    Path make(Path image) throws IOException, InterruptedException {
        copy(image, tree.resolve("usr/lib/jobglass"));
        Path bin = Files.createDirectories(tree.resolve("usr/bin"));
        Files.createSymbolicLink(bin.resolve("jobglass"), Path.of("../lib/jobglass/bin/jobglass"));
        put("jobglass.desktop", "usr/share/applications/jobglass.desktop");
        put("jobglass-watch-screen.service", "usr/lib/systemd/user/jobglass-watch-screen.service");
        put("jobglass-kiosk.sh", "usr/lib/jobglass/bin/jobglass-kiosk");
        put("jobglass-kiosk.desktop", "usr/share/xsessions/jobglass-kiosk.desktop");
        put("dev.jobglass.metainfo.xml", "usr/share/metainfo/dev.jobglass.metainfo.xml");
        put("copyright", "usr/share/doc/jobglass/copyright");
        put("changelog", "usr/share/doc/jobglass/changelog");
        put("jobglass.1", "usr/share/man/man1/jobglass.1");
        put("lintian-overrides", "usr/share/lintian/overrides/jobglass");
        for (String packed : List.of("usr/share/doc/jobglass/changelog", "usr/share/man/man1/jobglass.1")) {
            new ProcessBuilder("gzip", "-9n", tree.resolve(packed).toString()).inheritIO().start().waitFor();
        }
        completions();
        icons();
        put("control", "DEBIAN/control");
        permissions();
        return tree;
    }

    /** What shells need to complete the program's commands, as the program itself prints it. */
    private void completions() throws IOException, InterruptedException {
        for (var shell : Map.of("bash", "bash-completion/completions/jobglass", "zsh",
                "zsh/vendor-completions/_jobglass", "fish", "fish/vendor_completions.d/jobglass.fish").entrySet()) {
            Path file = tree.resolve("usr/share").resolve(shell.getValue());
            Files.createDirectories(file.getParent());
            Path program = tree.resolve("usr/lib/jobglass/bin/jobglass");
            ProcessBuilder printing = new ProcessBuilder(program.toString(), "completion", shell.getKey())
                    .redirectOutput(file.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT);
            printing.environment().put("LC_ALL", "C"); // in English, wherever it is built
            if (printing.start().waitFor() != 0) {
                throw new IOException("no completion for " + shell.getKey());
            }
        }
    }

    private void icons() throws IOException {
        try (Stream<Path> files = Files.list(icons)) {
            for (Path icon : files.toList()) {
                String name = icon.getFileName().toString();
                if (name.endsWith(".svg")) {
                    copy(icon, tree.resolve("usr/share/icons/hicolor/scalable/apps/jobglass.svg"));
                } else if (name.endsWith(".png")) {
                    String size = name.replaceAll("\\D", "");
                    copy(icon, tree.resolve(
                            "usr/share/icons/hicolor/%sx%s/apps/jobglass.png".formatted(size, size)));
                }
            }
        }
    }

    private void put(String name, String place) throws IOException {
        Path target = tree.resolve(place);
        Files.createDirectories(target.getParent());
        String text = Files.readString(sources.resolve(name)).replace("@VERSION@", version)
                .replace("@DATE@", timestamp.toString().substring(0, 10))
                .replace("@ARCHITECTURE@", debianArchitecture());
        if (text.contains("@SIZE@")) {
            text = text.replace("@SIZE@", Long.toString(Folders.size(tree.resolve("usr")) / 1024));
        }
        Files.writeString(target, text);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    /** As Debian wants them: all may read, nobody but root may write, only programs are executable. */
    private void permissions() throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.filter(path -> !Files.isSymbolicLink(path)).toList()) {
                boolean program = Files.isDirectory(file) || file.getParent().endsWith("bin")
                        || file.endsWith("jspawnhelper");
                Files.setPosixFilePermissions(file,
                        PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }
}
