package dev.jobglass.ui.jobs;

import dev.jobglass.model.DisplayState;
import dev.jobglass.model.JobFilter;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Pane;

/** Shows what the filter and the tiles ask for; each chip takes its own part away. */
public final class FilterChips {
    private final Pane row;
    private final Consumer<String> words;
    private final Consumer<DisplayState> release;

    /**
     * Hides the row until there is something to show.
     *
     * @param words takes the filter's text without the part taken away
     * @param release takes the state no longer asked for
     */
    public FilterChips(Pane row, Consumer<String> words, Consumer<DisplayState> release) {
        this.row = row;
        this.words = words;
        this.release = release;
        row.managedProperty().bind(row.visibleProperty());
        row.setVisible(false);
    }

    public void show(JobFilter filter) {
        List<Node> chips = new ArrayList<>();
        filter.states().stream().sorted()
                .forEach(state -> chips.add(chip(Messages.state(state), () -> release.accept(state))));
        for (JobFilter.Term term : filter.terms()) {
            chips.add(chip(PlainText.line(term.text()), () -> words.accept(filter.terms().stream()
                    .filter(other -> other != term).map(JobFilter.Term::text).collect(Collectors.joining(" ")))));
        }
        row.getChildren().setAll(chips);
        row.setVisible(!filter.all());
    }

    private static Button chip(String text, Runnable takeAway) {
        Button chip = new Button(Messages.of("jobs.chip", text));
        chip.setAccessibleText(Messages.of("jobs.chip.tip", text));
        chip.setMnemonicParsing(false);
        chip.getStyleClass().add("chip");
        chip.setOnAction(_ -> takeAway.run());
        return chip;
    }
}
