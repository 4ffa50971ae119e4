package dev.jobglass.ui.history;

import dev.jobglass.history.Change;
import dev.jobglass.model.DisplayState;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.text.Messages;
import dev.jobglass.text.Times;
import dev.jobglass.ui.common.Texts;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

/** One thing about a change, with its exact time in a tooltip. */
final class ChangeCell extends TableCell<Change, Change> {
    private final Function<Change, String> text;
    private final Label glyph;
    private final Times times;
    private final UiClock clock;
    private final Tooltip tip = new Tooltip();

    ChangeCell(Function<Change, String> text, boolean ofState, Times times, UiClock clock) {
        this.times = times;
        this.clock = clock;
        this.text = text;
        glyph = ofState ? new Label() : null;
        if (ofState) {
            glyph.getStyleClass().add("state-glyph");
        }
        Texts.asWritten(this);
    }

    /** {@return the job's state as it is shown} */
    static DisplayState state(Change change) {
        return change.kind() == Change.Kind.GONE ? DisplayState.GONE : DisplayState.valueOf(change.state().name());
    }

    @Override
    protected void updateItem(Change change, boolean empty) {
        super.updateItem(change, empty);
        getStyleClass().removeIf(name -> name.startsWith("state-"));
        if (empty || change == null) {
            setText(null);
            setGraphic(null);
            setTooltip(null);
            return;
        }
        setText(text.apply(change));
        if (glyph != null) {
            DisplayState state = state(change);
            getStyleClass().add(state.styleClass());
            glyph.setText(Messages.glyph(state));
            setGraphic(glyph);
        }
        tip.setText(getText() + "\n" + times.exact(change.at(), clock.get()));
        setTooltip(tip);
    }
}
