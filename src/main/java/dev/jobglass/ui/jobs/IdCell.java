package dev.jobglass.ui.jobs;

import dev.jobglass.model.Job;
import dev.jobglass.model.JobSnapshot;
import dev.jobglass.settings.NotificationSettings.MuteReason;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.ui.common.Texts;
import dev.jobglass.ui.common.Visibility;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Id above agent and session, and a sign when nothing is told of the job. */
final class IdCell extends JobCell {
    /** Each about half as wide as high. */
    private static final int LEAST_LETTERS = 5;

    private final Label id = new Label();
    private final Label subtitle = new Label();
    /** That nothing is told of the job. */
    private final Region muted = new Region();
    private final Pane box;
    private final Function<Job, Optional<MuteReason>> whyMuted;

    /** {@code whyMuted} tells why nothing is told of a job. */
    IdCell(boolean compact, Function<Job, Optional<MuteReason>> whyMuted) {
        this.whyMuted = whyMuted;
        muted.getStyleClass().add("muted-mark");
        muted.managedProperty().bind(muted.visibleProperty());
        HBox second = new HBox(muted, subtitle);
        second.getStyleClass().add("id-second");
        box = lines(compact, id, second);
        id.setMinWidth(compact ? Region.USE_PREF_SIZE : Region.USE_COMPUTED_SIZE);
        id.getStyleClass().add("mono");
        subtitle.getStyleClass().add("subtle");
        Texts.asWritten(id);
        Texts.inOneTypeface(subtitle);
        Visibility.onlyWithText(subtitle);
        subtitle.opacityProperty().bind(Bindings.createDoubleBinding(this::opacity, subtitle.widthProperty(),
                subtitle.textProperty(), subtitle.fontProperty()));
    }

    /** A letter and an ellipsis say nothing of an agent. */
    private double opacity() {
        boolean cut = subtitle.getWidth() < Math.floor(subtitle.prefWidth(-1));
        return cut && subtitle.getWidth() < LEAST_LETTERS * subtitle.getFont().getSize() / 2 ? 0 : 1;
    }

    @Override
    void show(JobSnapshot view) {
        id.setText(PlainText.line(view.jobId()));
        subtitle.setText(Messages.subtitle(view));
        setGraphic(box);
        String untold = job().flatMap(whyMuted).map(reason -> Messages.of("common.muted." + reason)).orElse("");
        muted.setVisible(!untold.isEmpty());
        List<String> all = Stream.of(id.getText(), subtitle.getText(), untold).filter(words -> !words.isEmpty())
                .toList();
        setAccessibleText(String.join(" ", all));
        tip(String.join("\n", all));
    }
}
