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

    private SideCard() {
    }

    /** One for all jobs that failed of the same; it tells of the first. */
    static Node of(List<Job> jobs, boolean named, Times times, Instant now) {
        Job job = jobs.getFirst();
        JobSnapshot failure = job.view();
        String error = failure.status().error();
        return card("failure-card", Messages.name(failure),
                error == null ? Messages.of("watchscreen.noError") : PlainText.gist(error),
                Messages.joined(jobs.size() > 1 ? Messages.of("failures.times", jobs.size()) : "",
                        times.shortClock(failure.ended(), now),
                        named ? servers(jobs) : "", PlainText.line(failure.jobId())));
    }

    private static String servers(List<Job> jobs) {
        return Messages.list(jobs.stream().map(job -> PlainText.line(job.server().name())).distinct().toList());
    }

    static Node of(Notice notice) {
        return card("notice-card", notice.title(), PlainText.line(notice.text()), "");
    }

    private static Node card(String style, String... lines) {
        VBox card = new VBox();
        card.getStyleClass().addAll("side-card", style);
        for (int i = 0; i < lines.length; i++) {
            boolean wraps = style.equals("notice-card") && i == 1;
            Label label = wraps ? new WrappedLabel(lines[i]) : new Label(lines[i]);
            label.getStyleClass().add("side-line-" + i);
            Texts.inOneTypeface(label);
            card.getChildren().add(label);
        }
        card.setAccessibleText(String.join(". ", lines));
        return card;
    }
}
