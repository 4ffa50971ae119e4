package dev.jobglass.settings;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that nobody but their owner may read, since there may be keys in them: where the system knows of that. */
final class OwnerOnly {
    private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

    private OwnerOnly() {
    }

    /** Writes a new file, which is the owner's alone from its first byte on. */
    static void write(Path file, byte[] bytes) throws IOException {
        if (POSIX) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER));
        }
        Files.write(file, bytes);
    }

    /** Makes a file that is there the owner's alone. */
    static void close(Path file) throws IOException {
        if (POSIX) {
            Files.setPosixFilePermissions(file, OWNER);
        }
    }
}
