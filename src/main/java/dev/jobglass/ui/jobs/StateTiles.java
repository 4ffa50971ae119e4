package dev.jobglass.ui.jobs;

import dev.jobglass.model.DisplayState;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.text.Messages;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One tile a state: it counts, and pressed it filters. */
public final class StateTiles {
    private final Map<DisplayState, Label> numbers = new TreeMap<>();
    private final Set<DisplayState> pressed = EnumSet.noneOf(DisplayState.class);
    private final List<ToggleButton> tiles = new ArrayList<>();
    private final Workspace overview;

    public StateTiles(Pane parent, Workspace overview, Consumer<Set<DisplayState>> filter) {
        this.overview = overview;
        int place = 0;
        for (DisplayState state : new DisplayState[]{DisplayState.QUEUED, DisplayState.RUNNING, DisplayState.STALLED,
                DisplayState.FAILED, DisplayState.SUCCEEDED, DisplayState.CANCELLED}) {
            parent.getChildren().add(place++, tile(state, filter));
        }
        overview.revisionProperty().addListener((_, _, _) -> count());
        count();
    }

    private ToggleButton tile(DisplayState state, Consumer<Set<DisplayState>> filter) {
        Label number = new Label();
        number.getStyleClass().add("tile-number");
        numbers.put(state, number);
        Region dot = new Region();
        dot.getStyleClass().addAll("dot", state.styleClass());
        Label word = new Label(Messages.state(state));
        word.getStyleClass().add("subtle");
        HBox line = new HBox(dot, word);
        line.getStyleClass().add("dot-line");
        ToggleButton tile = new ToggleButton();
        tiles.add(tile);
        tile.setGraphic(new VBox(number, line));
        tile.setId(id(state));
        tile.getStyleClass().add("tile");
        tile.accessibleTextProperty().bind(number.textProperty().concat(" ").concat(word.getText()));
        tile.selectedProperty().addListener((_, _, on) -> {
            if (on) {
                pressed.add(state);
            } else {
                pressed.remove(state);
            }
            filter.accept(pressed);
        });
        return tile;
    }

    /** Releases all, so that they filter nothing. */
    public void clear() {
        tiles.forEach(tile -> tile.setSelected(false));
    }

    /** Releases one. */
    public void release(DisplayState state) {
        tiles.stream().filter(tile -> tile.getId().equals(id(state))).forEach(tile -> tile.setSelected(false));
    }

    private static String id(DisplayState state) {
        return "tile" + state.name().charAt(0) + state.name().substring(1).toLowerCase(Locale.ROOT);
    }

    private void count() {
        numbers.forEach((state, number) -> number.setText(Integer.toString(overview.count(state))));
    }
}
