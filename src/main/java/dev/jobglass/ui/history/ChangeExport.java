package dev.jobglass.ui.history;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.jobglass.history.Change;
import dev.jobglass.history.History;
import dev.jobglass.history.HistoryQuery;
import dev.jobglass.text.Csv;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Writes all changes that match, as CSV or JSON, for other programs. Times are ISO 8601 in UTC. */
enum ChangeExport {
    CSV(Csv.line(Fields.NAMES), "", ChangeExport::csv, ""), JSON("[\n", ",\n", ChangeExport::json, "\n]\n");

    /** Apart, since a constant's arguments cannot use its own enum's fields. */
    private static final class Fields {
        static final List<String> NAMES = List.of("at", "server", "job_id", "kind", "state", "percentage", "text",
                "agent");
        static final JsonMapper MAPPER = new JsonMapper();
    }

    private final String start;
    private final String between;
    private final Function<Change, String> element;
    private final String end;

    ChangeExport(String start, String between, Function<Change, String> element, String end) {
        this.start = start;
        this.between = between;
        this.element = element;
        this.end = end;
    }

    /**
     * Writes a file. Blocks.
     *
     * @return how many changes it holds
     * @throws IOException when the history cannot be read or the file not be written
     */
    int to(Path file, History history, HistoryQuery query) throws IOException {
        AtomicInteger written = new AtomicInteger();
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
            out.print(start);
            history.visit(query.all(), change -> {
                out.print(written.getAndIncrement() == 0 ? "" : between);
                out.print(element.apply(change));
            });
            out.print(end);
            if (out.checkError()) {
                throw new IOException(file.toString());
            }
        }
        return written.get();
    }

    /** {@return one change as it stands in such a file} */
    String of(Change change) {
        return element.apply(change).strip();
    }

    /** {@return the file name to begin with} */
    String fileName() {
        return "jobglass-history." + name().toLowerCase(Locale.ROOT);
    }

    private static String csv(Change change) {
        return Csv.line(List.of(change.at().toString(), change.server(), change.jobId(), kind(change), state(change),
                Objects.toString(change.percentage(), ""), Objects.toString(change.text(), ""),
                Objects.toString(change.agent(), "")));
    }

    private static String json(Change change) {
        return Fields.MAPPER.createObjectNode().put("at", change.at().toString()).put("server", change.server())
                .put("job_id", change.jobId()).put("kind", kind(change)).put("state", state(change))
                .put("percentage", change.percentage()).put("text", change.text()).put("agent", change.agent())
                .toString();
    }

    private static String kind(Change change) {
        return change.kind().name().toLowerCase(Locale.ROOT);
    }

    private static String state(Change change) {
        return change.state().name().toLowerCase(Locale.ROOT);
    }
}
