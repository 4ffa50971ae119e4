package dev.jobglass.ui.history;

import dev.jobglass.history.Change;
import dev.jobglass.model.DisplayState;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.text.Times;
import dev.jobglass.ui.common.Texts;
import java.util.function.Function;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

/** One thing about a change, with its exact time in a tooltip. */
final class ChangeCell extends TableCell<Change, Change> {
    private final Function<Change, String> text;
    private final boolean coloured;
    private final Times times;
    private final UiClock clock;
    private final Tooltip tip = new Tooltip();

    ChangeCell(Function<Change, String> text, boolean coloured, Times times, UiClock clock) {
        this.times = times;
        this.clock = clock;
        this.text = text;
        this.coloured = coloured;
        Texts.asWritten(this);
    }

    @Override
    protected void updateItem(Change change, boolean empty) {
        super.updateItem(change, empty);
        getStyleClass().removeIf(name -> name.startsWith("state-"));
        if (empty || change == null) {
            setText(null);
            setTooltip(null);
            return;
        }
        setText(text.apply(change));
        if (coloured) {
            getStyleClass().add(DisplayState.valueOf(change.state().name()).styleClass());
        }
        tip.setText(getText() + "\n" + times.exact(change.at(), clock.get()));
        setTooltip(tip);
    }
}
