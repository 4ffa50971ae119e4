package dev.jobglass.ui.main;

import dev.jobglass.text.Messages;
import dev.jobglass.ui.common.Dialogs;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javafx.scene.control.TextArea;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.stage.Stage;

/** Says which version this is and what is inside. */
final class AboutDialog {
    private static final double LOGO = 48;

    private AboutDialog() {
    }

    static void show(Stage owner, Image logo) {
        TextArea inside = new TextArea(thirdParties());
        inside.setId("thirdParties");
        inside.setEditable(false);
        inside.setWrapText(true);
        Dialogs.alert(owner, logo(logo), Messages.of("main.about.title"),
                Messages.of("main.about.header", Messages.version()) + "\n"
                        + Messages.of("main.about.java", Runtime.version().toString(),
                                System.getProperty("javafx.runtime.version")),
                inside).show();
    }

    private static ImageView logo(Image icon) {
        ImageView logo = new ImageView(icon);
        logo.setFitWidth(LOGO);
        logo.setPreserveRatio(true);
        return logo;
    }

    /** Written by the build. */
    private static String thirdParties() {
        try (InputStream text = AboutDialog.class.getResourceAsStream("THIRD-PARTY.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
