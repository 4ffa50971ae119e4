package dev.jobglass.notifications;

import dev.jobglass.api.WebhookClient;
import dev.jobglass.text.Messages;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Tells an address that a rule holds, by a POST. When that does not work it is tried again, later and later, and never
 * again once it was taken.
 */
final class WebhookChannel {
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;
    private static final int OK = 200;
    private static final int REDIRECT = 300;

    private final List<Duration> pauses;

    /** {@code pauses} before it is tried again, as often as there are any. */
    WebhookChannel(List<Duration> pauses) {
        this.pauses = pauses;
    }

    /** Tells, and waits until that is taken or given up; {@code failed} takes why it was. */
    void tell(String address, String secret, RuleMessage message, Consumer<String> failed) {
        if (!address.isEmpty()) {
            Map<String, String> headers = new HashMap<>(Map.of("X-Jobglass-Event", message.event()));
            if (!secret.isEmpty()) {
                headers.put("X-Jobglass-Signature", message.signature(secret));
            }
            post(URI.create(address), message.bytes(), headers, failed);
        }
    }

    private void post(URI address, byte[] json, Map<String, String> headers, Consumer<String> failed) {
        try (WebhookClient client = new WebhookClient()) {
            String problem = "";
            for (int attempt = 0; attempt <= pauses.size(); attempt++) {
                if (attempt > 0) {
                    Thread.sleep(pauses.get(attempt - 1));
                }
                try {
                    int status = client.post(address, json, headers);
                    if (status >= OK && status < REDIRECT) {
                        return;
                    }
                    problem = Messages.of("rules.webhook.status", Integer.toString(status));
                    if (status != TOO_MANY && status < SERVER_ERROR) {
                        break; // it would say the same again
                    }
                } catch (IOException | IllegalArgumentException e) {
                    problem = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
                }
            }
            failed.accept(problem);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
