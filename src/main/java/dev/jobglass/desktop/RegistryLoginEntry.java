package dev.jobglass.desktop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The Run key of Windows' registry, for this user; by the command {@code reg}, for Java has no other way to it. */
final class RegistryLoginEntry implements LoginEntry {
    private static final String KEY = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run";
    private static final String NAME = "Jobglass";

    private final Path program;

    RegistryLoginEntry(Path program) {
        this.program = program;
    }

    /** {@return what asks whether it is there} */
    static List<String> query() {
        return List.of("reg", "query", KEY, "/v", NAME);
    }

    /** {@return what turns it on or off} */
    List<String> command(boolean on) {
        return on
                ? List.of("reg", "add", KEY, "/v", NAME, "/d", "\"" + program + "\" " + ARGUMENT, "/f")
                : List.of("reg", "delete", KEY, "/v", NAME, "/f");
    }

    @Override
    public boolean isOn() {
        try {
            return run(query()) == 0;
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void turn(boolean on) throws IOException {
        if (on != isOn() && run(command(on)) != 0) {
            throw new IOException("the registry does not take it");
        }
    }

    private static int run(List<String> command) throws IOException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
