package dev.jobglass.ui.jobs;

import dev.jobglass.monitor.MonitoredServer;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.settings.Density;
import dev.jobglass.settings.Grouping;
import dev.jobglass.settings.LookSettings;
import dev.jobglass.text.Messages;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

/** One click each: by what the rows are grouped, and how high they are. */
public final class ViewToolbar implements AutoCloseable {
    private final Map<Grouping, ToggleButton> groupings = new EnumMap<>(Grouping.class);
    private final ToggleButton compact = button("compactRows", "jobs.rows.compact");
    private final Workspace workspace;
    private final LookSettings look;
    private final Subscription subscription;

    /**
     * Fills the bar, and follows the settings.
     *
     * @param bar takes the buttons
     * @param workspace of the servers
     * @param look what is chosen
     */
    public ViewToolbar(HBox bar, Workspace workspace, LookSettings look) {
        this.workspace = workspace;
        this.look = look;
        for (Grouping grouping : new Grouping[]{Grouping.AGENT, Grouping.SESSION, Grouping.SERVER}) {
            ToggleButton button = button("groupBy" + grouping, "jobs.rows." + grouping);
            button.setOnAction(_ -> look.rows().groupingProperty().set(button.isSelected() ? grouping : Grouping.NONE));
            groupings.put(grouping, button);
            bar.getChildren().add(button);
        }
        workspace.servers().addListener((ListChangeListener<MonitoredServer>) _ -> show());
        compact.setOnAction(
                _ -> look.rows().densityProperty().set(compact.isSelected() ? Density.COMPACT : Density.COMFORTABLE));
        bar.getChildren().add(compact);
        subscription = look.rows().groupingProperty().subscribe(_ -> show())
                .and(look.rows().densityProperty().subscribe(_ -> show()));
    }

    /** Groups by the next thing. */
    public void nextGrouping() {
        List<Grouping> all = Stream.of(Grouping.values())
                .filter(grouping -> grouping != Grouping.SERVER || workspace.several())
                .toList();
        Grouping present = look.rows().groupingProperty().get();
        look.rows().groupingProperty().set(all.get((all.indexOf(present) + 1) % all.size()));
    }

    private void show() {
        Grouping present = look.rows().groupingProperty().get();
        groupings.forEach((grouping, button) -> button.setSelected(grouping == present));
        compact.setSelected(look.rows().densityProperty().get() == Density.COMPACT);
        boolean useful = workspace.several() || present == Grouping.SERVER;
        groupings.get(Grouping.SERVER).setVisible(useful);
        groupings.get(Grouping.SERVER).setManaged(useful);
    }

    private static ToggleButton button(String id, String key) {
        ToggleButton button = new ToggleButton(Messages.of(key));
        button.setId(id);
        button.getStyleClass().add("quiet-toggle");
        return button;
    }

    /** Follows the settings no more. */
    @Override
    public void close() {
        subscription.unsubscribe();
    }
}
