package dev.jobglass.app;

import dev.jobglass.api.ApiKey;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.text.Messages;
import java.util.List;
import java.util.Map;

/**
 * What the environment's variables say.
 *
 * @param server from {@code PRAISONAI_BASE_URL}, as {@link ServerAddress#typed} takes it, or null
 * @param key from {@code JOBGLASS_API_KEY}, or null
 */
public record Environment(String server, ApiKey key) {
    /**
     * {@return what {@code variables} say}
     *
     * @param variables such as those of the process
     * @throws UsageException when one of them cannot be used
     */
    static Environment of(Map<String, String> variables) throws UsageException {
        return new Environment(server(variables.getOrDefault("PRAISONAI_BASE_URL", "")),
                key(variables.getOrDefault(ApiKey.VARIABLE, "")));
    }

    private static String server(String text) throws UsageException {
        if (text.isBlank()) {
            return null;
        }
        try {
            ServerAddress.typed(text, List.of()); // complains
            return text.strip();
        } catch (ServerAddress.Malformed e) {
            throw new UsageException(
                    Messages.of("app.bad.environmentServer", Messages.of("text.url." + e.complaint())));
        }
    }

    private static ApiKey key(String text) throws UsageException {
        try {
            return text.isBlank() ? null : new ApiKey(text);
        } catch (IllegalArgumentException _) {
            throw new UsageException(Messages.of("app.bad.environmentKey"));
        }
    }
}
