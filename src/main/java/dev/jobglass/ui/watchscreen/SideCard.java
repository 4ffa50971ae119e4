package dev.jobglass.ui.watchscreen;

import dev.jobglass.model.Job;
import dev.jobglass.model.JobSnapshot;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.text.Times;
import dev.jobglass.ui.common.Texts;
import dev.jobglass.ui.common.WrappedLabel;
import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What stays on the side until a user has read it: a failure or a notice. */
final class SideCard {
    /** With the gap below it, in letters; the style sheet says the same. */
    static final double HEIGHT = 5.7;
    /** Of one with room for three lines of an error. */
    static final double HIGH = 8.1;

    private SideCard() {
    }

    /** One for all jobs that failed of the same; it tells of the first, in several lines when it is high. */
    static Node of(List<Job> jobs, boolean high, boolean named, Times times, Instant now) {
        Job job = jobs.getFirst();
        JobSnapshot failure = job.view();
        String error = failure.status().error();
        return card(high, high ? List.of("failure-card", "high-card") : List.of("failure-card"), Messages.name(failure),
                error == null ? Messages.of("watchscreen.noError") : PlainText.gist(error),
                Messages.joined(jobs.size() > 1 ? Messages.of("failures.times", jobs.size()) : "",
                        times.shortClock(failure.ended(), now),
                        named ? servers(jobs) : "", PlainText.line(failure.jobId())));
    }

    private static String servers(List<Job> jobs) {
        return Messages.list(jobs.stream().map(job -> PlainText.line(job.server().name())).distinct().toList());
    }

    static Node of(Notice notice) {
        return card(true, List.of("notice-card"), notice.title(), PlainText.line(notice.text()), "");
    }

    private static Node card(boolean wraps, List<String> styles, String... lines) {
        VBox card = new VBox();
        card.getStyleClass().add("side-card");
        card.getStyleClass().addAll(styles);
        for (int i = 0; i < lines.length; i++) {
            Label label = wraps && i == 1 ? new WrappedLabel(lines[i]) : new Label(lines[i]);
            label.setMinHeight(0); // what is too long is cut
            label.getStyleClass().add("side-line-" + i);
            Texts.inOneTypeface(label);
            card.getChildren().add(label);
        }
        card.setAccessibleText(String.join(". ", lines));
        return card;
    }
}
