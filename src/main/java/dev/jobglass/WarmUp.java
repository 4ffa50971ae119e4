package dev.jobglass;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.jobglass.settings.Settings;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;

/**
 * Does in the background, while JavaFX starts, what the first window would otherwise wait for: reading the
 * certificates that Java trusts, and learning how settings are read.
 */
final class WarmUp {
    private static final System.Logger LOG = System.getLogger(WarmUp.class.getName());

    private WarmUp() {
    }

    static void begin() {
        Thread.ofPlatform().daemon().name("warm-up").start(() -> {
            try {
                SSLContext.getDefault();
                new JsonMapper().readValue("{}", Settings.class);
            } catch (NoSuchAlgorithmException | JsonProcessingException e) {
                LOG.log(System.Logger.Level.DEBUG, "Nothing is lost but time", e);
            }
        });
    }
}
