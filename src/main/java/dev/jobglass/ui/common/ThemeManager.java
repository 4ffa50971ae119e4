package dev.jobglass.ui.common;

import static java.nio.charset.StandardCharsets.UTF_8;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.jobglass.settings.LookSettings;
import dev.jobglass.settings.Theme;
import dev.jobglass.text.Messages;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Colours, typefaces and icons. JavaFX thread only. */
public final class ThemeManager {
    /** The usual size of text in pixels, as the style sheet says. */
    public static final double TEXT_PIXELS = 14;
    private static final List<String> FONTS = List.of("Roboto-Regular.ttf", "Roboto-Bold.ttf", "Roboto-Italic.ttf",
            "JetBrainsMono-Regular.ttf", "JetBrainsMono-Bold.ttf");
    private static final List<Integer> ICON_SIZES = List.of(16, 32, 48, 128, 256);

    private final ObservableList<String> stylesheets = FXCollections.observableArrayList();
    private final List<Image> icons = ICON_SIZES.stream()
            .map(size -> getClass().getResource("icons/jobglass-" + size + ".png").toExternalForm()).map(Image::new)
            .toList();
    /** By their number, for a storm of failures counts through many. */
    private final Map<Integer, List<Image>> numbered = new HashMap<>();
    private final IconPainter painter = new IconPainter(stylesheet());
    private final ChangeListener<ColorScheme> systemsColours = (_, _, _) -> use(themeProperty().get());
    private final String oneTypeface = sheet(OneTypeface.css(rightToLeft()));
    private final LookSettings look;
    private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>(this, "theme", Theme.SYSTEM);

    /**
     * Loads the typefaces, puts the colours on, and follows the settings from then on.
     *
     * @param first the colours to begin with, or null for those of the settings
     * @param look what the user chose
     */
    public ThemeManager(Theme first, LookSettings look) {
        this.look = look;
        FONTS.forEach(name -> Font.loadFont(getClass().getResource("fonts/" + name).toExternalForm(), 0));
        // Not to be held by what is there as long as JavaFX is.
        Platform.getPreferences().colorSchemeProperty().addListener(new WeakChangeListener<>(systemsColours));
        use(first == null ? look.themeProperty().get() : first);
        look.themeProperty().addListener((_, _, chosen) -> use(chosen));
        look.textSizeProperty().addListener((_, _, _) -> putOn());
        if (rightToLeft()) {
            Window.getWindows().addListener((ListChangeListener<Window>) ThemeManager::mirror);
        }
    }

    private static boolean rightToLeft() {
        return Messages.of("common.direction").equals("rtl");
    }

    /** Every window that opens, dialogs too. */
    private static void mirror(ListChangeListener.Change<? extends Window> change) {
        while (change.next()) {
            change.getAddedSubList().stream().filter(Stage.class::isInstance).map(Window::getScene)
                    .forEach(scene -> scene.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT));
        }
    }

    /** Changes the colours of all windows, at once. */
    public void use(Theme wanted) {
        theme.set(wanted);
        String colours = (dark() ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet();
        if (!colours.equals(Application.getUserAgentStylesheet())) { // else all would be styled anew for nothing
            closeMenus();
            Application.setUserAgentStylesheet(colours);
        }
        putOn();
    }

    private boolean dark() {
        return switch (theme.get()) {
            case DARK, HIGH_CONTRAST -> true;
            case LIGHT -> false;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    private void putOn() {
        List<String> sheets = new ArrayList<>(List.of(stylesheet()));
        if (theme.get() == Theme.HIGH_CONTRAST) {
            sheets.add(getClass().getResource("high-contrast.css").toExternalForm());
        }
        if (!Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)) {
            sheets.add(getClass().getResource("opaque.css").toExternalForm());
        }
        sheets.add(oneTypeface);
        int textSize = look.textSizeProperty().get();
        if (textSize != LookSettings.USUAL_TEXT) {
            sheets.add(sheet(".root { -fx-font-size: " + TEXT_PIXELS * textSize / LookSettings.USUAL_TEXT + "px; }"));
        }
        if (!sheets.equals(stylesheets)) {
            closeMenus();
            stylesheets.setAll(sheets);
        }
    }

    /** An open one would look for the new colours in what still has the old ones. */
    private static void closeMenus() {
        List.copyOf(Window.getWindows()).stream().filter(ContextMenu.class::isInstance).forEach(Window::hide);
    }

    private static String sheet(String css) {
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(UTF_8));
    }

    /**
     * Keeps a choice of colours, and changes them.
     *
     * @param wanted by the user
     */
    public void choose(Theme wanted) {
        use(wanted); // also when the settings have it already, and this start of the program was to look otherwise
        look.themeProperty().set(wanted);
    }

    /** {@return the present choice of colours} */
    public ReadOnlyObjectProperty<Theme> themeProperty() {
        return theme.getReadOnlyProperty();
    }

    /** {@return the style sheets that every window wears, observable} */
    public ObservableList<String> stylesheets() {
        return stylesheets;
    }

    private static String stylesheet() {
        return ThemeManager.class.getResource("jobglass.css").toExternalForm();
    }

    /** {@return the same icon with a number on it} */
    public List<Image> icons(int number) {
        return numbered.computeIfAbsent(CountBadge.bounded(number),
                count -> count == 0 ? icons : icons.stream().map(icon -> numbered(icon, count)).toList());
    }

    private Image numbered(Image icon, int number) {
        Label badge = CountBadge.of(number, "icon-badge");
        StackPane pane = new StackPane(new ImageView(icon), badge);
        pane.getStyleClass().add("icon");
        StackPane.setAlignment(badge, Pos.BOTTOM_RIGHT);
        return inBytes(painter.paint(pane, icon.getWidth()));
    }

    /** JavaFX takes no other for a window's icon: the window had none then, without a word. */
    private static Image inBytes(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        WritableImage copy = new WritableImage(width, height);
        copy.getPixelWriter().setPixels(0, 0, width, height, image.getPixelReader(), 0, 0);
        return copy;
    }

    /** {@return the program's icon in the sizes that windows and docks want} */
    public List<Image> icons() {
        return icons;
    }
}
