package dev.jobglass.dashboard;

import dev.jobglass.settings.Density;
import dev.jobglass.settings.Grouping;
import dev.jobglass.settings.RowSettings;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/** One click each: by what the rows are grouped, and how high they are. */
final class RowBar {
    private final Map<Grouping, ToggleButton> groupings = new EnumMap<>(Grouping.class);
    private final ToggleButton compact = button("compactRows", "rows.compact");
    private final Consumer<RowSettings> choose;
    private RowSettings chosen;

    /** Fills the bar and tells {@code choose} at once, and then whenever a person chooses. */
    RowBar(HBox bar, RowSettings before, Consumer<RowSettings> choose) {
        this.choose = choose;
        for (Grouping grouping : new Grouping[]{Grouping.AGENT, Grouping.SESSION}) {
            ToggleButton button = button("groupBy" + grouping, "rows." + grouping);
            button.setOnAction(_ -> choose(chosen.with(button.isSelected() ? grouping : Grouping.NONE)));
            groupings.put(grouping, button);
            bar.getChildren().add(button);
        }
        compact.setOnAction(
                _ -> choose(chosen.with(compact.isSelected() ? Density.COMPACT : Density.COMFORTABLE)));
        bar.getChildren().add(compact);
        choose(before);
    }

    /** Groups by the next thing. */
    void nextGrouping() {
        Grouping[] all = Grouping.values();
        choose(chosen.with(all[(chosen.grouping().ordinal() + 1) % all.length]));
    }

    private void choose(RowSettings next) {
        chosen = next;
        groupings.forEach((grouping, button) -> button.setSelected(grouping == next.grouping()));
        compact.setSelected(next.density() == Density.COMPACT);
        choose.accept(next);
    }

    private static ToggleButton button(String id, String key) {
        ToggleButton button = new ToggleButton(Texts.of(key));
        button.setId(id);
        button.getStyleClass().add("quiet-toggle");
        return button;
    }
}
