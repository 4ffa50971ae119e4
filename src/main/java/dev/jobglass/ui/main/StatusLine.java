package dev.jobglass.ui.main;

import dev.jobglass.model.ServerStatus;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.text.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javafx.beans.value.ObservableIntegerValue;
import javafx.scene.control.Label;

/** The line at the bottom: how many jobs, how punctual the polls, how old the last answer. */
final class StatusLine {
    /** Of servers that have all answered lately, it changes by the second which was the last. */
    private static final Duration WORTH_A_NAME = Duration.ofSeconds(10);

    private final Label counts;
    private final Label polls;
    private final Label answer;
    private final Workspace overview;
    private final ObservableIntegerValue shown;
    private final UiClock now;

    StatusLine(Label counts, Label polls, Label answer, Workspace overview, ObservableIntegerValue shown, UiClock now) {
        this.counts = counts;
        this.polls = polls;
        this.answer = answer;
        this.overview = overview;
        this.shown = shown;
        shown.addListener((_, _, _) -> show());
        this.now = now;
        overview.viewsProperty().addListener((_, _, _) -> show());
        overview.revisionProperty().addListener((_, _, _) -> show());
        now.timeProperty().addListener((_, _, _) -> show());
        show();
    }

    private void show() {
        List<ServerStatus> servers = overview.viewsProperty().get();
        int all = overview.size();
        String watched = Messages.of("main.status.counts", all, servers.stream().mapToInt(ServerStatus::live).sum());
        boolean filtered = shown.get() < all;
        counts.setText(filtered ? Messages.of("main.status.shown", shown.get(), all) + " · " + watched : watched);
        polls.setText(servers.stream().map(ServerStatus::latenessP99).filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(latest -> Messages.of("main.status.polls", latest.toMillis(),
                        servers.stream().mapToDouble(ServerStatus::pollsPerSecond).sum()))
                .orElse(""));
        // Of several the one that has been silent for longest: no number may look younger than it is.
        answer.setText(servers.stream().min(Comparator.comparing(ServerStatus::lastAnswer,
                Comparator.nullsFirst(Comparator.naturalOrder()))).map(this::lastAnswer).orElse(""));
    }

    private String lastAnswer(ServerStatus server) {
        String text = server.lastAnswer() == null
                ? Messages.of("main.status.noAnswer")
                : Messages.of("main.status.answer", Times.duration(age(server.lastAnswer())));
        boolean lately = server.lastAnswer() != null && age(server.lastAnswer()).compareTo(WORTH_A_NAME) < 0;
        return overview.several() && !lately
                ? Messages.of("main.status.ofServer", PlainText.line(server.name()), text)
                : text;
    }

    private Duration age(Instant lastAnswer) {
        Duration age = Duration.between(lastAnswer, now.get());
        return age.isNegative() ? Duration.ZERO : age; // answers may be younger than the last tick of the clock
    }
}
