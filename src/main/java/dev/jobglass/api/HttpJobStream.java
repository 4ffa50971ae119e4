package dev.jobglass.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** A job's stream over HTTP. Ends by itself when nothing at all has come for a while, too. */
final class HttpJobStream implements JobStream {
    /** The observed server sends a heartbeat after 5 s of silence; three missing ones mean that it is gone. */
    private static final Duration SILENCE = Duration.ofSeconds(16);

    private final Consumer<StreamEvent> events;
    private final Consumer<Problem> ended;
    private final CompletableFuture<HttpResponse<InputStream>> exchange;
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicLong lastLine = new AtomicLong(System.nanoTime());

    HttpJobStream(HttpClient http, HttpRequest request, Consumer<StreamEvent> events,
            BiFunction<HttpResponse<?>, Throwable, Problem> refused, Consumer<Problem> ended) {
        this.events = events;
        this.ended = ended;
        this.exchange = http.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
        exchange.whenComplete((response, thrown) -> {
            if (thrown != null || response.statusCode() / 100 != 2) {
                end(refused.apply(response, thrown));
            } else {
                // Not a virtual one: a flood would keep its carrier from what asks the servers.
                boolean packed = HttpAnswer.gzip(HttpAnswer.coding(response.headers()));
                Thread.ofPlatform().daemon().name("job-stream").start(() -> read(response.body(), packed));
            }
        });
        watch();
    }

    private void read(InputStream body, boolean packed) {
        StreamParser parser = new StreamParser();
        try (Reader reader = new InputStreamReader(packed ? new GZIPInputStream(body) : body,
                StandardCharsets.UTF_8)) {
            BoundedLines lines = new BoundedLines(reader);
            for (String line = lines.next(); line != null && !over.get() && !parser.over(); line = lines.next()) {
                lastLine.set(System.nanoTime());
                parser.line(line).ifPresent(events);
            }
        } catch (IOException _) {
            // Broken off: polling goes on as ever.
        } finally {
            close();
        }
    }

    private void watch() {
        CompletableFuture.delayedExecutor(SILENCE.toMillis(), TimeUnit.MILLISECONDS).execute(() -> {
            if (System.nanoTime() - lastLine.get() >= SILENCE.toNanos()) {
                close();
            } else if (!over.get()) {
                watch();
            }
        });
    }

    /** Ends it, on any thread; the other side is told once. */
    @Override
    public void close() {
        end(null);
    }

    private void end(Problem why) {
        if (over.compareAndSet(false, true)) {
            exchange.cancel(true);
            exchange.thenAccept(response -> {
                try {
                    response.body().close();
                } catch (IOException _) {
                    // It is over anyway.
                }
            });
            ended.accept(why);
        }
    }
}
