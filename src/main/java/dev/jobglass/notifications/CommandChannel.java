package dev.jobglass.notifications;

import dev.jobglass.api.ApiKey;
import dev.jobglass.text.Messages;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs a program of the user's when a rule holds: never through a shell, with the message on its standard input, and
 * for a while only.
 */
final class CommandChannel {
    private static final Pattern ARGUMENT = Pattern.compile("(?:\"[^\"]*\"?|[^\"\\s])+");

    private final Duration longest;

    CommandChannel(Duration longest) {
        this.longest = longest;
    }

    /** {@return the program and its arguments; quotes hold words together, and are left out} */
    static List<String> arguments(String line) {
        List<String> arguments = new ArrayList<>();
        Matcher found = ARGUMENT.matcher(line);
        while (found.find()) {
            arguments.add(found.group().replace("\"", ""));
        }
        return arguments;
    }

    /** Runs it, and waits until it ends; {@code failed} takes why that was of no use. */
    void tell(String line, RuleMessage message, Consumer<String> failed) {
        List<String> command = arguments(line);
        if (!command.isEmpty()) {
            run(command, message, failed);
        }
    }

    private void run(List<String> command, RuleMessage message, Consumer<String> failed) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().remove(ApiKey.VARIABLE);
        Process process = null;
        Thread atTheEnd = null;
        try {
            process = builder.start();
            Process running = process;
            atTheEnd = new Thread(() -> end(running));
            Runtime.getRuntime().addShutdownHook(atTheEnd); // nothing outlives this program when it is told to end
            write(process, message);
            if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                failed.accept(Messages.of("rules.command.long", longest.toSeconds()));
            } else if (process.exitValue() != 0) {
                failed.accept(Messages.of("rules.command.exit", process.exitValue()));
            }
        } catch (IOException e) {
            failed.accept(Messages.of("rules.command.none", e.getMessage()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            if (process != null) {
                end(process);
                forget(atTheEnd);
            }
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // This program is ending already.
        }
    }

    /** A program need not read it. */
    private static void write(Process process, RuleMessage message) {
        try (OutputStream input = process.getOutputStream()) {
            input.write(message.bytes());
        } catch (IOException _) {
            // It has ended, or closed its input; how it ends is what counts.
        }
    }
}
