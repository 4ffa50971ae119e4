package dev.jobglass.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Response;
import dev.jobglass.api.Response.Failure;
import dev.jobglass.api.Response.Success;
import dev.jobglass.api.RunsClient;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.api.Timeouts;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.concurrent.ScheduledService;
import javafx.concurrent.Task;

/** How one would begin: a service for each job, which waits as long as the last answer asks for. */
public final class NaiveEngineRun {
    private static final OperatingSystemMXBean CPU = (OperatingSystemMXBean) ManagementFactory
            .getOperatingSystemMXBean();

    private NaiveEngineRun() {
    }

    /**
     * Runs once.
     *
     * @param arguments url, jobs, seconds to warm up, seconds to measure
     */
    public static void main(String[] arguments) throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        String url = arguments[0];
        int jobs = Integer.parseInt(arguments[1]);
        RunsClient client = new RunsClient(new ServerAddress(URI.create(url)), null, Timeouts.DEFAULT);
        Random random = new Random(1);
        List<JobService> services = new ArrayList<>();
        CompletableFuture<Void> started = new CompletableFuture<>();
        Platform.startup(() -> {
            for (int job = 0; job < jobs; job++) {
                JobService service = new JobService(client, "run_%012d".formatted(job));
                service.setDelay(javafx.util.Duration.millis(random.nextInt(5_000)));
                service.start();
                services.add(service);
            }
            started.complete(null);
        });
        started.get();
        Thread.sleep(Duration.ofSeconds(Long.parseLong(arguments[2])));
        EngineRun.get(url + "/bench/reset");
        long cpu = CPU.getProcessCpuTime();
        Thread.sleep(Duration.ofSeconds(Long.parseLong(arguments[3])));
        cpu = CPU.getProcessCpuTime() - cpu;
        String report = EngineRun.get(url + "/bench/report");
        System.out.println(report.substring(0, report.length() - 1) + ",\"cpu_ms\":%.1f}".formatted(cpu / 1e6));
        System.exit(0);
    }

    /** Asks for one job for ever. */
    private static final class JobService extends ScheduledService<Response<JobStatus>> {
        private final RunsClient client;
        private final String jobId;
        private final ObjectProperty<JobStatus> status = new SimpleObjectProperty<>();

        JobService(RunsClient client, String jobId) {
            this.client = client;
            this.jobId = jobId;
        }

        @Override
        protected Task<Response<JobStatus>> createTask() {
            return new Task<>() {
                @Override
                protected Response<JobStatus> call() {
                    return client.status(jobId).join();
                }
            };
        }

        @Override
        protected void succeeded() {
            switch (getValue()) {
                case Success(JobStatus answer) -> {
                    status.set(answer);
                    // Its period counts from the start of the last request, and the server's from its response.
                    setPeriod(javafx.util.Duration.millis(answer.retryAfter().toMillis() + 50));
                }
                case Failure<JobStatus> _ -> setPeriod(javafx.util.Duration.seconds(5));
            }
            super.succeeded();
        }
    }
}
