import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * Makes what people install, on the platform it runs on: a runtime with only the modules that are used, a cache that
 * halves the time to the first rows, an app image and the platform's packages. Started by the Maven profile
 * {@code installer} with the toolchain's JDK, whose jlink and jpackage it uses.
 */
public final class Installer {
    private static final String MAIN = "dev.jobglass/dev.jobglass.app.Main";
    private static final String OS = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    private static final boolean WINDOWS = OS.startsWith("windows");
    private static final boolean MAC = OS.startsWith("mac");
    /** Seconds the demo runs while the cache is made: all that a first look needs has happened by then. */
    private static final String TRAINING_SECONDS = "10";

    /** Looks that are never worn: other themes, and JavaFX's first one. */
    private static final List<String> NEVER_SHOWN = List.of("/atlantafx.base/atlantafx/base/theme/nord*",
            "/atlantafx.base/atlantafx/base/theme/cupertino*", "/atlantafx.base/atlantafx/base/theme/dracula*",
            "/javafx.controls/com/sun/javafx/scene/control/skin/caspian/*.png",
            "/javafx.controls/com/sun/javafx/scene/control/skin/caspian/*.bss");

    private final Path project;
    private final Path out;
    private final String version;
    private final Instant timestamp;

    private Installer(Path project, String version, Instant timestamp) {
        this.project = project;
        this.out = project.resolve("target").resolve("installer");
        this.version = version;
        this.timestamp = timestamp;
    }

    /**
     * Makes all.
     *
     * @param arguments the project's folder, its version and the time its files are stamped with
     */
    public static void main(String... arguments) throws Exception {
        new Installer(Path.of(arguments[0]), arguments[1], Instant.parse(arguments[2])).run();
    }

    private void run() throws IOException, InterruptedException {
        for (String before : List.of("runtime", "image", "packages")) {
            delete(out.resolve(before));
        }
        Path runtime = runtime();
        Path cache = cache(runtime);
        Path image = image(runtime, cache);
        Path packages = Files.createDirectories(out.resolve("packages"));
        if (WINDOWS || MAC) {
            nativePackage(image, packages);
        } else {
            Path tree = new LinuxTree(project, out, version, timestamp).make(image);
            deb(tree, packages);
            rpm(tree, packages);
        }
        try (Stream<Path> made = Files.list(packages)) {
            for (Path file : made.sorted().toList()) {
                System.out.printf("%s: %,d bytes%n", file.getFileName(), Files.size(file));
            }
        }
        System.out.printf("app image: %,d bytes%n", size(image));
    }

    private Path runtime() throws IOException, InterruptedException {
        Path runtime = out.resolve("runtime");
        Path modules = out.resolve("modules");
        try (Stream<Path> jars = Files.list(modules)) {
            for (Path jar : jars.filter(file -> file.getFileName().toString().startsWith("picocli")).toList()) {
                NewerClasses.rewrite(jar);
            }
        }
        Files.copy(project.resolve("target").resolve("jobglass-" + version + ".jar"), modules.resolve("jobglass.jar"),
                StandardCopyOption.REPLACE_EXISTING);
        // Without the numbers of lines all is 10 MB smaller; what is left in a stack trace are classes and methods.
        // JavaFX's libraries and SQLite lie beside the runtime's own, so that they need not be unpacked when used.
        tool("jlink", "--module-path", modules.toString(), "--add-modules",
                "dev.jobglass,jdk.localedata", "--include-locales=en,de,zh,ar", "--no-header-files",
                "--no-man-pages", "--strip-java-debug-attributes", "--compress=zip-9",
                "--exclude-resources=**.so,**.dll,**.dylib,**.jnilib,"
                        + String.join(",", NEVER_SHOWN),
                "--output", runtime.toString());
        Path libraries = runtime.resolve(WINDOWS ? "bin" : "lib");
        try (Stream<Path> jars = Files.list(modules)) {
            for (Path jar : jars.toList()) {
                String name = jar.getFileName().toString();
                if (name.startsWith("javafx")) {
                    unpackLibraries(jar, "", libraries);
                } else if (name.startsWith("sqlite")) {
                    unpackLibraries(jar, sqliteFolder(), libraries);
                }
            }
        }
        if (!WINDOWS && !MAC) {
            slim(runtime);
        }
        return runtime;
    }

    /**
     * Takes away what only tools need, AWT beyond packing a picture into a PNG file, and the symbols that only
     * debuggers need.
     */
    private static void slim(Path runtime) throws IOException, InterruptedException {
        for (String unused : List.of("bin/jrunscript", "bin/jwebserver", "bin/keytool", "lib/jexec", "lib/jrt-fs.jar",
                "lib/libawt_xawt.so", "lib/libjawt.so", "lib/libsplashscreen.so",
                "lib/libfontmanager.so", "lib/libfreetype.so", "lib/liblcms.so", "lib/libmlib_image.so",
                "lib/libjavajpeg.so")) {
            Files.deleteIfExists(runtime.resolve(unused));
        }
        try (Stream<Path> files = Files.walk(runtime)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".so") || name.equals("java") || name.equals("jspawnhelper")) {
                    file.toFile().setWritable(true);
                    process("strip", "--strip-unneeded", file.toString());
                }
            }
        }
    }

    private static String sqliteFolder() {
        String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
        return "org/sqlite/native/" + (WINDOWS ? "Windows/" : MAC ? "Mac/" : "Linux/") + processor + "/";
    }

    private static void unpackLibraries(Path jar, String from, Path folder) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements();) {
                JarEntry entry = entries.nextElement();
                String name = entry.getName().startsWith(from) ? entry.getName().substring(from.length()) : "";
                if (name.matches("[^/]+\\.(so|dll|dylib)") && needed(name)) {
                    try (InputStream in = file.getInputStream(entry)) {
                        Files.copy(in, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }
    }

    /** Films and web pages are not among what Jobglass shows; nor do we run on a bare framebuffer. */
    private static boolean needed(String library) {
        return !library.contains("media") && !library.contains("webkit") && !library.contains("gstreamer")
                && !library.contains("monocle");
    }

    /** Runs the demo without a display and keeps what the virtual machine learned by it. */
    private Path cache(Path runtime) throws IOException, InterruptedException {
        Path cache = out.resolve("jobglass.aot");
        Path training = Files.createDirectories(out.resolve("training"));
        List<String> command = new ArrayList<>(List.of(java(runtime), "@" + project.resolve("packaging/jvm.options"),
                "-XX:AOTCacheOutput=" + cache, "-Xlog:disable", "-m", MAIN, "--demo", "--config-dir",
                training.toString(), "--after", TRAINING_SECONDS, "--startup-report", "--snapshot",
                training.resolve("demo.png").toString()));
        process(command.toArray(String[]::new));
        return cache;
    }

    private static String java(Path runtime) {
        return runtime.resolve("bin").resolve(WINDOWS ? "java.exe" : "java").toString();
    }

    private Path image(Path runtime, Path cache) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--type", "app-image", "--name", WINDOWS || MAC
                ? "Jobglass"
                : "jobglass", "--app-version", version, "--vendor", "The Jobglass authors", "--description",
                "Watch asynchronous AI-agent jobs", "--runtime-image", runtime.toString(), "--module", MAIN, "--icon",
                icon().toString(), "--dest", out.resolve("image").toString()));
        for (String option : Files.readAllLines(project.resolve("packaging/jvm.options"))) {
            arguments.addAll(List.of("--java-options", option));
        }
        arguments.addAll(List.of("--java-options", "-XX:AOTCache=$APPDIR/jobglass.aot", "--java-options",
                "-Xlog:disable"));
        if (MAC) {
            arguments.addAll(List.of("--resource-dir", project.resolve("packaging/macos").toString()));
        }
        tool("jpackage", arguments.toArray(String[]::new));
        Path image = out.resolve("image").resolve(MAC ? "Jobglass.app" : WINDOWS ? "Jobglass" : "jobglass");
        Path app = MAC ? image.resolve("Contents/app") : image.resolve(WINDOWS ? "app" : "lib/app");
        Files.copy(cache, app.resolve(cache.getFileName()));
        Files.copy(project.resolve("packaging/jvm.options"), app.resolve("jvm.options"));
        Files.copy(project.resolve("target/classes/dev/jobglass/ui/main/THIRD-PARTY.txt"),
                app.resolve("THIRD-PARTY.txt"));
        Files.copy(project.resolve("target/bom.json"), app.resolve("bom.cdx.json"));
        if (!WINDOWS && !MAC) {
            Path launcher = image.resolve("bin/jobglass");
            Files.copy(project.resolve("packaging/linux/jobglass.sh"), launcher, StandardCopyOption.REPLACE_EXISTING);
            Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.delete(image.resolve("lib/libapplauncher.so")); // of the launcher replaced
            Files.delete(image.resolve("lib/app/jobglass.cfg"));
        }
        return image;
    }

    private Path icon() {
        return project.resolve("icons").resolve("jobglass" + (WINDOWS ? ".ico" : MAC ? ".icns" : "-256.png"));
    }

    private void nativePackage(Path image, Path packages) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--type", WINDOWS ? "msi" : "dmg", "--name", "Jobglass",
                "--app-version", version, "--vendor", "The Jobglass authors", "--app-image", image.toString(),
                "--license-file", project.resolve("LICENSE").toString(), "--dest", packages.toString(),
                "--resource-dir", project.resolve(WINDOWS ? "packaging/windows" : "packaging/macos").toString()));
        if (WINDOWS) {
            Files.readAllLines(project.resolve("packaging/windows/jpackage.options")).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> arguments.addAll(List.of(line.split(" ", 2))));
        }
        tool("jpackage", arguments.toArray(String[]::new));
    }

    private void deb(Path tree, Path packages) throws IOException, InterruptedException {
        process("dpkg-deb", "--build", "--root-owner-group", "-Zxz", tree.toString(),
                packages.resolve("jobglass_" + version + "_" + LinuxTree.debianArchitecture() + ".deb").toString());
    }

    /** Only where {@code rpmbuild} is there. */
    private void rpm(Path tree, Path packages) throws IOException, InterruptedException {
        boolean there = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "rpmbuild")));
        if (!there) {
            System.out.println("no rpmbuild here, so no .rpm");
            return;
        }
        process("rpmbuild", "-bb", "--quiet", "--define", "_topdir " + out.resolve("rpm"), "--define",
                "_rpmdir " + packages, "--define", "_rpmfilename %{NAME}-%{VERSION}-%{RELEASE}.%{ARCH}.rpm", "--define",
                "tree " + tree, "--define", "app_version " + version,
                project.resolve("packaging/linux/jobglass.spec").toString());
    }

    private static void tool(String name, String... arguments) {
        int status = ToolProvider.findFirst(name).orElseThrow().run(System.out, System.err, arguments);
        if (status != 0) {
            throw new IllegalStateException(name + " failed");
        }
    }

    private static void process(String... command) throws IOException, InterruptedException {
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed");
        }
    }

    static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted((one, other) -> other.compareTo(one)).forEach(file -> {
                file.toFile().setWritable(true); // parts of a runtime are read-only
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}

/**
 * Gives classes that were compiled for Java 5 the format of Java 8, with the stack maps that belong to it: the cache
 * holds none that are older than Java 6, and reading them anew would take a tenth of the time to the first rows.
 */
final class NewerClasses {
    private static final int OLDEST_IN_CACHE = ClassFile.JAVA_6_VERSION;

    private NewerClasses() {
    }

    static void rewrite(Path jar) throws IOException {
        Path rewritten = jar.resolveSibling(jar.getFileName() + ".new");
        try (JarFile from = new JarFile(jar.toFile());
                JarOutputStream to = new JarOutputStream(Files.newOutputStream(rewritten))) {
            ClassFile format = ClassFile.of(ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                    ClassFile.ConstantPoolSharingOption.NEW_POOL,
                    ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver
                            .ofResourceParsing(type -> stream(from, type))
                            .orElse(ClassHierarchyResolver.defaultResolver())));
            for (JarEntry entry : from.stream().toList()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream in = from.getInputStream(entry)) {
                    byte[] bytes = in.readAllBytes();
                    to.write(entry.getName().endsWith(".class") ? newer(format, bytes) : bytes);
                }
            }
        }
        Files.move(rewritten, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static InputStream stream(JarFile jar, ClassDesc type) {
        try {
            String name = type.descriptorString().substring(1, type.descriptorString().length() - 1) + ".class";
            JarEntry entry = jar.getJarEntry(name);
            return entry == null ? null : jar.getInputStream(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] newer(ClassFile format, byte[] bytes) {
        ClassModel model = format.parse(bytes);
        return model.majorVersion() >= OLDEST_IN_CACHE
                ? bytes
                : format.transformClass(model, ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)
                        .andThen((builder, element) -> builder.with(element instanceof ClassFileVersion
                                ? ClassFileVersion.of(ClassFile.JAVA_8_VERSION, 0)
                                : element)));
    }
}

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
        put("dev.jobglass.metainfo.xml", "usr/share/metainfo/dev.jobglass.metainfo.xml");
        put("copyright", "usr/share/doc/jobglass/copyright");
        put("changelog", "usr/share/doc/jobglass/changelog");
        put("jobglass.1", "usr/share/man/man1/jobglass.1");
        put("lintian-overrides", "usr/share/lintian/overrides/jobglass");
        for (String packed : List.of("usr/share/doc/jobglass/changelog", "usr/share/man/man1/jobglass.1")) {
            new ProcessBuilder("gzip", "-9n", tree.resolve(packed).toString()).inheritIO().start().waitFor();
        }
        icons();
        put("control", "DEBIAN/control");
        permissions();
        return tree;
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
            text = text.replace("@SIZE@", Long.toString(Installer.size(tree.resolve("usr")) / 1024));
        }
        Files.writeString(target, text);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES, java.nio.file.LinkOption.NOFOLLOW_LINKS);
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
