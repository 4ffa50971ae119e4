package dev.jobglass.ui.common;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Shortcuts by the place of a key where its letter is no Latin one: JavaFX then tells the letter but no code, so that
 * nothing would know Ctrl+K on a Cyrillic, Greek, Hebrew or Arabic keyboard. JavaFX thread only.
 */
public final class KeyPlaces {
    private static final String LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.";
    /** What lies in these places; a blank where it is no letter. */
    private static final List<String> OTHERS = List.of("йцукенгшщзхъфывапролджэячсмитьбю",
            "йцукенгшщзхїфівапролджєячсмитьбю", "  ερτυθιοπ  ασδφγηξκλ  ζχψωβνμ  ",
            "  קראטוןםפ  שדגכעיחלךף זסבהנמצתץ", "ضصثقفغعهخحجدشسيبلاتنمكطئءؤر ىةوز");
    private static final Map<Character, KeyCode> CODES = codes();

    private KeyPlaces() {
    }

    private static Map<Character, KeyCode> codes() {
        Map<Character, KeyCode> codes = new TreeMap<>();
        for (String letters : OTHERS) {
            for (int i = 0; i < LATIN.length(); i++) {
                if (letters.charAt(i) != ' ') {
                    codes.putIfAbsent(letters.charAt(i), code(LATIN.charAt(i)));
                }
            }
        }
        return Map.copyOf(codes);
    }

    private static KeyCode code(char latin) {
        return switch (latin) {
            case '[' -> KeyCode.OPEN_BRACKET;
            case ']' -> KeyCode.CLOSE_BRACKET;
            case ';' -> KeyCode.SEMICOLON;
            case '\'' -> KeyCode.QUOTE;
            case ',' -> KeyCode.COMMA;
            case '.' -> KeyCode.PERIOD;
            default -> KeyCode.valueOf(String.valueOf(Character.toUpperCase(latin)));
        };
    }

    /**
     * Has a scene understand such shortcuts.
     *
     * @param scene of any window
     */
    public static void understand(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            String letter = event.getText().toLowerCase(Locale.ROOT);
            KeyCode code = letter.length() == 1 ? CODES.get(letter.charAt(0)) : null;
            if (event.getCode() == KeyCode.UNDEFINED && event.isShortcutDown() && code != null) {
                event.consume();
                Event.fireEvent(event.getTarget(), new KeyEvent(KeyEvent.KEY_PRESSED, event.getCharacter(),
                        event.getText(), code, event.isShiftDown(), event.isControlDown(), event.isAltDown(),
                        event.isMetaDown()));
            }
        });
    }
}
