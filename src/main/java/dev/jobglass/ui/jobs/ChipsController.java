package dev.jobglass.ui.jobs;

import dev.jobglass.model.JobFilter;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Pane;

/** Shows what the filter and the tiles ask for; each chip takes its own part away. */
public final class ChipsController {
    private final FilterModel model;
    private final Button save;

    @FXML
    private Pane chips;

    /**
     * Serves the FXML of the chips.
     *
     * @param model what is asked for
     * @param saveView asks under which name to save it
     */
    public ChipsController(FilterModel model, Runnable saveView) {
        this.model = model;
        save = new Button(Messages.of("jobs.chip.save"));
        save.setId("saveViewChip");
        save.getStyleClass().add("quiet-toggle");
        save.setOnAction(_ -> saveView.run());
    }

    @FXML
    private void initialize() {
        chips.managedProperty().bind(chips.visibleProperty());
        model.filterProperty().subscribe(this::show);
    }

    private void show(JobFilter filter) {
        List<Node> shown = new ArrayList<>();
        filter.states().stream().sorted()
                .forEach(state -> shown.add(chip(Messages.state(state), () -> model.states().remove(state))));
        for (JobFilter.Term term : filter.terms()) {
            Button chip = chip(PlainText.line(term.text()), () -> model.textProperty()
                    .set(filter.terms()
                            .stream()
                            .filter(other -> other != term)
                            .map(JobFilter.Term::text)
                            .collect(Collectors.joining(" "))));
            if (term.wrong() != null) {
                chip.getStyleClass().add("wrong"); // it asks for nothing there can be
            }
            shown.add(chip);
        }
        shown.add(save);
        chips.getChildren().setAll(shown);
        chips.setVisible(!filter.all());
    }

    private Button chip(String text, Runnable takeAway) {
        Button chip = new Button(Messages.of("jobs.chip", text));
        chip.setAccessibleText(Messages.of("jobs.chip.tip", text));
        chip.setMnemonicParsing(false);
        chip.getStyleClass().add("chip");
        chip.maxWidthProperty().bind(Bindings.createDoubleBinding(() -> chips.getWidth()
                - chips.getInsets().getLeft() - chips.getInsets().getRight(), chips.widthProperty(),
                chips.insetsProperty()));
        Texts.tooltipWhenCut(chip);
        Texts.inOneTypeface(chip);
        chip.setOnAction(_ -> takeAway.run());
        return chip;
    }
}
