package dev.jobglass.ui.common;

import dev.jobglass.text.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.fxml.FXMLLoader;

/** Loads what FXML describes, with the messages of the user's language. JavaFX thread only. */
public final class Views {
    private Views() {
    }

    /**
     * {@return the root of a view}
     *
     * @param fxml a file beside the controller's class
     * @param controller serves it
     * @param <T> the type of the root
     * @throws UncheckedIOException when the file is not there, or makes no sense
     */
    public static <T> T load(String fxml, Object controller) {
        FXMLLoader loader = new FXMLLoader(controller.getClass().getResource(fxml), Messages.bundle());
        loader.setController(controller);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
