package dev.jobglass.desktop;

import java.util.List;
import java.util.concurrent.Executor;

/** An icon in the desktop's panel, with a menu. Any thread; nothing blocks. */
public interface StatusIcon extends AutoCloseable {
    /**
     * What it looks like and does.
     *
     * @param pictures the same in several sizes, of which the panel takes the one that fits
     * @param title of the program
     * @param text the state of things in a few words
     * @param urgent whether it wants to be seen, also by those who hide idle icons
     * @param clicked is run when the user clicks the icon
     * @param menu of the icon
     */
    record Content(List<Picture> pictures, String title, String text, boolean urgent, Runnable clicked,
            List<MenuEntry> menu) {
    }

    /**
     * A picture, line by line from its upper left.
     *
     * @param width in pixels
     * @param argb the pixels, with their opacity in the highest byte, and not multiplied by it
     */
    record Picture(int width, int[] argb) {
        int height() {
            return argb.length / width;
        }
    }

    /** A line of the menu. */
    sealed interface MenuEntry {
        /**
         * Does something.
         *
         * @param text its name
         * @param run does it
         */
        record Command(String text, Runnable run) implements MenuEntry {
        }

        /**
         * Is on or off.
         *
         * @param text its name
         * @param on which
         * @param toggle changes that
         */
        record Choice(String text, boolean on, Runnable toggle) implements MenuEntry {
        }

        /**
         * Says something only.
         *
         * @param text what
         */
        record Note(String text) implements MenuEntry {
        }

        /** A line between others. */
        record Separator() implements MenuEntry {
        }
    }

    /**
     * {@return that of a desktop}
     *
     * @param osName as in the system property {@code os.name}
     * @param bus by which Linux desktops are spoken to
     * @param callbacks runs what the user chooses
     * @param direction of the menu's text, {@code ltr} or {@code rtl}
     */
    static StatusIcon of(String osName, MessageBus bus, Executor callbacks, String direction) {
        return switch (OperatingSystem.of(osName)) {
            case WINDOWS, MAC -> new TrayStatusIcon(callbacks);
            case OTHER -> new BusStatusIcon(bus, callbacks, direction);
        };
    }

    /**
     * Shows something from now on.
     *
     * @param content what
     */
    void show(Content content);

    /** {@return whether there is a panel that shows it, as far as is known} */
    boolean shown();

    /** Takes it away. */
    @Override
    void close();
}
