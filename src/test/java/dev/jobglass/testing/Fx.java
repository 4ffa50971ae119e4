package dev.jobglass.testing;

import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The JavaFX thread for tests. */
public final class Fx {
    private static final int DEADLINE_SECONDS = 30;

    private Fx() {
    }

    /** Runs on the JavaFX thread and waits for the end. */
    public static <T> T call(Callable<T> action) throws Exception {
        FxToolkit.registerPrimaryStage();
        return WaitForAsyncUtils.waitForAsyncFx(DEADLINE_SECONDS * 1_000, () -> {
            if (Thread.currentThread().getUncaughtExceptionHandler() == Thread.currentThread().getThreadGroup()) {
                Thread.currentThread().setUncaughtExceptionHandler(Fx::uncaught);
            }
            return action.call();
        });
    }

    /**
     * All that nobody catches fails the test, but for a defect of JavaFX's headless platform: a picture of a full
     * screen that comes when its window is small again does not fit there.
     */
    private static void uncaught(Thread thread, Throwable error) {
        boolean tooLarge = error instanceof IndexOutOfBoundsException
                && Arrays.stream(error.getStackTrace()).anyMatch(frame -> frame.getMethodName().equals("blit")
                        && frame.getClassName().equals("com.sun.glass.ui.headless.HeadlessWindow"));
        if (!tooLarge) {
            Thread.getDefaultUncaughtExceptionHandler().uncaughtException(thread, error);
        }
    }

    /** Runs on the JavaFX thread and waits for the end. */
    public static void run(Runnable action) throws Exception {
        call(() -> {
            action.run();
            return null;
        });
    }

    /** Waits until something holds on the JavaFX thread. */
    public static void await(String what, Callable<Boolean> condition) throws Exception {
        try {
            WaitForAsyncUtils.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS, () -> call(condition));
        } catch (TimeoutException e) {
            throw new AssertionError("never came about: " + what, e);
        }
    }

    /** Lets so many pulses pass, each of which lays out what has changed. */
    public static void pulses(int count) throws InterruptedException {
        CountDownLatch left = new CountDownLatch(count);
        Platform.runLater(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                left.countDown();
                if (left.getCount() == 0) {
                    stop();
                }
            }
        }.start());
        if (!left.await(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("no pulses");
        }
    }
}
