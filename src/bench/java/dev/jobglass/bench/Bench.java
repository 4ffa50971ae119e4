package dev.jobglass.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobglass.app.SoakRun;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Runs each measurement in a process of its own, prints one table and writes it as JSON and CSV. Only ratios within
 * one run count: machines differ and are noisy.
 */
public final class Bench {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String WARM_UP = "6";
    private static final String MEASURE = "10"; // a multiple of what the jobs ask for, so that rates come out even
    /** Until the JIT compiler is done: idle is hours. */
    private static final String IDLE_WARM_UP = "20";
    private static final String IDLE_MEASURE = "15";
    private static final String SOAK_STATUSES = "1000000";
    /** The compiler is still at work before. */
    private static final Duration WINDOW_WARM_UP = Duration.ofMinutes(2);
    private static final Duration WINDOW_MEASURE = Duration.ofMinutes(1);

    private final List<ObjectNode> rows = new ArrayList<>();

    private Bench() {
    }

    /**
     * Measures all.
     *
     * @param arguments the folder to write to
     */
    public static void main(String[] arguments) throws Exception {
        Bench bench = new Bench();
        System.out.printf(
                "Jobglass benchmark: %s %s, %d processors, JDK %s. Jobs ask for a poll every 5 s; 16 requests"
                        + " at a time; %s s warm-up, %s s measured.%n",
                System.getProperty("os.name"),
                System.getProperty("os.arch"), Runtime.getRuntime().availableProcessors(),
                Runtime.version(), WARM_UP, MEASURE);
        bench.windows();
        bench.idle();
        for (int jobs : new int[]{100, 1_000, 10_000, 100_000}) {
            int live = Math.min(jobs, 10_000);
            bench.engine(jobs, live, true);
            bench.engine(jobs, live, false);
        }
        bench.naiveEngine(1_000);
        bench.naiveEngine(10_000);
        for (String column : List.of("progress", "elapsed", "state")) {
            bench.table("dashboard, a filter set, sorted by " + column, 10_000, 10_000, TableRun.class, column,
                    "agent:news", "watch");
        }
        bench.table("dashboard, a user scrolls and types in the filter", 100_000, 10_000, TableRun.class, "none", "",
                "use");
        bench.table("naive: sorted list over an extractor", 10_000, 10_000, NaiveTableRun.class);
        bench.history();
        bench.soak();
        bench.write(Path.of(arguments[0]));
    }

    /** On a real screen or Xvfb, since the headless platform has a timer that never rests. */
    private void windows() throws Exception {
        if (System.getenv("DISPLAY") == null) {
            System.out.println("No screen: the windows are not measured. Under xvfb-run they are.");
            return;
        }
        try (Child few = new Child(Stub.class, "10", "10");
                Child many = new Child(Stub.class, "10000", "10000");
                WindowRuns runs = new WindowRuns()) {
            String ten = "http://127.0.0.1:" + few.firstLine();
            runs.jobglass("window open", 10, "--server", ten);
            runs.jobglass("window closed, in the background", 10, "--background", "--server", ten);
            runs.jobglass("watch screen", 10, "--watch-screen", "--server", ten);
            runs.jobglass("window open, many", 10_000, "--server", "http://127.0.0.1:" + many.firstLine());
            Map<String, WindowRuns.Cost> costs = runs.measure(WINDOW_WARM_UP, WINDOW_MEASURE);
            double bare = costs.get(WindowRuns.BARE).cpuShare();
            costs.forEach((name, cost) -> {
                ObjectNode row = row(name, cost.jobs(), cost.jobs());
                row.put("cpu_share_%", round(cost.cpuShare()));
                row.put("cpu_ratio_to_bare_window", round(cost.cpuShare() / bare));
                row.put("resident_mb", cost.residentMb());
            });
        }
    }

    private void idle() throws Exception {
        try (Child stub = new Child(Stub.class, "1000", "0")) {
            JsonNode run = Child.run(EngineRun.class, "http://127.0.0.1:" + stub.firstLine(), "1000", "0", "true",
                    IDLE_WARM_UP, IDLE_MEASURE);
            ObjectNode row = row("idle: 1,000 finished jobs", 1_000, 0);
            double seconds = run.path("seconds").asDouble();
            row.put("cpu_share_%", round(run.path("cpu_ms").asDouble() / 10 / seconds));
            // JavaFX's headless platform has a timer of its own that never rests, which no desktop has.
            row.put("of_that_headless_timer_%", round(run.path("platform_cpu_ms").asDouble() / 10 / seconds));
        }
    }

    private void engine(int jobs, int live, boolean sweeps) throws Exception {
        try (Child stub = new Child(Stub.class, "" + jobs, "" + live)) {
            String url = "http://127.0.0.1:" + stub.firstLine();
            JsonNode run = Child.run(EngineRun.class, url, "" + jobs, "" + live, "" + sweeps, WARM_UP, MEASURE);
            ObjectNode row = row("engine and board, " + (sweeps ? "sweeps" : "single polls"), jobs, live);
            polls(row, live, run);
            row.put("heap_kb_per_job", run.path("heap_kb_per_job").asDouble());
            if (!sweeps && jobs == live) {
                JsonNode bare = Child.run(BareRun.class, url, "" + jobs, row.path("made_per_s").asText(), WARM_UP,
                        MEASURE);
                double least = 1000 * bare.path("cpu_ms").asDouble() / bare.path("statuses").asDouble();
                row.put("cpu_us_bare", round(least));
                row.put("cpu_ratio", round(row.path("cpu_us_per_status").asDouble() / least));
            }
        }
    }

    private static void polls(ObjectNode row, int live, JsonNode run) {
        double seconds = run.path("seconds").asDouble();
        double statuses = run.path("statuses").asDouble();
        row.put("wanted_per_s", round(live / 5.0));
        row.put("made_per_s", round(statuses / seconds));
        row.put("late_p50_ms", run.path("late_p50_ms").asDouble());
        row.put("late_p99_ms", run.path("late_p99_ms").asDouble());
        row.put("late_max_ms", run.path("late_max_ms").asDouble());
        row.put("early", run.path("early").asInt());
        row.put("requests_per_100", round(100 * run.path("requests").asDouble() / statuses));
        row.put("cpu_us_per_status", round(1000 * run.path("cpu_ms").asDouble() / statuses));
    }

    private void naiveEngine(int jobs) throws Exception {
        try (Child stub = new Child(Stub.class, "" + jobs, "" + jobs)) {
            JsonNode run = Child.run(NaiveEngineRun.class, "http://127.0.0.1:" + stub.firstLine(), "" + jobs, WARM_UP,
                    MEASURE);
            polls(row("naive: a ScheduledService for each job", jobs, jobs), jobs, run);
        }
    }

    /** A million polls with jobs that come and go: what is held after each tenth. */
    private void soak() throws Exception {
        try (Child stub = new Child(ChurnStub.class)) {
            JsonNode measured = Child.run(SoakRun.class, "http://127.0.0.1:" + stub.firstLine(), SOAK_STATUSES);
            ObjectNode row = row("soak: the whole program on the watch screen, jobs come and go", 0, 8_000);
            measured.properties().forEach(field -> row.set(field.getKey(), field.getValue()));
        }
    }

    private void history() throws Exception {
        JsonNode measured = Child.run(HistoryRun.class, "1000000");
        ObjectNode row = row("history of 1,000,000 changes", 100_000, 0);
        measured.properties().forEach(field -> row.set(field.getKey(), field.getValue()));
        ObjectNode insights = row("insights over 60 days, 1,000,000 changes", 250_000, 0);
        Child.run(InsightsRun.class, "1000000").properties()
                .forEach(field -> insights.set(field.getKey(), field.getValue()));
        ObjectNode eta = row("time left, half an hour of the demo", 0, 0);
        Child.run(EtaRun.class).properties().forEach(field -> eta.set(field.getKey(), field.getValue()));
    }

    private void table(String name, int jobs, int live, Class<?> run, String... how) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("" + jobs, "" + live, "2000"));
        arguments.addAll(List.of(how));
        arguments.add(MEASURE);
        JsonNode measured = Child.run(run, arguments.toArray(String[]::new));
        ObjectNode row = row(name + ", 2,000 changes/s", jobs, live);
        measured.properties().forEach(field -> row.set(field.getKey(), field.getValue()));
    }

    private ObjectNode row(String name, int jobs, int live) {
        ObjectNode row = JSON.createObjectNode().put("what", name).put("jobs", jobs).put("live", live);
        rows.add(row);
        System.out.println("… " + name + ", " + jobs + " jobs");
        return row;
    }

    private static double round(double number) {
        return Math.round(number * 100) / 100.0;
    }

    private void write(Path folder) throws IOException {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> row.fieldNames().forEachRemaining(columns::add));
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("bench.json"), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(rows));
        StringBuilder csv = new StringBuilder(String.join(",", columns)).append('\n');
        for (ObjectNode row : rows) {
            csv.append(String.join(",", columns.stream().map(column -> cell(row, column)).toList())).append('\n');
        }
        Files.writeString(folder.resolve("bench.csv"), csv);
        for (ObjectNode row : rows) {
            System.out.printf(Locale.ROOT, "%n%s, %,d jobs (%,d live)%n", row.path("what").asText(),
                    row.path("jobs").asInt(), row.path("live").asInt());
            row.properties().stream().skip(3)
                    .forEach(field -> System.out.printf("    %-20s %s%n", field.getKey(), field.getValue().asText()));
        }
    }

    private static String cell(ObjectNode row, String column) {
        String text = row.path(column).asText("");
        return text.contains(",") ? '"' + text + '"' : text;
    }

    /** A process of ours. */
    private static final class Child implements AutoCloseable {
        private final Process process;
        private final BufferedReader out;

        Child(Class<?> main, String... arguments) throws IOException {
            List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                    .toString(), "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                    main.getName()));
            command.addAll(List.of(arguments));
            process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            out = process.inputReader(StandardCharsets.UTF_8);
        }

        static JsonNode run(Class<?> main, String... arguments) throws IOException {
            try (Child child = new Child(main, arguments)) {
                return JSON.readTree(child.firstLine());
            }
        }

        String firstLine() throws IOException {
            String line = out.readLine();
            if (line == null) {
                throw new IOException("nothing measured by " + process.info());
            }
            return line;
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
