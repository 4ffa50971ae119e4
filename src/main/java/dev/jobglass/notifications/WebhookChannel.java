package dev.jobglass.notifications;

import dev.jobglass.api.WebhookClient;
import dev.jobglass.text.Messages;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Tells an address that a rule holds, by a POST. When that does not work it is tried again, later and later, and never
 * again once it was taken.
 */
final class WebhookChannel implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(WebhookChannel.class.getName());
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;
    private static final int OK = 200;
    private static final int REDIRECT = 300;

    private static final int MOST_AT_ONCE = 4;
    private static final int MOST_WAITING = 100;
    private static final int IDLE_SECONDS = 5;

    private final List<Duration> pauses;
    private final ScheduledThreadPoolExecutor attempts = new ScheduledThreadPoolExecutor(MOST_AT_ONCE,
            Thread.ofPlatform().daemon().name("rule-webhook-", 0).factory());

    /** {@code pauses} before it is tried again, as often as there are any. */
    WebhookChannel(List<Duration> pauses) {
        this.pauses = pauses;
        attempts.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        attempts.allowCoreThreadTimeOut(true);
    }

    /**
     * Tells, at once or, as long as that fails, later; a message that waits holds up no other.
     *
     * @param failed takes why it was given up, on any thread
     */
    void tell(String address, String secret, RuleMessage message, Consumer<String> failed) {
        if (address.isEmpty()) {
            return;
        }
        Map<String, String> headers = new HashMap<>(Map.of("X-Jobglass-Event", message.event()));
        if (!secret.isEmpty()) {
            headers.put("X-Jobglass-Signature", message.signature(secret));
        }
        if (attempts.getQueue().size() >= MOST_WAITING) {
            failed.accept(Messages.of("rules.tooMany"));
        } else {
            attempts.execute(() -> attempt(0, URI.create(address), message.bytes(), headers, failed));
        }
    }

    private void attempt(int number, URI address, byte[] json, Map<String, String> headers, Consumer<String> failed) {
        String problem;
        boolean passing = true;
        try (WebhookClient client = new WebhookClient()) {
            int status = client.post(address, json, headers);
            if (status >= OK && status < REDIRECT) {
                return;
            }
            problem = Messages.of("rules.webhook.status", Integer.toString(status));
            passing = status == TOO_MANY || status >= SERVER_ERROR; // else it would say the same again
        } catch (IOException | IllegalArgumentException e) {
            problem = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        } catch (InterruptedException _) {
            return; // the program ends
        }
        if (passing && number < pauses.size()) {
            attempts.schedule(() -> attempt(number + 1, address, json, headers, failed),
                    pauses.get(number).toMillis(), TimeUnit.MILLISECONDS);
        } else {
            failed.accept(problem);
        }
    }

    /** Gives up what has not been taken, which the log tells. */
    @Override
    public void close() {
        int left = attempts.shutdownNow().size();
        if (left > 0) {
            LOG.log(System.Logger.Level.WARNING, "{0} messages of rules were not taken by their address", left);
        }
    }
}
