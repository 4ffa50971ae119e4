import java.util.Locale;

/** What Jobglass is made for: the platform this runs on. */
enum Platform {
    /** With packages of its own making. */
    LINUX("jobglass", "-256.png", "Linux/"),
    /** With jpackage's image and package. */
    MAC("Jobglass", ".icns", "Mac/"),
    /** Likewise. */
    WINDOWS("Jobglass", ".ico", "Windows/");

    private final String program;
    private final String iconEnding;
    private final String sqliteFolder;

    Platform(String program, String iconEnding, String sqliteFolder) {
        this.program = program;
        this.iconEnding = iconEnding;
        this.sqliteFolder = sqliteFolder;
    }

    /** {@return the platform this runs on} */
    static Platform here() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("windows") ? WINDOWS : name.startsWith("mac") ? MAC : LINUX;
    }

    /** {@return the name of the program as the platform writes it} */
    String program() {
        return program;
    }

    /** {@return the name of the icon's file} */
    String icon() {
        return "jobglass" + iconEnding;
    }

    /** {@return the folder in SQLite's jar that has its library for this platform and processor} */
    String sqliteFolder() {
        String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
        return "org/sqlite/native/" + sqliteFolder + processor + "/";
    }
}
