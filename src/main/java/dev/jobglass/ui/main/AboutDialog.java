package dev.jobglass.ui.main;

import dev.jobglass.text.Messages;
import dev.jobglass.ui.common.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.TextArea;
import javafx.scene.image.ImageView;
import javafx.stage.Modality;
import javafx.stage.Stage;

/** Says which version this is and what is inside. */
final class AboutDialog {
    private static final double LOGO = 48;

    private AboutDialog() {
    }

    static void show(Stage owner) {
        Alert about = new Alert(AlertType.INFORMATION);
        about.initOwner(owner);
        about.initModality(Modality.NONE);
        about.setTitle(Messages.of("main.about.title"));
        about.setHeaderText(Messages.of("main.about.header", Messages.version()) + "\n"
                + Messages.of("main.about.java", Runtime.version().toString(),
                        System.getProperty("javafx.runtime.version")));
        if (!owner.getIcons().isEmpty()) {
            ImageView logo = new ImageView(owner.getIcons().getLast());
            logo.setFitWidth(LOGO);
            logo.setPreserveRatio(true);
            about.setGraphic(logo);
        }
        TextArea inside = new TextArea(thirdParties());
        inside.setId("thirdParties");
        inside.setEditable(false);
        Texts.wrap(inside);
        about.getDialogPane().setContent(inside);
        about.show();
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
