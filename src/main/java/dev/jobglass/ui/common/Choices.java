package dev.jobglass.ui.common;

import java.util.function.Function;
import javafx.util.StringConverter;

/** Names what a user can choose. */
public final class Choices {
    private Choices() {
    }

    /**
     * {@return what names the values of a box that nobody types in}
     *
     * @param name of a value, which may be null
     * @param <T> the values' type
     */
    public static <T> StringConverter<T> named(Function<T, String> name) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return name.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("nobody types here");
            }
        };
    }
}
