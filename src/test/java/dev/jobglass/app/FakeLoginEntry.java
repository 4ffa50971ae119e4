package dev.jobglass.app;

import dev.jobglass.desktop.LoginEntry;
import java.io.IOException;

/** Keeps in memory whether the program starts at login. */
final class FakeLoginEntry implements LoginEntry {
    volatile boolean on;
    /** Why it cannot be changed, or null. */
    volatile String broken;

    @Override
    public boolean isOn() {
        return on;
    }

    @Override
    public void turn(boolean wanted) throws IOException {
        if (broken != null) {
            throw new IOException(broken);
        }
        on = wanted;
    }
}
