package dev.jobglass.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobglass.api.RequestHeader;
import java.util.List;
import java.util.Optional;

/**
 * What lets requests through on their way to a server, and is nobody else's to know.
 *
 * @param proxyLogin name and password for the proxy with a colon between them, or null
 * @param certificatePassword of the client certificate, or null
 * @param headers what each request says besides
 */
public record AccessSecrets(String proxyLogin, String certificatePassword, List<RequestHeader> headers) {
    /** None. */
    public static final AccessSecrets NONE = new AccessSecrets(null, null, List.of());

    /** {@return those in the settings' file; what cannot be one is left out} */
    static AccessSecrets read(JsonNode file) {
        return new AccessSecrets(file.path("proxyLogin").textValue(), file.path("certificatePassword").textValue(),
                file.path("headers").valueStream().map(line -> RequestHeader.parse(line.asText()))
                        .flatMap(Optional::stream).toList());
    }

    ObjectNode written() {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        if (proxyLogin != null) {
            file.put("proxyLogin", proxyLogin);
        }
        if (certificatePassword != null) {
            file.put("certificatePassword", certificatePassword);
        }
        if (!headers.isEmpty()) {
            ArrayNode lines = file.putArray("headers");
            headers.forEach(header -> lines.add(header.name() + ": " + header.value()));
        }
        return file;
    }

    @Override
    public String toString() {
        return "AccessSecrets"; // never one of them
    }
}
