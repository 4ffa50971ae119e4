package dev.jobglass.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Tells an address something that it did not ask for. Blocks. */
public final class WebhookClient implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(LONGEST)
            .sslContext(SystemTrust.ofThisComputer()).build();

    /** Has connected to nobody yet. */
    public WebhookClient() {
    }

    /**
     * {@return the status of the answer to a POST} No redirection is followed.
     *
     * @param address http or https
     * @param json what to tell
     * @param headers beside those of any JSON
     * @throws IOException when there is no answer
     * @throws InterruptedException when it is no longer wanted
     */
    public int post(URI address, byte[] json, Map<String, String> headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(LONGEST)
                .header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(json));
        headers.forEach(request::header);
        return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    @Override
    public void close() {
        client.close();
    }
}
