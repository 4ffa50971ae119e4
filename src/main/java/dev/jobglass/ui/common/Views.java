package dev.jobglass.ui.common;

import dev.jobglass.text.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.fxml.FXMLLoader;

/** Loads what FXML describes, with the messages of the user's language. JavaFX thread only. */
public final class Views {
    private Views() {
    }

    /**
     * {@return the root of a view} What the file includes with {@code fx:include} names the class of its controller
     * with {@code fx:controller}, and is served by the nested controller of that class.
     *
     * @param fxml a file beside the controller's class
     * @param controller serves it
     * @param nested one for each file that is included, by that file or by another that is included; of one class each
     * @param <T> the type of the root
     * @throws UncheckedIOException when a file is not there, or makes no sense
     */
    public static <T> T load(String fxml, Object controller, Object... nested) {
        Map<Class<?>, Object> byClass = Stream.of(nested)
                .collect(Collectors.toMap(Object::getClass, Function.identity()));
        FXMLLoader loader = new FXMLLoader(controller.getClass().getResource(fxml), Messages.bundle());
        loader.setController(controller);
        loader.setControllerFactory(byClass::get);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
