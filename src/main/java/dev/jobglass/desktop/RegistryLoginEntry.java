package dev.jobglass.desktop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The Run key of Windows' registry, for this user. */
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
            return Registry.did(query());
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void turn(boolean on) throws IOException {
        if (on != isOn() && !Registry.did(command(on))) {
            throw new IOException("the registry does not take it");
        }
    }
}
