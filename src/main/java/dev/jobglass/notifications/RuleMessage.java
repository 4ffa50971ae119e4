package dev.jobglass.notifications;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobglass.rules.Finding;
import dev.jobglass.rules.RuleWords;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a program or an address is told when a rule holds, as JSON.
 *
 * @param event names it: whoever gets it twice can tell
 * @param json the text
 */
record RuleMessage(String event, String json) {
    private static final String HMAC = "HmacSHA256";

    /** {@code others} are found of the same rule at the same time, and not told by themselves. */
    static RuleMessage of(Finding finding, int others) {
        String event = UUID.randomUUID().toString();
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("event", event)
                .put("at", finding.at().toString()).put("kind", finding.rule().kind().name())
                .put("text", RuleWords.of(finding)).put("agent", finding.who())
                .put("number", finding.rule().number()).put("minutes", finding.rule().minutes()).put("more", others);
        if (finding.server() != null) {
            json.put("server", finding.server().toString());
        }
        if (finding.job() != null) {
            json.put("job_id", finding.job().id());
        }
        return new RuleMessage(event, json.toString());
    }

    byte[] bytes() {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    /** {@return what proves who sent it: the HMAC of the bytes by SHA-256, in hexadecimal digits} */
    String signature(String secret) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(bytes()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // each Java has it
        }
    }
}
