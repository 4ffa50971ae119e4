package dev.jobglass.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.jobglass.api.RunsClient;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.api.Timeouts;
import dev.jobglass.model.Board;
import dev.jobglass.monitor.PollService;
import dev.jobglass.poll.PollSettings;
import dev.jobglass.poll.ServerPoller;
import dev.jobglass.testing.Servers;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;

/** Engine and board without a window against a stub; prints what it cost as one line of JSON. */
public final class EngineRun {
    private static final OperatingSystemMXBean CPU = (OperatingSystemMXBean) ManagementFactory
            .getOperatingSystemMXBean();

    private EngineRun() {
    }

    /**
     * Runs once.
     *
     * @param arguments url, jobs, live, sweeps, seconds to warm up, seconds to measure
     */
    public static void main(String[] arguments) throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        String url = arguments[0];
        int jobs = Integer.parseInt(arguments[1]);
        boolean sweeps = Boolean.parseBoolean(arguments[3]);
        CountDownLatch ready = new CountDownLatch(1);
        long heapBefore = heap();
        Board[] board = new Board[1];
        Platform.startup(() -> {
            board[0] = Servers.board("server");
            PollSettings settings = new PollSettings(16, sweeps, true, Duration.ofSeconds(5));
            ServerPoller poller = new ServerPoller(new RunsClient(new ServerAddress(URI.create(url)), null,
                    Timeouts.DEFAULT), settings, _ -> false, InstantSource.system(), System::nanoTime, new Random(1));
            PollService service = new PollService(poller, board[0]::apply);
            board[0].revisionProperty().addListener((_, _, _) -> {
                if (board[0].jobs().size() >= jobs) {
                    ready.countDown();
                }
            });
            service.start();
        });
        ready.await();
        Thread.sleep(Duration.ofSeconds(Long.parseLong(arguments[4])));
        get(url + "/bench/reset");
        long cpu = CPU.getProcessCpuTime();
        long platform = Threads.cpu("Headless Timer");
        Thread.sleep(Duration.ofSeconds(Long.parseLong(arguments[5])));
        cpu = CPU.getProcessCpuTime() - cpu;
        platform = Threads.cpu("Headless Timer") - platform;
        String report = get(url + "/bench/report");
        System.out.println(report.substring(0, report.length() - 1)
                + ",\"cpu_ms\":%.1f,\"platform_cpu_ms\":%.1f,\"heap_kb_per_job\":%.2f}".formatted(cpu / 1e6,
                        platform / 1e6,
                        (heap() - heapBefore) / 1024.0 / jobs));
        System.exit(0);
    }

    static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    static String get(String url) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
    }
}
