package dev.jobglass.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobglass.api.JobStatus;
import dev.jobglass.text.ExportedJob;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.text.TextWidth;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Prints jobs: a table to read or JSON for programs. */
final class JobPrinter {
    private static final List<String> HEADINGS = List.of("job", "state", "progress", "agent", "detail");

    private static final int ASCII = 128;

    private final PrintStream out;
    private final boolean json;

    JobPrinter(PrintStream out, boolean json) {
        this.out = out;
        this.json = json;
    }

    /** Prints them all, or throws, such as when a disk is full. */
    void print(List<JobAnswer> answers) throws IOException {
        String text = json ? json(answers) : table(answers);
        out.print(!json || out.charset().newEncoder().canEncode(text) ? text : escaped(text));
        if (out.checkError()) {
            throw new IOException(Messages.of("cli.bad.output"));
        }
    }

    private static String json(List<JobAnswer> answers) {
        ArrayNode array = new JsonMapper().createArrayNode();
        for (JobAnswer answer : answers) {
            ObjectNode object = array.addObject();
            switch (answer) {
                case JobAnswer.Known(var server, JobStatus status) ->
                    ExportedJob.of(server.toString(), status).writeTo(object);
                case JobAnswer.Unanswered unanswered -> object.put("job_id", unanswered.jobId()).putNull("state")
                        .put("problem", unanswered.words());
                case JobAnswer.Unheard(String jobId) -> object.put("job_id", jobId).putNull("state")
                        .put("problem", Messages.of("cli.unheard"));
            }
        }
        return array.toPrettyString() + "\n";
    }

    /** For programs, wherever the terminal cannot write what a server says. */
    private static String escaped(String json) {
        return json.chars().mapToObj(one -> one < ASCII ? String.valueOf((char) one) : "\\u%04x".formatted(one))
                .collect(Collectors.joining());
    }

    private static String table(List<JobAnswer> answers) {
        if (answers.isEmpty()) {
            return "";
        }
        List<List<String>> rows = Stream.concat(
                Stream.of(HEADINGS.stream().map(name -> Messages.of("cli.heading." + name)).toList()),
                answers.stream().map(JobPrinter::row)).toList();
        List<Integer> widths = IntStream.range(0, HEADINGS.size())
                .map(column -> rows.stream().mapToInt(row -> TextWidth.columns(row.get(column))).max().orElse(0))
                .boxed().toList();
        return rows.stream().map(row -> IntStream.range(0, row.size()).mapToObj(
                column -> row.get(column) + " ".repeat(widths.get(column) - TextWidth.columns(row.get(column))))
                .collect(Collectors.joining("  ")).stripTrailing() + "\n").collect(Collectors.joining());
    }

    private static List<String> row(JobAnswer answer) {
        return switch (answer) {
            case JobAnswer.Known(_, JobStatus status) -> List.of(PlainText.line(status.jobId()),
                    PlainText.line(status.stateWord()), Messages.percent(status.progress().percentage()),
                    status.agentId() == null ? Messages.none() : PlainText.line(status.agentId()), detail(status));
            case JobAnswer.Unanswered unanswered -> List.of(PlainText.line(unanswered.jobId()), Messages.none(),
                    Messages.none(), Messages.none(), unanswered.words());
            case JobAnswer.Unheard(String jobId) -> List.of(PlainText.line(jobId), Messages.none(), Messages.none(),
                    Messages.none(), Messages.of("cli.unheard"));
        };
    }

    /** {@return what a job does, or why it failed} */
    static String detail(JobStatus status) {
        return switch (status.state()) {
            case FAILED -> PlainText.gist(status.error() == null ? "" : status.error());
            case SUCCEEDED, CANCELLED -> "";
            case QUEUED, RUNNING, UNKNOWN -> PlainText.line(status.progress().currentStep());
        };
    }
}
