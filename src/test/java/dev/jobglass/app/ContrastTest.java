package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.settings.Settings;
import dev.jobglass.settings.Theme;
import dev.jobglass.testing.Fx;
import dev.jobglass.ui.common.ThemeManager;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Text can be read in every theme: at least 4.5 to 1, as WCAG 2 wants it. */
class ContrastTest {
    private static final String[] TEXTS = {"-jg-text", "-jg-subtle", "-jg-red", "-jg-amber", "-jg-green", "-jg-blue",
            "-jg-grey"};
    private static final String[] GROUNDS = {"-color-bg-default", "-jg-card"};

    /** {@return a colour of the style sheets, laid over another where it is translucent} */
    private static Color colour(ThemeManager appearance, String name, Color below) {
        Label label = new Label("x");
        label.setStyle("-fx-text-fill: " + name);
        Scene scene = new Scene(new StackPane(label));
        scene.getStylesheets().setAll(appearance.stylesheets());
        label.applyCss();
        Color colour = (Color) label.getTextFill();
        return below.interpolate(Color.color(colour.getRed(), colour.getGreen(), colour.getBlue()),
                colour.getOpacity());
    }

    @ParameterizedTest
    @EnumSource(names = "SYSTEM", mode = EnumSource.Mode.EXCLUDE)
    void textIsReadable(Theme theme) throws Exception {
        List<String> unreadable = new ArrayList<>();
        Fx.run(() -> {
            ThemeManager appearance = new ThemeManager(theme, new Settings().look());
            Color page = colour(appearance, "-color-bg-default", Color.GRAY);
            for (String ground : GROUNDS) {
                for (String text : TEXTS) {
                    check(unreadable, appearance, text, colour(appearance, ground, page), ground);
                }
            }
            for (String ground : new String[]{"-color-accent-subtle", "-color-danger-subtle",
                    "-color-warning-subtle"}) {
                check(unreadable, appearance, "-jg-text", colour(appearance, ground, page), ground);
            }
            check(unreadable, appearance, "-color-fg-emphasis", colour(appearance, "-color-danger-emphasis", page),
                    "-color-danger-emphasis");
        });
        assertThat(unreadable).isEmpty();
    }

    private static void check(List<String> unreadable, ThemeManager appearance, String text, Color ground,
            String name) {
        double contrast = TextContrast.contrast(colour(appearance, text, ground), ground);
        if (contrast < 4.5) {
            unreadable.add("%s on %s: %.2f".formatted(text, name, contrast));
        }
    }

    @AfterEach
    void backToDark() throws Exception {
        Fx.run(() -> new ThemeManager(Theme.DARK, new Settings().look()));
    }
}
