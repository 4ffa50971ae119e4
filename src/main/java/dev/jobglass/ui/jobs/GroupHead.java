package dev.jobglass.ui.jobs;

import dev.jobglass.model.JobGroup;
import dev.jobglass.text.Messages;
import dev.jobglass.ui.common.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The name and the counts of a group, across its row. */
final class GroupHead extends HBox {
    /** Of the name at the least, as wide as the text is high. */
    private static final double LETTERS = 4;

    private final Label sign = new Label();
    private final Label name = new Label();
    private final Label count = new Label();
    private final Label failed = new Label();

    GroupHead() {
        setManaged(false); // the row's skin knows of cells only, and is told where this goes
        setMouseTransparent(true);
        getStyleClass().add("group-head");
        sign.getStyleClass().addAll("subtle", "group-sign");
        name.getStyleClass().add("group-name");
        count.getStyleClass().add("subtle");
        failed.getStyleClass().add("group-failed");
        Texts.inOneTypeface(name);
        for (Label whole : List.of(sign, count, failed)) {
            whole.setMinWidth(USE_PREF_SIZE); // the name gives way
        }
        getChildren().setAll(sign, name, count, failed);
    }

    /** For its numbers to be whole, and some of its name to be read. */
    @Override
    protected double computeMinWidth(double height) {
        double some = Math.min(name.prefWidth(-1), LETTERS * name.getFont().getSize());
        return super.computeMinWidth(height) - name.minWidth(-1) + some;
    }

    void show(JobGroup group) {
        JobGroup.Head head = group.head();
        name.setText(group.name().isEmpty() ? Messages.of("jobs.group.none") : group.name());
        sign.setText(Messages.of(head.collapsed() ? "jobs.group.closed" : "jobs.group.open"));
        count.setText(Messages.of("jobs.group.count", head.jobs()));
        failed.setText(head.failed() == 0 ? "" : Messages.of("jobs.group.failed", head.failed()));
    }

    /** {@return the whole name if it is cut, else null} */
    String cutName() {
        return name.isTextTruncated() ? name.getText() : null;
    }

    /** {@return all of it in words} */
    String text() {
        return name.getText() + ", " + count.getText() + " " + failed.getText();
    }
}
