package dev.jobglass.desktop;

import java.io.IOException;
import java.util.List;

/** The registry of Windows, by its command {@code reg}, for Java has no other way to it. Blocks. */
public final class Registry {
    private Registry() {
    }

    /**
     * {@return whether it did what it was told}
     *
     * @param command {@code reg} and its arguments, which no shell reads
     * @throws IOException when there is no such command
     */
    public static boolean did(List<String> command) throws IOException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
