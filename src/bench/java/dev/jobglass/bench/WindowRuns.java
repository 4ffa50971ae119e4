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

    private final Map<String, Program> programs = new LinkedHashMap<>();

    /** One that runs. */
    private record Program(Process process, int jobs) {
    }

    /**
     * What one has cost.
     *
     * @param jobs how many live ones it watched
     * @param cpuShare of one processor, in per cent
     * @param residentMb at the end, or 0 where the system does not tell
     */
    record Cost(int jobs, double cpuShare, long residentMb) {
    }

    WindowRuns() throws IOException {
        begin(BARE, 0, BareWindow.class.getName(), List.of());
    }

    /** Starts the program, which is to watch so many live jobs. */
    void jobglass(String name, int jobs, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("--new-window", "--config-dir",
                Files.createTempDirectory("jobglass-bench").toString()));
        all.addAll(Arrays.asList(arguments));
        begin(name, jobs, "dev.jobglass.app.Main", all);
    }

    private void begin(String name, int jobs, String main, List<String> arguments) throws IOException {
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
        programs.put(name, new Program(builder.start(), jobs));
    }

    /** {@return what each has cost, by name} Blocks for both times. */
    Map<String, Cost> measure(Duration warmUp, Duration time) throws IOException, InterruptedException {
        Thread.sleep(warmUp);
        Map<String, Duration> before = new LinkedHashMap<>();
        programs.forEach((name, program) -> before.put(name, cpu(program.process())));
        long begin = System.nanoTime();
        Thread.sleep(time);
        double nanos = System.nanoTime() - begin;
        Map<String, Cost> costs = new LinkedHashMap<>();
        for (String name : programs.keySet()) {
            Process process = programs.get(name).process();
            if (!process.isAlive()) {
                throw new IOException(name + " has ended");
            }
            double used = cpu(process).minus(before.get(name)).toNanos();
            costs.put(name, new Cost(programs.get(name).jobs(), 100 * used / nanos, residentMb(process)));
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
        programs.values().forEach(program -> program.process().destroyForcibly());
    }
}
