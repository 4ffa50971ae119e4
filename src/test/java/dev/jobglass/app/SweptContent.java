package dev.jobglass.app;

import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Job;
import dev.jobglass.testing.RunsServer;
import java.util.List;
import java.util.Map;

/** What servers have to tell. */
enum SweptContent {
    EMPTY, ONE, MANY, LONG, LOST;

    private static final int MANY_JOBS = 5_000;
    private static final List<String> STATES = List.of("running", "queued", "succeeded", "failed", "cancelled");
    private static final String LONG_NAME = "recipe:" + "quarterly-figures-".repeat(12);
    private static final List<String> SCRIPTS = List.of("تحليل تقرير المبيعات ربع السنوي للعملاء", "正在分析季度销售报告",
            "ניתוח דוח מכירות", "Übergrößenträgerprüfung für Bußgeldbescheide");

    /** Takes the addresses of servers that answer as long as it runs. */
    interface Visit {
        void to(List<String> servers) throws Exception;
    }

    void serve(Visit visit) throws Exception {
        try (RunsServer server = new RunsServer()) {
            if (this == LOST) {
                some(server);
                visit.to(List.of(server.url(), "http://127.0.0.1:1"));
                return;
            }
            switch (this) {
                case ONE -> server.failed("run_b8fbbcac5a29", "RateLimitError: 429 Too Many Requests");
                case MANY -> {
                    for (int i = 0; i < MANY_JOBS; i++) {
                        job(server, i);
                    }
                }
                case LONG -> strange(server);
                default -> {
                    // nothing to tell
                }
            }
            visit.to(List.of(server.url()));
        }
    }

    private static void some(RunsServer server) {
        for (int i = 0; i < 12; i++) {
            job(server, i);
        }
    }

    private static void job(RunsServer server, int number) {
        String state = STATES.get(number % STATES.size());
        String id = "run_%012x".formatted(number * 7_919L);
        if (state.equals("failed")) {
            server.failed(id, "RateLimitError: 429 Too Many Requests (request " + number + ")");
        } else {
            server.job(id, state, number % 100, Map.of("agent_id", "recipe:agent-" + number % 7, "retry_after", 60,
                    "started_at", "2026-11-24T10:00:01Z"));
        }
    }

    private static void strange(RunsServer server) {
        some(server);
        for (int i = 0; i < SCRIPTS.size(); i++) {
            server.job("run_" + SCRIPTS.get(i).replace(' ', '_'), "running", 33.333, Map.of("agent_id",
                    SCRIPTS.get(i), "session_id", SCRIPTS.get(SCRIPTS.size() - 1 - i), "retry_after", 60, "progress",
                    Map.of("percentage", 33.333, "current_step", SCRIPTS.get(i).repeat(9))));
        }
        server.job("run_" + "0123456789".repeat(20), "failed", 99.99, Map.of("agent_id", LONG_NAME, "error",
                "Traceback (most recent call last):\n  File \"agent.py\", line 42, in <module>\n".repeat(4_000)));
    }

    boolean shown(SweptProgram program) {
        int rows = program.table() == null ? 0 : program.table().getItems().size();
        return switch (this) {
            case EMPTY -> program.scene().lookup("#emptyPage") != null
                    && program.scene().lookup("#emptyPage").isVisible();
            case ONE -> rows == 1;
            case MANY -> rows == MANY_JOBS && program.table().getItems().getFirst() instanceof Job first
                    && first.view().state() == DisplayState.RUNNING; // they are sorted by then
            case LONG -> rows == 12 + SCRIPTS.size() + 1;
            case LOST -> rows == 12 && program.scene().lookup("#banner").isVisible();
        };
    }
}
