package dev.jobglass.ui.main;

import dev.jobglass.model.TextMatch;
import dev.jobglass.text.Messages;
import dev.jobglass.text.WordSearch;
import dev.jobglass.ui.common.Dialogs;
import dev.jobglass.ui.common.Later;
import dev.jobglass.ui.common.StyleClasses;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** All commands, found by a few letters of their names; also the sheet of keys. */
final class CommandPalette {
    private static final int PAGE = 10;

    private final ObservableList<Command> found;
    private final TextField search = new TextField();
    private final ListView<Command> list;
    /** What does nothing now, and why. */
    private final Map<Command, String> withheld;
    private final Dialog<Command> dialog = new Dialog<>();

    CommandPalette(List<Command> commands, Map<Command, String> withheld, Window owner) {
        this.withheld = withheld;
        found = FXCollections.observableArrayList(commands);
        list = new ListView<>(found);
        list.setId("commands");
        Label nothing = new Label(Messages.of("main.palette.nothing"));
        nothing.setId("noCommand");
        list.setPlaceholder(nothing);
        list.setCellFactory(_ -> new Cell());
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                choose();
                event.consume();
            }
        });
        search.setId("commandSearch");
        search.setPromptText(Messages.of("main.palette.prompt"));
        search.setAccessibleText(Messages.of("main.palette.prompt"));
        search.textProperty().addListener((_, _, text) -> {
            Stream<Command> some = commands.stream().filter(command -> matches(command, text))
                    .sorted(Comparator.comparing(command -> !beginsWord(command, text)));
            // Who looks for a command learns that there is one, and why it cannot be chosen.
            Stream<Command> others = text.isBlank()
                    ? Stream.empty()
                    : withheld.keySet().stream().filter(command -> matches(command, text));
            found.setAll(Stream.concat(some, others).toList());
            list.getSelectionModel().selectFirst();
        });
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox content = new VBox(search, list);
        content.getStyleClass().addAll("dialog-content", "palette");
        dialog.initOwner(owner);
        dialog.setTitle(Messages.of("main.palette.title"));
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane().getButtonTypes().add(Dialogs.close());
        Dialogs.fit(dialog);
        dialog.getDialogPane().addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        dialog.setResultConverter(_ -> null); // the button only closes
        list.getSelectionModel().selectFirst();
    }

    private static boolean matches(Command command, String text) {
        return WordSearch.hasAll(command.text() + " " + command.otherWords() + " " + command.keyText(), text);
    }

    private static boolean beginsWord(Command command, String text) {
        return (" " + TextMatch.folded(command.text())).contains(" " + TextMatch.folded(text).strip());
    }

    /** What is typed is meant for the search, also while JavaFX has not given that the focus yet. */
    private void typed(KeyEvent event) {
        String letters = event.getCharacter();
        boolean command = event.isShortcutDown() || event.isAltDown()
                || letters.chars().allMatch(Character::isISOControl);
        if (!search.isFocused() && !command && !letters.isBlank()) {
            search.requestFocus();
            search.appendText(letters);
            search.end();
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        int row = list.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case KeyCode.DOWN -> list.getSelectionModel().select(Math.min(found.size() - 1, row + 1));
            case KeyCode.UP -> list.getSelectionModel().select(Math.max(0, row - 1));
            case KeyCode.PAGE_DOWN -> list.getSelectionModel().select(Math.min(found.size() - 1, row + PAGE));
            case KeyCode.PAGE_UP -> list.getSelectionModel().select(Math.max(0, row - PAGE));
            case KeyCode.ENTER -> choose();
            default -> {
                return;
            }
        }
        list.scrollTo(list.getSelectionModel().getSelectedIndex());
        event.consume();
    }

    private void choose() {
        Command chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null && !withheld.containsKey(chosen)) {
            dialog.setResult(chosen); // closes it; closed once more, it would do what was chosen twice
        }
    }

    /** Shows it; what is chosen is done once it is closed, for that may open a window itself. */
    void show() {
        Later.focus(dialog, search);
        dialog.setOnHidden(_ -> {
            if (dialog.getResult() != null) {
                dialog.getResult().action().run();
            }
        });
        dialog.show();
    }

    /** Name and keys, or why it cannot be chosen. */
    private final class Cell extends ListCell<Command> {
        private final Label name = new Label();
        private final Label keys = new Label();
        private final HBox line;

        /** A click beside the cells, as on the scroll bar, chooses nothing. */
        Cell() {
            setOnMouseClicked(_ -> {
                if (!isEmpty()) {
                    choose();
                }
            });
            Region between = new Region();
            HBox.setHgrow(between, Priority.ALWAYS);
            keys.setMinWidth(Region.USE_PREF_SIZE);
            line = new HBox(name, between, keys);
            line.getStyleClass().add("command");
        }

        @Override
        protected void updateItem(Command command, boolean empty) {
            super.updateItem(command, empty);
            setGraphic(empty ? null : line);
            if (!empty) {
                name.setText(command.text());
                String reason = withheld.get(command);
                keys.setText(reason == null ? command.keyText() : reason);
                StyleClasses.set(name, reason == null ? new String[]{"label"} : new String[]{"label", "subtle"});
                StyleClasses.set(keys, reason == null
                        ? new String[]{"label", "subtle", "mono"}
                        : new String[]{"label", "subtle"});
                setAccessibleText(name.getText() + " " + keys.getText());
            }
        }
    }
}
