package dev.jobglass.ui.jobs;

import dev.jobglass.api.JobStatus;
import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Eta;
import dev.jobglass.model.Job;
import dev.jobglass.model.JobRow;
import dev.jobglass.model.JobSnapshot;
import dev.jobglass.model.ServerStatus;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.text.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The cells of the job table. Each shows a {@link JobSnapshot} and is reused for many jobs. */
final class JobCells {
    private JobCells() {
    }

    /** {@return both below each other, or side by side when rows are low} */
    private static Pane lines(boolean compact, Node first, Node second) {
        Pane lines = compact ? new HBox(first, second) : new VBox(first, second);
        lines.getStyleClass().add("lines");
        return lines;
    }

    /** A cell that shows one job. */
    private abstract static class JobCell extends TableCell<JobRow, JobSnapshot> {
        /** A tooltip must stay smaller than the screen. */
        private static final int TIP = 1_500;
        private String tipText;
        /** Each is a window of its own, so it is made when the pointer comes by for the first time. */
        private Tooltip tip;
        /** Held here, since the clock outlives the cell and knows it only weakly. Null for a cell that stands still. */
        private ChangeListener<Instant> tick;

        JobCell() {
            addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> {
                if (tip == null) {
                    tip = new Tooltip();
                    tip(tipText);
                }
            });
        }

        @Override
        protected final void updateItem(JobSnapshot view, boolean empty) {
            super.updateItem(view, empty);
            if (empty || view == null) {
                setGraphic(null);
                setText(null);
                tip(null);
                setAccessibleText(null);
            } else {
                show(view);
            }
        }

        abstract void show(JobSnapshot view);

        /** {@return the job of the row} */
        final Optional<Job> job() {
            return getTableRow() != null && getTableRow().getItem() instanceof Job job
                    ? Optional.of(job)
                    : Optional.empty();
        }

        /** Shows its job anew each second. Only cells on the screen exist, so only those tick. */
        final void tick(UiClock now) {
            tick = (_, _, _) -> {
                if (!isEmpty() && getItem() != null) {
                    show(getItem());
                }
            };
            now.timeProperty().addListener(new WeakChangeListener<>(tick));
        }

        void tip(String text) {
            tipText = text;
            if (text == null || text.isEmpty()) {
                setTooltip(null);
            } else if (tip != null) {
                tip.setText(PlainText.lines(text.length() > TIP ? text.substring(0, TIP) + "…" : text));
                setTooltip(tip);
            }
        }
    }

    /** Glyph, word and colour. */
    static final class State extends JobCell {
        private final Label glyph = new Label();
        private final Label word = new Label();
        private final HBox box = new HBox(glyph, word);

        State() {
            box.getStyleClass().add("state");
            glyph.getStyleClass().add("state-glyph");
            box.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        void show(JobSnapshot view) {
            glyph.setText(Messages.glyph(view.state()));
            word.setText(Messages.state(view));
            box.getStyleClass().setAll("state", view.state().styleClass());
            setGraphic(box);
            setAccessibleText(word.getText());
            tip(view.problem() == null ? null : Messages.problem(view.problem()));
        }
    }

    /** Id above agent and session. */
    static final class Id extends JobCell {
        private final Label id = new Label();
        private final Label subtitle = new Label();
        private final Pane box;

        Id(boolean compact) {
            box = lines(compact, id, subtitle);
            id.setMinWidth(compact ? Region.USE_PREF_SIZE : Region.USE_COMPUTED_SIZE);
            id.getStyleClass().add("mono");
            subtitle.getStyleClass().add("subtle");
            subtitle.managedProperty().bind(subtitle.textProperty().isNotEmpty());
        }

        @Override
        void show(JobSnapshot view) {
            id.setText(PlainText.line(view.jobId()));
            subtitle.setText(Messages.subtitle(view));
            setGraphic(box);
            setAccessibleText(id.getText() + " " + subtitle.getText());
            tip(id.getText() + (subtitle.getText().isEmpty() ? "" : "\n" + subtitle.getText()));
        }
    }

    /** What the person calls the server. */
    static final class Server extends JobCell {
        @Override
        void show(JobSnapshot view) {
            setText(job().map(job -> PlainText.line(job.server().name())).orElse(""));
            setAccessibleText(getText());
            tip(getText());
        }
    }

    /** Bar and percentage above the step. */
    static final class Progress extends JobCell {
        private final ProgressBar bar = new ProgressBar();
        private final Label percent = new Label();
        private final Label step = new Label();
        private final Pane box;

        Progress(boolean compact) {
            HBox line = new HBox(bar, percent);
            line.getStyleClass().add("progress-line");
            if (compact) {
                line.setMinWidth(Region.USE_PREF_SIZE);
            } else {
                bar.setMaxWidth(Double.MAX_VALUE);
                HBox.setHgrow(bar, Priority.ALWAYS);
            }
            box = lines(compact, line, step);
            percent.getStyleClass().add("percent");
            step.getStyleClass().add("subtle");
        }

        @Override
        void show(JobSnapshot view) {
            bar.setProgress(job().map(Job::barProgress).orElse(0.0));
            bar.getStyleClass().setAll("progress-bar", view.state().styleClass());
            percent.setText(Messages.percent(view.percentage()));
            String text = line(view);
            step.setText(text == null ? "" : PlainText.gist(text));
            setGraphic(box);
            setAccessibleText(percent.getText() + " " + step.getText());
            tip(text);
        }

        /** Trouble in asking first, then the error, then the step. */
        private static String line(JobSnapshot view) {
            if (view.problem() != null && view.state() != DisplayState.GONE) {
                return Messages.of("jobs.asking.failed", Messages.problem(view.problem()));
            }
            if (view.status() == null) {
                return Messages.of(view.state() == DisplayState.GONE ? "jobs.step.unknown" : "jobs.step.unasked");
            }
            if (view.state() == DisplayState.FAILED && view.status().error() != null) {
                return view.status().error();
            }
            String step = view.status().progress().currentStep();
            if (view.state() == DisplayState.QUEUED && step == null) {
                return Messages.of("jobs.step.queued");
            }
            return switch (view.state()) {
                case STALLED -> Messages.of("jobs.step.stalled", step == null ? "" : step);
                case GONE -> Messages.of("jobs.step.gone");
                default -> view.overdue() ? Messages.of("jobs.step.overdue", step == null ? "" : step) : step;
            };
        }
    }

    /** A time of day, below the date when it was another day. */
    static class Time extends JobCell {
        private final Function<JobStatus, Instant> time;
        private final Times times;
        private final UiClock now;
        private final boolean compact;

        Time(Function<JobStatus, Instant> time, Times times, UiClock now, boolean compact) {
            this.compact = compact;
            this.time = time;
            this.times = times;
            this.now = now;
            getStyleClass().add("number");
        }

        final UiClock now() {
            return now;
        }

        @Override
        void show(JobSnapshot view) {
            Instant at = view.status() == null ? null : time.apply(view.status());
            setText(compact
                    ? times.shortClock(at, now.get())
                    : times.clockInTwoLines(at, now.get()));
            setAccessibleText(times.full(at));
            tip(at == null ? null : times.exact(at, now.get()));
        }
    }

    /** When the job was over, or what is left of it. Ticks while there is something left. */
    static final class Completed extends Time {
        Completed(Times times, UiClock now, boolean compact) {
            super(JobStatus::completedAt, times, now, compact);
            tick(now);
        }

        @Override
        void show(JobSnapshot view) {
            Eta eta = job().map(job -> job.eta(now().get())).orElse(null);
            if (eta == null) {
                super.show(view);
            } else {
                setText(Times.left(eta));
                setAccessibleText(getText());
                tip(Messages.of(eta.sure() ? "jobs.eta.tip" : "jobs.eta.range.tip"));
            }
        }
    }

    /** A text that ticks. */
    static final class Ticking extends JobCell {
        private final Function<Job, String> text;

        Ticking(Function<Job, String> text, UiClock now) {
            this.text = text;
            getStyleClass().add("number");
            tick(now);
        }

        @Override
        void show(JobSnapshot view) {
            setText(job().map(text).orElse(""));
            setAccessibleText(getText());
        }
    }

    static String elapsed(Job job, UiClock now) {
        return Times.duration(job.view().elapsed(now.get()));
    }

    /** While a server is down it is asked about no job in particular. */
    static String nextPoll(Job job, LongSupplier nanos) {
        JobSnapshot view = job.view();
        boolean down = job.server().link() == ServerStatus.Link.DOWN;
        if (view.nextPoll() == Long.MAX_VALUE || down) {
            return Messages.none();
        }
        long seconds = Math.ceilDiv(view.nextPoll() - nanos.getAsLong(), 1_000_000_000L);
        return seconds <= 0
                ? Messages.of("jobs.nextPoll.now")
                : Messages.of("jobs.nextPoll.in", Times.duration(
                        Duration.ofSeconds(seconds)));
    }
}
