package dev.jobglass.ui.insights;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobglass.history.Insights.Agent;
import dev.jobglass.history.Insights.Bar;
import dev.jobglass.history.Insights.ErrorKind;
import dev.jobglass.history.Insights;
import dev.jobglass.history.RunFigures;
import dev.jobglass.text.Csv;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes insights for other programs: durations in seconds, times in UTC, parts from 0 to 1. */
final class InsightsExport {
    private static final List<String> FIGURES = List.of("runs", "succeeded", "failed", "cancelled", "success_rate",
            "median_s", "p95_s", "waited_s");
    private static final double MILLIS = 1_000;

    private InsightsExport() {
    }

    /** {@return a line for each agent, as CSV} */
    static String csv(Insights insights) {
        Stream<String> names = FIGURES.stream().flatMap(name -> Stream.of(name, name + "_before"));
        return Csv.line(Stream.concat(Stream.of("agent"), names).toList())
                + insights.agents().stream().map(InsightsExport::line).collect(Collectors.joining());
    }

    private static String line(Agent agent) {
        List<String> now = figures(agent.now());
        List<String> before = figures(agent.before());
        List<String> values = new ArrayList<>(List.of(agent.name()));
        for (int i = 0; i < FIGURES.size(); i++) {
            values.add(now.get(i));
            values.add(before.get(i));
        }
        return Csv.line(values);
    }

    private static List<String> figures(RunFigures figures) {
        OptionalDouble rate = figures.successRate();
        return List.of("" + figures.runs(), "" + figures.succeeded(), "" + figures.failed(), "" + figures.cancelled(),
                rate.isEmpty() ? "" : "" + rate.getAsDouble(), seconds(figures.median()), seconds(figures.slow()),
                seconds(figures.waited()));
    }

    private static String seconds(Duration duration) {
        return duration == null ? "" : "" + duration.toMillis() / MILLIS;
    }

    /** {@return all that the range tells, as JSON} */
    static String json(Insights insights) {
        JsonMapper mapper = new JsonMapper();
        ObjectNode root = mapper.createObjectNode().put("from", insights.query().from().toString())
                .put("to", insights.query().to().toString());
        root.set("all", json(mapper, insights.all()));
        root.set("all_before", json(mapper, insights.allBefore()));
        ArrayNode agents = root.putArray("agents");
        for (Agent agent : insights.agents()) {
            ObjectNode one = agents.addObject().put("agent", agent.name());
            one.set("now", json(mapper, agent.now()));
            one.set("before", json(mapper, agent.before()));
        }
        ArrayNode errors = root.putArray("errors");
        for (ErrorKind error : insights.errors()) {
            ObjectNode one = errors.addObject().put("signature", error.signature()).put("failures", error.failures())
                    .put("first", error.first().toString()).put("last", error.last().toString())
                    .put("note", error.note()).put("owner", error.owner());
            ArrayNode hit = one.putArray("agents");
            error.agents().forEach(hit::add);
        }
        ArrayNode bars = root.putArray("bars");
        for (Bar bar : insights.bars()) {
            bars.addObject().put("from", bar.from().toString()).put("succeeded", bar.succeeded())
                    .put("failed", bar.failed()).put("cancelled", bar.cancelled()).put("queued", bar.queued());
        }
        return root.toPrettyString() + "\n";
    }

    private static ObjectNode json(JsonMapper mapper, RunFigures figures) {
        ObjectNode node = mapper.createObjectNode().put("runs", figures.runs()).put("succeeded", figures.succeeded())
                .put("failed", figures.failed()).put("cancelled", figures.cancelled());
        node.put("success_rate",
                figures.successRate().isEmpty() ? null : (Double) figures.successRate().getAsDouble());
        node.put("median_s", number(figures.median()));
        node.put("p95_s", number(figures.slow()));
        return node.put("waited_s", number(figures.waited()));
    }

    private static Double number(Duration duration) {
        return duration == null ? null : (Double) (duration.toMillis() / MILLIS);
    }
}
