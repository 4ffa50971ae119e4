package dev.jobglass.ui.jobs;

import dev.jobglass.model.DisplayState;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.text.Messages;
import dev.jobglass.ui.common.CollapsingBox;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javafx.collections.SetChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One tile a state: it counts, and pressed it filters. */
public final class TilesController {
    private static final List<DisplayState> SHOWN = List.of(DisplayState.QUEUED, DisplayState.RUNNING,
            DisplayState.STALLED, DisplayState.FAILED, DisplayState.SUCCEEDED, DisplayState.CANCELLED,
            DisplayState.UNKNOWN);

    /** When there is not room for all: the chart has gone by then. */
    private static final int WORD_STEP = 2;
    /** Then they have less room around their numbers. */
    private static final int ROOM_STEP = 3;
    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");

    private final Map<DisplayState, Label> numbers = new TreeMap<>();
    private final Map<DisplayState, ToggleButton> buttons = new TreeMap<>();
    private final Workspace workspace;
    private final FilterModel filter;

    @FXML
    private CollapsingBox tiles;

    /**
     * Serves the FXML of the tiles.
     *
     * @param workspace whose jobs are counted
     * @param filter takes the states of the pressed tiles
     */
    public TilesController(Workspace workspace, FilterModel filter) {
        this.workspace = workspace;
        this.filter = filter;
    }

    @FXML
    private void initialize() {
        for (DisplayState state : SHOWN) {
            buttons.put(state, tile(state));
        }
        tiles.step(ROOM_STEP).subscribe(tight -> tiles.pseudoClassStateChanged(TIGHT, tight));
        tiles.getChildren().addAll(0, SHOWN.stream().map(buttons::get).toList());
        filter.states().addListener((SetChangeListener<DisplayState>) _ -> showPressed());
        showPressed();
        workspace.revisionProperty().addListener((_, _, _) -> count());
        count();
    }

    private void showPressed() {
        buttons.forEach((state, tile) -> tile.setSelected(filter.states().contains(state)));
        showUnknown();
    }

    /** Most servers know no other states than we do. */
    private void showUnknown() {
        Node tile = buttons.get(DisplayState.UNKNOWN);
        tile.setVisible(workspace.count(DisplayState.UNKNOWN) > 0 || filter.states().contains(DisplayState.UNKNOWN));
        tile.setManaged(tile.isVisible());
    }

    private ToggleButton tile(DisplayState state) {
        Label number = new Label();
        number.getStyleClass().add("tile-number");
        number.setMinWidth(Region.USE_PREF_SIZE);
        numbers.put(state, number);
        Region dot = new Region();
        dot.getStyleClass().addAll("dot", state.styleClass());
        HBox sign = new HBox(new Label(Messages.glyph(state))); // without the word a dot is only a colour
        sign.getStyleClass().addAll("state", state.styleClass());
        Label word = new Label(Messages.state(state));
        word.getStyleClass().add("subtle");
        word.setMinWidth(Region.USE_PREF_SIZE);
        word.visibleProperty().bind(tiles.step(WORD_STEP).not());
        dot.visibleProperty().bind(word.visibleProperty());
        sign.visibleProperty().bind(word.visibleProperty().not());
        List.of(dot, sign, word).forEach(node -> node.managedProperty().bind(node.visibleProperty()));
        HBox line = new HBox(dot, sign, word);
        line.getStyleClass().add("dot-line");
        ToggleButton tile = new ToggleButton();
        tile.setGraphic(new VBox(number, line));
        tile.setId(id(state));
        tile.getStyleClass().add("tile");
        Tooltip name = new Tooltip(word.getText());
        tile.tooltipProperty().bind(tiles.step(WORD_STEP).map(gone -> gone ? name : null));
        tile.accessibleTextProperty().bind(number.textProperty().concat(" ").concat(word.getText()));
        tile.setOnAction(_ -> {
            if (tile.isSelected()) {
                filter.states().add(state);
            } else {
                filter.states().remove(state);
            }
        });
        return tile;
    }

    private static String id(DisplayState state) {
        return "tile" + state.name().charAt(0) + state.name().substring(1).toLowerCase(Locale.ROOT);
    }

    private void count() {
        numbers.forEach((state, number) -> number.setText(Messages.of("text.number", workspace.count(state))));
        showUnknown();
    }
}
