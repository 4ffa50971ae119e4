package dev.jobglass.monitor;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import javafx.application.Platform;

/** Hands on to the JavaFX thread what comes of work elsewhere. */
public final class FxThread {
    private FxThread() {
    }

    /**
     * Has a taker take what comes of some work, on the JavaFX thread. What nobody thought of, and so is no answer but
     * an exception, is thrown there, where it is logged and told as any other error of ours.
     *
     * @param work under way, or over
     * @param taker takes what came of it
     * @param <T> what comes of it
     */
    public static <T> void take(CompletableFuture<T> work, Consumer<? super T> taker) {
        work.whenComplete((value, failure) -> Platform.runLater(() -> {
            if (failure != null) {
                throw new CompletionException(failure);
            }
            taker.accept(value);
        }));
    }
}
