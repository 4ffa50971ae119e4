import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of which an AppImage is made: a Linux tree with what its runtime looks for at the top. */
final class AppDir {
    private final Path folder;

    /**
     * Prepares to make it.
     *
     * @param out for what is only needed on the way
     */
    AppDir(Path out) {
        folder = out.resolve("image/Jobglass.AppDir");
    }

    /**
     * {@return it}
     *
     * @param tree as it lies on a disk that the package was installed on
     */
    Path make(Path tree) throws IOException, InterruptedException {
        Folders.delete(folder);
        Files.createDirectories(folder);
        Tools.process("cp", "-a", tree.resolve("usr").toString(), folder.toString());
        Files.createSymbolicLink(folder.resolve("AppRun"), Path.of("usr/lib/jobglass/bin/jobglass"));
        Files.createSymbolicLink(folder.resolve("jobglass.desktop"),
                Path.of("usr/share/applications/jobglass.desktop"));
        Files.createSymbolicLink(folder.resolve("jobglass.png"), Path.of("usr/lib/jobglass/lib/jobglass.png"));
        return folder;
    }
}
