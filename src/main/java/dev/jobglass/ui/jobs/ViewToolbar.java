package dev.jobglass.ui.jobs;

import dev.jobglass.monitor.MonitoredServer;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.settings.Density;
import dev.jobglass.settings.Grouping;
import dev.jobglass.settings.RowSettings;
import dev.jobglass.text.Messages;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/** One click each: by what the rows are grouped, and how high they are. */
public final class ViewToolbar {
    private final Map<Grouping, ToggleButton> groupings = new EnumMap<>(Grouping.class);
    private final ToggleButton compact = button("compactRows", "jobs.rows.compact");
    private final Consumer<RowSettings> choose;
    private final Workspace overview;
    private RowSettings chosen;

    /** Fills the bar and tells {@code choose} at once, and then whenever a person chooses. */
    public ViewToolbar(HBox bar, RowSettings before, Workspace overview, Consumer<RowSettings> choose) {
        this.choose = choose;
        this.overview = overview;
        for (Grouping grouping : new Grouping[]{Grouping.AGENT, Grouping.SESSION, Grouping.SERVER}) {
            ToggleButton button = button("groupBy" + grouping, "jobs.rows." + grouping);
            button.setOnAction(_ -> choose(chosen.with(button.isSelected() ? grouping : Grouping.NONE)));
            groupings.put(grouping, button);
            bar.getChildren().add(button);
        }
        overview.servers().addListener((ListChangeListener<MonitoredServer>) _ -> showServerButton());
        compact.setOnAction(
                _ -> choose(chosen.with(compact.isSelected() ? Density.COMPACT : Density.COMFORTABLE)));
        bar.getChildren().add(compact);
        choose(before);
    }

    /** Groups by the next thing. */
    public void nextGrouping() {
        List<Grouping> all = Stream.of(Grouping.values())
                .filter(grouping -> grouping != Grouping.SERVER || overview.several()).toList();
        choose(chosen.with(all.get((all.indexOf(chosen.grouping()) + 1) % all.size())));
    }

    private void showServerButton() {
        boolean useful = overview.several() || chosen != null && chosen.grouping() == Grouping.SERVER;
        groupings.get(Grouping.SERVER).setVisible(useful);
        groupings.get(Grouping.SERVER).setManaged(useful);
    }

    /** Shows rows as chosen elsewhere. */
    public void show(RowSettings next) {
        if (!next.equals(chosen)) {
            choose(next);
        }
    }

    private void choose(RowSettings next) {
        chosen = next;
        groupings.forEach((grouping, button) -> button.setSelected(grouping == next.grouping()));
        showServerButton();
        compact.setSelected(next.density() == Density.COMPACT);
        choose.accept(next);
    }

    private static ToggleButton button(String id, String key) {
        ToggleButton button = new ToggleButton(Messages.of(key));
        button.setId(id);
        button.getStyleClass().add("quiet-toggle");
        return button;
    }
}
