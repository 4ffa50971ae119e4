package dev.jobglass.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files of certificates and keys. */
final class CertificateFile {
    /** A system's whole collection of authorities has a quarter of this. */
    private static final int MOST_BYTES = 1024 * 1024;

    private CertificateFile() {
    }

    /** {@return all of a file, which is neither too large nor a pipe or a device, that might never end} */
    static byte[] bytes(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
            throw new IOException("no file of certificates: " + file);
        }
        return Files.readAllBytes(file);
    }
}
