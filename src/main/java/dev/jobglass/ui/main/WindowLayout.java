package dev.jobglass.ui.main;

import dev.jobglass.settings.LookSettings;
import dev.jobglass.settings.WindowSettings;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Remembers where the window was. JavaFX thread only. */
final class WindowLayout {
    /** In pixels. */
    static final double WIDTH = 1280;
    /** In pixels. */
    static final double HEIGHT = 800;
    private static final double LEAST_WIDTH = 900;
    private static final double LEAST_HEIGHT = 480;
    /** So that the title of the window below is seen. */
    private static final double ASIDE = 40;

    private final Stage stage;
    private final LookSettings look;
    private boolean remembering;

    WindowLayout(Stage stage, LookSettings look) {
        this.stage = stage;
        this.look = look;
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
    }

    /**
     * Puts the window where it was, unless no screen is there any more; never larger than its screen.
     *
     * @param another whether there may be another window, which this one is not to hide
     */
    void restore(boolean another) {
        WindowSettings was = look.windowProperty().get();
        List<Screen> screens = was == null
                ? List.of()
                : Screen.getScreensForRectangle(was.x(), was.y(), was.width(), was.height());
        boolean there = !screens.isEmpty();
        Rectangle2D room = screens.stream().map(Screen::getVisualBounds).reduce(WindowLayout::around)
                .orElse(Screen.getPrimary().getVisualBounds());
        stage.setMinWidth(Math.min(LEAST_WIDTH, room.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, room.getHeight()));
        stage.setWidth(Math.clamp(there ? was.width() : WIDTH, stage.getMinWidth(), room.getWidth()));
        stage.setHeight(Math.clamp(there ? was.height() : HEIGHT, stage.getMinHeight(), room.getHeight()));
        if (there) {
            double aside = another ? ASIDE : 0;
            stage.setX(aside(was.x(), aside, room.getMinX(), room.getMaxX() - stage.getWidth()));
            stage.setY(aside(was.y(), aside, room.getMinY(), room.getMaxY() - stage.getHeight()));
            stage.setMaximized(was.maximized());
        }
    }

    /** {@return a place to the right or below or, where there is no room, the other way} */
    private static double aside(double place, double by, double least, double most) {
        return Math.clamp(place + by <= most ? place + by : place - by, least, most);
    }

    private static Rectangle2D around(Rectangle2D one, Rectangle2D other) {
        double x = Math.min(one.getMinX(), other.getMinX());
        double y = Math.min(one.getMinY(), other.getMinY());
        return new Rectangle2D(x, y, Math.max(one.getMaxX(), other.getMaxX()) - x,
                Math.max(one.getMaxY(), other.getMaxY()) - y);
    }

    /** Writes down every change from now on. */
    void remember() {
        remembering = true;
        ChangeListener<Object> change = (_, _, _) -> writePlace();
        List.of(stage.xProperty(), stage.yProperty(), stage.widthProperty(), stage.heightProperty())
                .forEach(property -> property.addListener(change));
        stage.maximizedProperty().addListener(change);
    }

    private void writePlace() {
        if (!remembering || !stage.isShowing() || stage.isIconified() || stage.isFullScreen()) {
            return;
        }
        WindowSettings earlier = look.windowProperty().get();
        // While it fills the screen, the place to return to is the one from before.
        WindowSettings place = stage.isMaximized() && earlier != null
                ? new WindowSettings(earlier.x(), earlier.y(), earlier.width(), earlier.height(), true)
                : new WindowSettings(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(),
                        stage.isMaximized());
        look.windowProperty().set(place);
    }
}
