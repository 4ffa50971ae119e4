package dev.jobglass.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Programs that run side by side, each with a window of its own on the screen that {@code DISPLAY} names, with the
 * options of the installed program.
 */
final class WindowRuns implements AutoCloseable {
    /** What a window that nothing happens in costs, to compare with. */
    static final String BARE = "bare window";
    private static final Path OPTIONS = Path.of("packaging", "jvm.options");

    private final Map<String, Process> programs = new LinkedHashMap<>();

    /**
     * What one has cost.
     *
     * @param cpuShare of one processor, in per cent
     * @param residentMb at the end, or 0 where the system does not tell
     */
    record Cost(double cpuShare, long residentMb) {
    }

    WindowRuns() throws IOException {
        begin(BARE, BareWindow.class.getName(), List.of());
    }

    /** Starts the program. */
    void jobglass(String name, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("--new-window", "--config-dir",
                Files.createTempDirectory("jobglass-bench").toString()));
        all.addAll(Arrays.asList(arguments));
        begin(name, "dev.jobglass.app.Main", all);
    }

    private void begin(String name, String main, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Files.readAllLines(OPTIONS).stream().filter(line -> line.startsWith("-"))
                .map(line -> line.startsWith("--enable-native") ? "--enable-native-access=ALL-UNNAMED" : line)
                .toList());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("GDK_GL", "disable"); // as the installed program does
        programs.put(name, builder.start());
    }

    /** {@return what each has cost, by name} Blocks for both times. */
    Map<String, Cost> measure(Duration warmUp, Duration time) throws IOException, InterruptedException {
        Thread.sleep(warmUp);
        Map<String, Duration> before = new LinkedHashMap<>();
        programs.forEach((name, process) -> before.put(name, cpu(process)));
        long begin = System.nanoTime();
        Thread.sleep(time);
        double nanos = System.nanoTime() - begin;
        Map<String, Cost> costs = new LinkedHashMap<>();
        for (Map.Entry<String, Process> one : programs.entrySet()) {
            if (!one.getValue().isAlive()) {
                throw new IOException(one.getKey() + " has ended");
            }
            Duration used = cpu(one.getValue()).minus(before.get(one.getKey()));
            costs.put(one.getKey(), new Cost(100 * used.toNanos() / nanos, residentMb(one.getValue())));
        }
        return costs;
    }

    private static Duration cpu(Process process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static long residentMb(Process process) throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream().filter(line -> line.startsWith("VmRSS"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024).findFirst().orElse(0)
                : 0;
    }

    @Override
    public void close() {
        programs.values().forEach(Process::destroyForcibly);
    }
}
