package dev.jobglass.app;

import dev.jobglass.api.SystemTrust;
import dev.jobglass.settings.SettingsFile;
import java.io.IOException;

/**
 * Does in the background, while JavaFX starts, what the first window would otherwise wait for: learning how settings
 * are read, and how connections are encrypted.
 */
final class WarmUp {
    private static final System.Logger LOG = System.getLogger(WarmUp.class.getName());

    private WarmUp() {
    }

    static void begin() {
        Thread.ofPlatform().daemon().name("warm-up").start(() -> {
            try {
                SettingsFile.learn();
                SystemTrust.ofThisComputer();
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "Nothing is lost but time", e);
            }
        });
    }
}
