package dev.jobglass;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.jobglass.settings.Theme;
import java.util.List;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.image.Image;
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

    /** {@return the program's icon in the sizes that windows and docks want} */
    List<Image> icons() {
        return ICON_SIZES.stream()
                .map(size -> getClass().getResource("icons/jobglass-" + size + ".png").toExternalForm())
                .map(Image::new).toList();
    }
}
