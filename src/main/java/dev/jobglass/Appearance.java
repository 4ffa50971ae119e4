package dev.jobglass;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.jobglass.settings.Theme;
import java.util.List;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/** Colours, typefaces and icons. JavaFX thread only. */
final class Appearance {
    private static final List<String> FONTS = List.of("Roboto-Regular.ttf", "Roboto-Bold.ttf",
            "JetBrainsMono-Regular.ttf", "JetBrainsMono-Bold.ttf");
    private static final List<Integer> ICON_SIZES = List.of(16, 32, 48, 128, 256);

    private Theme theme;

    /** Loads the typefaces and puts the colours on. */
    Appearance(Theme theme) {
        FONTS.forEach(name -> Font.loadFont(getClass().getResource("fonts/" + name).toExternalForm(), 0));
        Platform.getPreferences().colorSchemeProperty().addListener((_, _, _) -> use(this.theme));
        use(theme);
    }

    /** Changes the colours of all windows, at once. */
    void use(Theme wanted) {
        theme = wanted;
        boolean dark = switch (wanted) {
            case DARK -> true;
            case LIGHT -> false;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
        Application.setUserAgentStylesheet((dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
    }

    Theme theme() {
        return theme;
    }

    /** {@return the style sheet that every window shares} */
    String stylesheet() {
        return getClass().getResource("jobglass.css").toExternalForm();
    }

    /** {@return the same icon with a number on it} */
    List<Image> icons(int number) {
        return number == 0 ? icons() : icons().stream().map(icon -> numbered(icon, number)).toList();
    }

    private Image numbered(Image icon, int number) {
        Label badge = new Label(number > 9 ? Texts.of("badge.many") : Integer.toString(number));
        badge.getStyleClass().add("icon-badge");
        StackPane pane = new StackPane(new ImageView(icon), badge);
        pane.getStyleClass().add("icon");
        pane.setStyle("-fx-font-size: " + icon.getWidth() + "px"); // all of the badge is measured in this
        StackPane.setAlignment(badge, Pos.BOTTOM_RIGHT);
        Scene scene = new Scene(pane, icon.getWidth(), icon.getHeight(), Color.TRANSPARENT);
        scene.getStylesheets().add(stylesheet());
        return scene.snapshot(null);
    }

    /** {@return the program's icon in the sizes that windows and docks want} */
    List<Image> icons() {
        return ICON_SIZES.stream()
                .map(size -> getClass().getResource("icons/jobglass-" + size + ".png").toExternalForm())
                .map(Image::new).toList();
    }
}
