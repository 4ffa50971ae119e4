package dev.jobglass.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.testing.Fx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.concurrent.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BackgroundTest {
    private final List<Object> told = new ArrayList<>();
    private Background background;

    @BeforeEach
    void begin() throws Exception {
        background = Fx.call(Background::new);
    }

    @AfterEach
    void end() throws Exception {
        Fx.run(background::close);
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().startsWith("background-"))
                .toList();
    }

    @Test
    void whatComesOfWorkIsToldAndSoIsAnyFailure() throws Exception {
        Fx.run(() -> {
            background.begin(() -> "text", told::add, told::add);
            background.begin(() -> {
                throw new StackOverflowError("deep");
            }, told::add, told::add);
            background.begin(() -> {
                throw new OutOfMemoryError("large");
            }, told::add, told::add);
        });
        Fx.await("all three", () -> told.size() == 3);
        assertThat(told).contains("text").hasAtLeastOneElementOfType(StackOverflowError.class)
                .hasAtLeastOneElementOfType(OutOfMemoryError.class);
    }

    @Test
    void theThreadsAreFewNotVirtualAndEndWithIt() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        Fx.run(() -> {
            for (int i = 0; i < 10; i++) {
                background.begin(() -> never.await(1, TimeUnit.HOURS), told::add, told::add);
            }
        });
        Fx.await("begun", () -> threads().size() == 3);
        assertThat(threads()).allMatch(Thread::isDaemon).noneMatch(Thread::isVirtual);
        Fx.run(() -> {
            background.close();
            background.begin(() -> "late", told::add, told::add);
        });
        Fx.await("no thread left", () -> threads().isEmpty());
        assertThat(Fx.call(() -> List.copyOf(told))).doesNotContain("late");
    }

    @Test
    void whatIsCancelledIsNotTold() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        Fx.run(() -> {
            Task<String> task = background.begin(() -> {
                done.countDown();
                return "old";
            }, told::add, told::add);
            try {
                assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            background.cancel(task);
            background.cancel(null);
            background.begin(() -> "new", told::add, told::add);
        });
        Fx.await("the new one", () -> told.contains("new"));
        assertThat(told).containsExactly("new");
    }
}
