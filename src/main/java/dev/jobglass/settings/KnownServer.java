package dev.jobglass.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.jobglass.api.ServerAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A server as the settings knew it at one moment, for what has no window and no JavaFX.
 *
 * @param address the server's
 * @param key its API key, or null
 * @param access how it is reached
 * @param on whether it is watched when the program starts
 */
public record KnownServer(ServerAddress address, String key, ServerAccess access, boolean on) {
    /**
     * {@return the file of the settings, which need not be there}
     *
     * @param folder it is in
     */
    public static Path settingsFile(Path folder) {
        return folder.resolve("settings.json");
    }

    /**
     * {@return the servers in the settings, in the order they came; none when there are no settings} Entries that make
     * no sense are left out, as the window does.
     *
     * @param folder where {@code settings.json} is or will be
     * @param keyStore has the keys that are not in the file
     * @throws IOException when it cannot be read or is no JSON
     */
    public static List<KnownServer> read(Path folder, KeyStore keyStore) throws IOException {
        Path file = settingsFile(folder);
        List<KnownServer> servers = new ArrayList<>();
        if (Files.isRegularFile(file)) {
            JsonNode settings = new JsonMapper().readTree(file.toFile());
            new KeysApart(keyStore).fill(settings);
            for (JsonNode one : settings.path("servers")) {
                try {
                    ServerAddress address = ServerAddress.parse(one.path("url").asText(""));
                    servers.add(new KnownServer(address, one.path("key").textValue(),
                            ServerAccess.read(one), one.path("on").booleanValue()));
                } catch (ServerAddress.Malformed _) {
                    // The window says so.
                }
            }
        }
        return servers;
    }

    @Override
    public String toString() {
        return "KnownServer[" + address + "]"; // never the key
    }
}
