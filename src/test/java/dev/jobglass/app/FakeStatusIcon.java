package dev.jobglass.app;

import dev.jobglass.desktop.StatusIcon;
import java.util.List;

/** A panel's icon that shows nothing, and remembers what it was to show. JavaFX thread only. */
final class FakeStatusIcon implements StatusIcon {
    /** Null before the first, and once it was taken away. */
    Content content;
    /** Whether there is a panel. */
    boolean panel = true;

    @Override
    public void show(Content next) {
        content = next;
    }

    @Override
    public boolean shown() {
        return panel && content != null;
    }

    @Override
    public void close() {
        content = null;
    }

    /** {@return what the menu's lines say} */
    List<String> menu() {
        return content.menu().stream().map(FakeStatusIcon::text).toList();
    }

    /** {@return a text without the marks of its direction} */
    static String plain(String text) {
        return text.replaceAll("[\\u200E\\u200F\\u2068\\u2069]", "");
    }

    private static String text(MenuEntry entry) {
        return plain(switch (entry) {
            case MenuEntry.Command command -> command.text();
            case MenuEntry.Choice choice -> (choice.on() ? "[x] " : "[ ] ") + choice.text();
            case MenuEntry.Note note -> "(" + note.text() + ")";
            case MenuEntry.Separator _ -> "---";
        });
    }

    /** Does what a line of the menu does. */
    void choose(String beginning) {
        MenuEntry entry = content.menu().stream().filter(one -> text(one).contains(beginning)).findFirst()
                .orElseThrow(() -> new AssertionError("not in " + menu()));
        switch (entry) {
            case MenuEntry.Command command -> command.run().run();
            case MenuEntry.Choice choice -> choice.toggle().run();
            default -> throw new AssertionError(entry);
        }
    }
}
