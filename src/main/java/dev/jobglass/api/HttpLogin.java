package dev.jobglass.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Names and passwords in headers (RFC 7617). */
final class HttpLogin {
    private HttpLogin() {
    }

    /** {@return what a header says for a name and password with a colon between them} */
    static String basic(String login) {
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }
}
