package dev.jobglass.desktop;

/** The systems whose desktops are spoken to in ways of their own. */
enum OperatingSystem {
    WINDOWS, MAC,
    /** Linux, and what resembles it. */
    OTHER;

    /**
     * {@return which one it is}
     *
     * @param name as in the system property {@code os.name}
     */
    static OperatingSystem of(String name) {
        if (name.startsWith("Windows")) {
            return WINDOWS;
        }
        return name.startsWith("Mac") ? MAC : OTHER;
    }
}
