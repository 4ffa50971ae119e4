package dev.jobglass.ui.jobs;

import dev.jobglass.model.JobSnapshot;
import dev.jobglass.text.PlainText;
import dev.jobglass.ui.common.Texts;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.Label;

/** What the user calls the server. */
final class ServerCell extends JobCell {
    private final Label name = new Label();

    ServerCell() {
        Texts.inOneTypeface(name);
        // Of an address without letters the two ends would change places around the ellipsis in Arabic.
        name.textProperty().map(Texts::direction).subscribe(direction -> name.setNodeOrientation(
                direction == NodeOrientation.RIGHT_TO_LEFT ? direction : NodeOrientation.LEFT_TO_RIGHT));
    }

    @Override
    void show(JobSnapshot view) {
        name.setText(job().map(job -> PlainText.line(job.server().name())).orElse(""));
        setGraphic(name);
        setAccessibleText(name.getText());
        tip(name.getText());
    }
}
