package dev.jobglass.ui.main;

import dev.jobglass.text.Messages;
import dev.jobglass.ui.common.Dialogs;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javafx.scene.control.Alert;
import javafx.scene.control.TextArea;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;

/** Says which version this is and what is inside. */
final class AboutDialog {
    private static final double LOGO = 48;

    private AboutDialog() {
    }

    static void show(Stage owner) {
        TextArea inside = new TextArea(thirdParties());
        inside.setId("thirdParties");
        inside.setEditable(false);
        inside.setWrapText(true);
        Alert about = Dialogs.alert(owner, null, Messages.of("main.about.title"),
                Messages.of("main.about.header", Messages.version()) + "\n"
                        + Messages.of("main.about.java", Runtime.version().toString(),
                                System.getProperty("javafx.runtime.version")),
                inside);
        if (!owner.getIcons().isEmpty()) {
            ImageView logo = new ImageView(owner.getIcons().getLast());
            logo.setFitWidth(LOGO);
            logo.setPreserveRatio(true);
            ((HBox) about.getDialogPane().getHeader()).getChildren().addFirst(logo);
        }
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
