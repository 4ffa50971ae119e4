package dev.jobglass.ui.common;

import dev.jobglass.settings.LookSettings;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/** A window that belongs to another: it looks like it, opens over it and closes by Esc. JavaFX thread only. */
public final class OwnedStage extends Stage {
    /** In pixels: about as much as desktops put around a window. */
    static final double TITLE_BAR = 32;

    /** An owner of this size at the usual size of text has room enough for what it opens to be of use. */
    private static final double SMALL_OWNER_WIDTH = 450;
    private static final double SMALL_OWNER_HEIGHT = 300;

    private static final KeyCombination SEARCH = KeyCombination.valueOf("Shortcut+F");

    private final LookSettings look;
    // Held here, since the owner may outlive this window and knows it only weakly.
    private final ListChangeListener<String> sheets;
    /** How large text was when it got its size, as a multiple of the usual size; 0 before. */
    private double scale;
    /** What the contents want at the usual size of text, all of them being measured in letters. */
    private double usualWidth;
    private double usualHeight;
    /** The greatest part of its owner it took when it opened. */
    private double most = 1;

    /**
     * Makes one that is not shown yet.
     *
     * @param owner whose style sheets and icons it wears
     * @param root what it shows
     * @param title of the window
     * @param look how large text is
     */
    public OwnedStage(Stage owner, Parent root, String title, LookSettings look) {
        this.look = look;
        Scene scene = new Scene(root);
        sheets = _ -> wearSheets();
        owner.getScene().getStylesheets().addListener(new WeakListChangeListener<>(sheets));
        scene.getStylesheets().setAll(owner.getScene().getStylesheets());
        // Lists and trees take the key though they have nothing to cancel; a field may have.
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (!(event.getTarget() instanceof TextInputControl)) {
                closeBy(event);
            }
        });
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::closeBy);
        KeyPlaces.understand(scene);
        new TextSizeKeys(look).understand(scene);
        setScene(scene);
        initOwner(owner);
        Bindings.bindContent(getIcons(), owner.getIcons());
        setTitle(title);
    }

    /**
     * Has the keys that look for something everywhere do it in this window, too.
     *
     * @param action gives the field for it the keyboard
     */
    public void onSearch(Runnable action) {
        getScene().getAccelerators().put(SEARCH, action);
    }

    /** Only while it is shown: what is hidden keeps lengths in letters of before. */
    private void wearSheets() {
        List<String> owners = getOwner().getScene().getStylesheets();
        if (isShowing() && !owners.equals(getScene().getStylesheets())) {
            getScene().getStylesheets().setAll(owners);
            keepUsable();
        }
    }

    /** A user makes it no smaller than it opens in a small window. */
    private void keepUsable() {
        double scale = look.textScale();
        setMinWidth(Math.min(usualWidth, SMALL_OWNER_WIDTH * most) * scale);
        setMinHeight(Math.min(usualHeight, SMALL_OWNER_HEIGHT * most) * scale);
    }

    private void closeBy(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            hide();
            event.consume();
        }
    }

    /**
     * Opens it over its owner, or brings it to the front: centred, and for the first time as large as its contents want
     * but no larger than a part of its owner; then as a user left it, unless text has another size since.
     *
     * @param most the greatest part of the owner's width and height, 0 to 1
     */
    public void open(double most) {
        if (!isShowing()) {
            this.most = most;
            if (scale != look.textScale()) {
                fit(most);
            }
            keepUsable();
            setX(getOwner().getX() + Math.max(0, (getOwner().getWidth() - getWidth()) / 2));
            setY(getOwner().getY() + Math.max(0, (getOwner().getHeight() - getHeight()) / 2));
            show();
            wearSheets();
        }
        toFront();
    }

    private void fit(double most) {
        if (scale == 0) { // later what is hidden does not always learn of other style sheets
            Parent root = getScene().getRoot();
            root.applyCss();
            usualWidth = root.prefWidth(-1) / look.textScale();
            usualHeight = root.prefHeight(-1) / look.textScale();
        }
        scale = look.textScale();
        setWidth(Math.min(usualWidth * scale, getOwner().getWidth() * most));
        setHeight(Math.min(usualHeight * scale + TITLE_BAR, getOwner().getHeight() * most));
    }
}
