package dev.jobglass.ui.common;

import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.concurrent.Task;

/**
 * Work that a window has done in the background, such as reading the history or making a server's text readable. On a
 * few threads of its own: virtual ones share their carriers with what asks the servers, and a long computation does not
 * let go of its carrier. To be called on the JavaFX thread only, where it also tells what came of the work.
 */
public final class Background implements AutoCloseable {
    private static final int THREADS = 3;
    private static final long IDLE_SECONDS = 5;

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(), Thread.ofPlatform().daemon().name("background-", 1).factory(),
            new ThreadPoolExecutor.DiscardPolicy()); // an answer may come after the end

    /** Starts no thread yet. */
    public Background() {
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Begins to work.
     *
     * @param work done in the background, bounded in time and memory
     * @param done takes what came of it, on the JavaFX thread
     * @param failed takes why nothing came of it, errors of the virtual machine included, on the JavaFX thread
     * @param <T> what comes of it
     * @return the work, to be given to {@link #cancel} when nobody wants it any more
     */
    public <T> Task<T> begin(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        Task<T> task = new Task<>() {
            @Override
            protected T call() throws Exception {
                return work.call();
            }
        };
        task.setOnSucceeded(_ -> done.accept(task.getValue()));
        task.setOnFailed(_ -> failed.accept(task.getException()));
        threads.execute(task);
        return task;
    }

    /**
     * Ends work, begun or not; neither of its takers is called.
     *
     * @param task what {@link #begin} gave, or null
     */
    public void cancel(Task<?> task) {
        if (task != null) {
            task.setOnSucceeded(null); // it may be done already, and be told in a moment
            task.setOnFailed(null);
            task.cancel();
            threads.remove(task);
        }
    }

    /** Ends all work and its threads. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
