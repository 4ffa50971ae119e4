package dev.jobglass.app;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the program is installed. */
final class InstalledProgram {
    private InstalledProgram() {
    }

    /** {@return what starts it, or null when it is not installed but run by a JDK} */
    static Path launcher() {
        String byJpackage = System.getProperty("jpackage.app-path");
        // On Linux our own starts the runtime that lies beside it.
        Path ours = Path.of(System.getProperty("java.home"), "..", "..", "bin", "jobglass").normalize();
        return byJpackage != null ? Path.of(byJpackage) : Files.isExecutable(ours) ? ours : null;
    }
}
