package dev.jobglass.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.jobglass.api.RunsClient;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.api.Timeouts;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The same HTTP client at the same rate, parsing included, and nothing else: what a poll costs at least. */
public final class BareRun {
    private static final OperatingSystemMXBean CPU = (OperatingSystemMXBean) ManagementFactory
            .getOperatingSystemMXBean();

    private BareRun() {
    }

    /**
     * Runs once.
     *
     * @param arguments url, jobs, polls a second, seconds to warm up, seconds to measure
     */
    public static void main(String[] arguments) throws Exception {
        RunsClient client = new RunsClient(new ServerAddress(URI.create(arguments[0])), null, Timeouts.DEFAULT);
        int jobs = Integer.parseInt(arguments[1]);
        double rate = Double.parseDouble(arguments[2]);
        long begin = System.nanoTime();
        long warm = begin + Duration.ofSeconds(Long.parseLong(arguments[3])).toNanos();
        long end = warm + Duration.ofSeconds(Long.parseLong(arguments[4])).toNanos();
        long cpu = 0;
        boolean measuring = false;
        for (long sent = 0; System.nanoTime() < end; sent++) {
            if (!measuring && System.nanoTime() > warm) {
                measuring = true;
                EngineRun.get(arguments[0] + "/bench/reset");
                cpu = CPU.getProcessCpuTime();
            }
            client.status("run_%012d".formatted(jobs - 1 - sent % jobs));
            // In bursts of 16 every so often, as the engine sends them.
            if (sent % 16 == 15) {
                long due = begin + (long) (sent / rate * 1e9);
                LockSupport.parkNanos(due - System.nanoTime());
            }
        }
        cpu = CPU.getProcessCpuTime() - cpu;
        String report = EngineRun.get(arguments[0] + "/bench/report");
        System.out.println(report.substring(0, report.length() - 1) + ",\"cpu_ms\":%.1f}".formatted(cpu / 1e6));
        System.exit(0);
    }
}
