package dev.jobglass.ui.main;

import dev.jobglass.text.Messages;
import dev.jobglass.ui.common.LocalKeys;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.event.EventTarget;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * Something a user can have done by name or by keys.
 *
 * @param id names its text in the bundle
 * @param about what it is about, as part of its text; of most commands nothing
 * @param keys any of these does it; none for what is only found by name
 * @param where what has the keyboard when the keys do it
 * @param action does it
 */
record Command(String id, String about, List<KeyCombination> keys, Predicate<EventTarget> where, Runnable action) {
    /** {@return a command whose keys mean it everywhere} */
    static Command of(String id, Runnable action, String... keys) {
        return of(id, action, List.of(keys));
    }

    /** {@return the same} */
    static Command of(String id, Runnable action, List<String> keys) {
        return new Command(id, "", combinations(keys), _ -> true, action);
    }

    /** {@return a command whose keys mean something else in a text field} */
    static Command outsideText(String id, Runnable action, String... keys) {
        return new Command(id, "", combinations(List.of(keys)), target -> !(target instanceof TextInputControl),
                action);
    }

    /** {@return a command whose keys mean it neither in a text field nor in a list, whose rows they select or copy} */
    static Command outsideRows(String id, Runnable action, String... keys) {
        return new Command(id, "", combinations(List.of(keys)),
                target -> !(target instanceof TextInputControl || target instanceof ListView<?>), action);
    }

    /** {@return a command that there is for several things} */
    static Command about(String id, String what, Runnable action, String... keys) {
        return new Command(id, what, combinations(List.of(keys)), _ -> true, action);
    }

    private static List<KeyCombination> combinations(List<String> keys) {
        return keys.stream().map(LocalKeys::of).toList();
    }

    boolean meant(KeyEvent event) {
        return where.test(event.getTarget()) && keys.stream().anyMatch(combination -> combination.match(event));
    }

    /** {@return what it does, in words} */
    String text() {
        return Messages.of("main.command." + id, about);
    }

    /** {@return other words under which it may be looked for, possibly none} */
    String otherWords() {
        String key = "main.words." + id;
        return Messages.bundle().containsKey(key) ? Messages.of(key) : "";
    }

    /** {@return its first keys as they are written on this platform, or nothing} */
    String keyText() {
        return keys.stream().limit(1).map(KeyCombination::getDisplayText).collect(Collectors.joining());
    }
}
