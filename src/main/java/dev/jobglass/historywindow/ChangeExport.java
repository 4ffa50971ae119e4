package dev.jobglass.historywindow;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.jobglass.board.text.Csv;
import dev.jobglass.history.Change;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Changes as CSV or JSON, for other programs. Times are ISO 8601 in UTC. */
final class ChangeExport {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> FIELDS = List.of("at", "server", "job_id", "kind", "state", "percentage", "text",
            "agent");

    private ChangeExport() {
    }

    static String csv(List<Change> changes) {
        StringBuilder csv = new StringBuilder(Csv.line(FIELDS));
        changes.forEach(change -> csv.append(Csv.line(List.of(change.at().toString(), change.server(), change.jobId(),
                kind(change), state(change), Objects.toString(change.percentage(), ""),
                Objects.toString(change.text(), ""), Objects.toString(change.agent(), "")))));
        return csv.toString();
    }

    static String json(List<Change> changes) {
        ArrayNode array = JSON.createArrayNode();
        changes.forEach(change -> array.addObject().put("at", change.at().toString()).put("server", change.server())
                .put("job_id", change.jobId()).put("kind", kind(change)).put("state", state(change))
                .put("percentage", change.percentage()).put("text", change.text()).put("agent", change.agent()));
        return array.toPrettyString();
    }

    private static String kind(Change change) {
        return change.kind().name().toLowerCase(Locale.ROOT);
    }

    private static String state(Change change) {
        return change.state().name().toLowerCase(Locale.ROOT);
    }
}
