import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Makes a Java runtime with only the modules that are used, Jobglass among them, and with as little else as works. */
final class RuntimeImage {
    /** Looks that are never worn: other themes, and JavaFX's first one. */
    private static final List<String> NEVER_SHOWN = List.of("/atlantafx.base/atlantafx/base/theme/nord*",
            "/atlantafx.base/atlantafx/base/theme/cupertino*", "/atlantafx.base/atlantafx/base/theme/dracula*",
            "/javafx.controls/com/sun/javafx/scene/control/skin/caspian/*.png",
            "/javafx.controls/com/sun/javafx/scene/control/skin/caspian/*.bss");

    private final Platform platform;
    private final Path modules;
    private final Path runtime;

    /**
     * Prepares to make it.
     *
     * @param modules a folder with the jars of all modules
     * @param runtime where it goes, not there yet
     */
    RuntimeImage(Platform platform, Path modules, Path runtime) {
        this.platform = platform;
        this.modules = modules;
        this.runtime = runtime;
    }

    /** Makes it, of a jar of Jobglass and the modules. */
    void make(Path jobglass) throws IOException, InterruptedException {
        for (Path jar : jars()) {
            if (jar.getFileName().toString().startsWith("picocli")) {
                NewerClasses.rewrite(jar);
            }
        }
        Files.copy(jobglass, modules.resolve("jobglass.jar"), StandardCopyOption.REPLACE_EXISTING);
        link();
        unpackLibraries();
        if (platform == Platform.LINUX) {
            slim();
        }
    }

    private List<Path> jars() throws IOException {
        try (Stream<Path> jars = Files.list(modules)) {
            return jars.toList();
        }
    }

    /**
     * Without the numbers of lines all is 10 MB smaller; what is left in a stack trace are classes and methods.
     * JavaFX's libraries and SQLite lie beside the runtime's own, so that they need not be unpacked when used.
     */
    private void link() {
        Tools.jdk("jlink", "--module-path", modules.toString(), "--add-modules",
                "dev.jobglass,org.slf4j.jul,jdk.localedata", "--include-locales=en,de,zh,ar", "--no-header-files",
                "--no-man-pages", "--strip-java-debug-attributes", "--compress=zip-9",
                "--exclude-resources=**.so,**.dll,**.dylib,**.jnilib,"
                        + String.join(",", NEVER_SHOWN),
                "--output", runtime.toString());
    }

    private void unpackLibraries() throws IOException {
        Path libraries = runtime.resolve(platform == Platform.WINDOWS ? "bin" : "lib");
        for (Path jar : jars()) {
            String name = jar.getFileName().toString();
            if (name.startsWith("javafx")) {
                unpack(jar, "", libraries);
            } else if (name.startsWith("sqlite")) {
                unpack(jar, platform.sqliteFolder(), libraries);
            }
        }
    }

    private static void unpack(Path jar, String from, Path folder) throws IOException {
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

    /**
     * Takes away what only tools need, AWT beyond packing a picture into a PNG file, and the symbols that only
     * debuggers need.
     */
    private void slim() throws IOException, InterruptedException {
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
                    Tools.process("strip", "--strip-unneeded", file.toString());
                }
            }
        }
    }
}
