package dev.jobglass.ui.common;

import java.util.List;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.PopupWindow.AnchorLocation;

/**
 * Offers below a text field how what is typed could go on, as a menu: that of ControlsFX reaches into what JavaFX keeps
 * to itself, and throws where modules are modules. JavaFX thread only.
 */
public final class Completion {
    private final TextField field;
    private final Function<String, List<Suggestion>> suggestions;
    private final ContextMenu menu = new ContextMenu();
    /** Whether an offer was chosen by keys: what JavaFX itself marks, nobody chose. */
    private boolean stepped;

    /**
     * One way to go on.
     *
     * @param whole all of the field's text then
     * @param shown the part of it that is new, as it is offered
     */
    public record Suggestion(String whole, String shown) {
    }

    private Completion(TextField field, Function<String, List<Suggestion>> suggestions) {
        this.field = field;
        this.suggestions = suggestions;
        menu.getStyleClass().add("completion");
        menu.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            stepped |= event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP;
            if (event.getCode() == KeyCode.ENTER && !stepped) {
                menu.hide();
                field.fireEvent(event.copyFor(field, field));
                event.consume();
            } else if (event.getCode() == KeyCode.SPACE && !stepped) {
                event.consume(); // the field gets the blank itself as what is typed
            }
        });
        menu.setOnShown(_ -> markNone());
    }

    /**
     * Offers from now on.
     *
     * @param field where a user types
     * @param suggestions gives what fits a text, the likeliest first
     */
    public static void offer(TextField field, Function<String, List<Suggestion>> suggestions) {
        Completion completion = new Completion(field, suggestions);
        field.textProperty().addListener((_, _, _) -> completion.suggest());
        field.focusedProperty().addListener(_ -> completion.menu.hide()); // offered again while one types
    }

    private void suggest() {
        List<Suggestion> fitting = field.isFocused() ? suggestions.apply(field.getText()) : List.of();
        stepped = false;
        menu.getItems().setAll(fitting.stream().map(this::item).toList());
        if (fitting.isEmpty()) {
            menu.hide();
        } else if (!menu.isShowing()) {
            show();
        }
        markNone();
    }

    /** Below where the text begins: by itself a menu would be below the left edge, also of texts that begin right. */
    private void show() {
        boolean rightToLeft = field.getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
        Bounds place = field.localToScreen(field.getLayoutBounds());
        menu.setAnchorLocation(rightToLeft ? AnchorLocation.CONTENT_TOP_RIGHT : AnchorLocation.CONTENT_TOP_LEFT);
        menu.show(field, rightToLeft ? place.getMaxX() : place.getMinX(), place.getMaxY());
    }

    /** JavaFX marks the first item of a menu that opens for the first time, or gets others while it is open. */
    private void markNone() {
        if (menu.isShowing()) {
            menu.getSkin().getNode().requestFocus();
        }
    }

    private MenuItem item(Suggestion suggestion) {
        MenuItem item = new MenuItem(suggestion.shown());
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> {
            field.setText(suggestion.whole());
            field.end();
            Platform.runLater(this::suggest); // it may go on; now the menu is about to close
        });
        return item;
    }
}
