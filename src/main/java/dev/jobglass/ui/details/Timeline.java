package dev.jobglass.ui.details;

import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import dev.jobglass.history.Change;
import dev.jobglass.model.DisplayState;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What happened to a job: the server's own times, and every change that was seen. */
final class Timeline {
    private static final Duration AT_ONCE = Duration.ofMinutes(1);

    /**
     * One thing that happened.
     *
     * @param at when
     * @param state the job's since then
     * @param text what, in one line
     */
    record Moment(Instant at, DisplayState state, String text) {
    }

    private Timeline() {
    }

    /** {@return what happened, the oldest first} */
    static List<Moment> of(JobStatus status, List<Change> changes) {
        List<Moment> moments = new ArrayList<>();
        add(moments, status.createdAt(), DisplayState.QUEUED, Messages.of("details.timeline.created"));
        add(moments, status.startedAt(), DisplayState.RUNNING, Messages.of("details.timeline.started"));
        Change before = null;
        Change last = changes.stream().filter(change -> change.kind() == Change.Kind.STATUS)
                .reduce((_, later) -> later).orElse(null);
        for (Change change : changes) {
            String text = text(change, before);
            if (before == null && !text.isEmpty() && seenLate(change, status)) {
                text = Messages.joined(Messages.of("details.timeline.firstSeen"), text);
            }
            if (change.state() == JobState.FAILED && change.kind() == Change.Kind.STATUS) {
                text = Messages.joined(Messages.state(DisplayState.FAILED), text);
            }
            boolean toldByStatus = change == last && status.state() == JobState.FAILED && status.completedAt() != null;
            if (!text.isEmpty() && !toldByStatus) {
                moments.add(new Moment(at(change, status), shown(change), text));
            }
            before = change;
        }
        if (status.state().terminal()) {
            DisplayState end = DisplayState.valueOf(status.state().name());
            String why = status.error() == null ? "" : PlainText.gist(status.error());
            add(moments, status.completedAt(), end, Messages.joined(Messages.state(end), why));
        }
        moments.sort(Comparator.comparing(Moment::at));
        return moments;
    }

    /** Whether the step of a job may have begun long before, since it ran already when it was seen first. */
    private static boolean seenLate(Change first, JobStatus status) {
        return first.state() == JobState.RUNNING && status.startedAt() != null
                && first.at().isAfter(status.startedAt().plus(AT_ONCE));
    }

    /** {@return when a change was seen; but a step of a job that is over was not after its end, seen though it was} */
    private static Instant at(Change change, JobStatus status) {
        boolean seenAfterTheEnd = change.kind() == Change.Kind.STATUS && !change.state().terminal()
                && status.state().terminal() && status.completedAt() != null
                && change.at().isAfter(status.completedAt());
        return seenAfterTheEnd ? status.completedAt() : change.at();
    }

    private static void add(List<Moment> moments, Instant at, DisplayState state, String text) {
        if (at != null) {
            moments.add(new Moment(at, state, text));
        }
    }

    /** Only what is new about a change, or nothing when the server's own times tell it. */
    private static String text(Change change, Change before) {
        return switch (change.kind()) {
            case GONE -> Messages.of("details.timeline.gone");
            case ACKNOWLEDGED -> Messages.of("details.timeline.acknowledged", PlainText.line(change.text()));
            case REOPENED -> Messages.of("details.timeline.reopened", PlainText.line(change.text()));
            case STATUS -> {
                String step = PlainText.line(change.text());
                String percent = change.percentage() == null ? "" : Messages.percent(change.percentage());
                boolean sameStep = before != null && PlainText.line(before.text()).equals(step);
                boolean samePercent = before != null && before.percentage() != null
                        && Messages.percent(before.percentage()).equals(percent);
                if (before != null && before.kind() == Change.Kind.GONE) {
                    yield Messages.joined(Messages.of("details.timeline.back"), step, percent);
                }
                if (before != null && before.state().terminal() && !change.state().terminal()) {
                    yield Messages.joined(Messages.of("details.timeline.again"), step, percent);
                }
                if (change.state() == JobState.QUEUED || change.state() == JobState.SUCCEEDED) {
                    yield "";
                }
                if (change.state() == JobState.FAILED) {
                    yield PlainText.gist(change.text() == null ? "" : change.text());
                }
                yield sameStep || step.isEmpty()
                        ? (samePercent ? "" : percent)
                        : Messages.joined(step, samePercent ? "" : percent);
            }
        };
    }

    private static DisplayState shown(Change change) {
        return switch (change.kind()) {
            case GONE -> DisplayState.GONE;
            case ACKNOWLEDGED, REOPENED, STATUS -> DisplayState.valueOf(change.state().name());
        };
    }
}
