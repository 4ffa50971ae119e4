package dev.jobglass.ui.common;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/** A window that belongs to another: it looks like it, opens over it and closes by Esc. JavaFX thread only. */
public final class OwnedStage extends Stage {
    /** In pixels: about as much as desktops put around a window. */
    static final double TITLE_BAR = 32;

    /** Whether it has the size that its contents want with the present style sheets, or that a user gave it. */
    private boolean sized;

    /**
     * Makes one that is not shown yet.
     *
     * @param owner whose style sheets and icons it wears
     * @param root what it shows
     * @param title of the window
     */
    public OwnedStage(Stage owner, Parent root, String title) {
        Scene scene = new Scene(root);
        Bindings.bindContent(scene.getStylesheets(), owner.getScene().getStylesheets());
        // Lists and trees take the key though they have nothing to cancel; a field may have.
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (!(event.getTarget() instanceof TextInputControl)) {
                closeBy(event);
            }
        });
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::closeBy);
        KeyPlaces.understand(scene);
        scene.getStylesheets().addListener((ListChangeListener<String>) _ -> sized = false); // text may be larger
        setScene(scene);
        initOwner(owner);
        getIcons().setAll(owner.getIcons());
        setTitle(title);
    }

    private void closeBy(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            hide();
            event.consume();
        }
    }

    /**
     * Opens it over its owner, or brings it to the front: centred, and for the first time as large as its contents want
     * but no larger than a part of its owner; then as a user left it, unless text or colours have changed since.
     *
     * @param most the greatest part of the owner's width and height, 0 to 1
     */
    public void open(double most) {
        if (!isShowing()) {
            if (!sized) {
                sized = true;
                Parent root = getScene().getRoot();
                root.applyCss();
                setWidth(Math.min(root.prefWidth(-1), getOwner().getWidth() * most));
                setHeight(Math.min(root.prefHeight(-1) + TITLE_BAR, getOwner().getHeight() * most));
            }
            setX(getOwner().getX() + Math.max(0, (getOwner().getWidth() - getWidth()) / 2));
            setY(getOwner().getY() + Math.max(0, (getOwner().getHeight() - getHeight()) / 2));
            show();
        }
        toFront();
    }
}
