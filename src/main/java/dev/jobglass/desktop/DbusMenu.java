package dev.jobglass.desktop;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** What panels ask a menu that they show for a program; of the interface {@code com.canonical.dbusmenu}. */
@DBusInterfaceName(DbusMenu.NAME)
public interface DbusMenu extends DBusInterface {
    /** Of the interface. */
    String NAME = "com.canonical.dbusmenu";
    /** Where it is to be found. */
    String PATH = "/MenuBar";

    /** A line of the menu, with what is below it. */
    final class Item extends Struct {
        /** Its number. */
        @Position(0)
        public final int id;
        /** What it looks like, as far as that differs from the usual. */
        @Position(1)
        public final Map<String, Variant<?>> properties;
        /** Others of its kind. */
        @Position(2)
        public final List<Variant<?>> children;

        /**
         * Of a number.
         *
         * @param id its number
         * @param properties what it looks like
         * @param children what is below it
         */
        public Item(int id, Map<String, Variant<?>> properties, List<Variant<?>> children) {
            this.id = id;
            this.properties = properties;
            this.children = children;
        }
    }

    /** What a line looks like. */
    final class ItemProperties extends Struct {
        /** Its number. */
        @Position(0)
        public final int id;
        /** What it looks like. */
        @Position(1)
        public final Map<String, Variant<?>> properties;

        /**
         * Of a number.
         *
         * @param id its number
         * @param properties what it looks like
         */
        public ItemProperties(int id, Map<String, Variant<?>> properties) {
            this.id = id;
            this.properties = properties;
        }
    }

    /** Something the user did with a line. */
    final class ItemEvent extends Struct {
        /** Its number. */
        @Position(0)
        public final int id;
        /** What: {@code clicked}, {@code hovered}. */
        @Position(1)
        public final String event;
        /** Nothing that is of use. */
        @Position(2)
        public final Variant<?> data;
        /** When. */
        @Position(3)
        public final UInt32 time;

        /**
         * Made by the library.
         *
         * @param id the line's number
         * @param event what
         * @param data nothing of use
         * @param time when
         */
        public ItemEvent(int id, String event, Variant<?> data, UInt32 time) {
            this.id = id;
            this.event = event;
            this.data = data;
            this.time = time;
        }
    }

    /**
     * {@return the number of this state of the menu, and the lines below one}
     *
     * @param parent the line's number; 0 for the menu itself
     * @param depth how far down, or -1 for all
     * @param names which properties; empty for all
     */
    @DBusMemberName("GetLayout")
    Pair<UInt32, Item> layout(int parent, int depth, List<String> names);

    /**
     * {@return what some lines look like}
     *
     * @param ids their numbers; empty for all
     * @param names which properties; empty for all
     */
    @DBusMemberName("GetGroupProperties")
    List<ItemProperties> groupProperties(List<Integer> ids, List<String> names);

    /**
     * {@return a property of a line}
     *
     * @param id its number
     * @param name of the property
     */
    @DBusMemberName("GetProperty")
    Variant<?> property(int id, String name);

    /**
     * The user did something with a line.
     *
     * @param id its number
     * @param event what
     * @param data nothing of use
     * @param time when
     */
    @DBusMemberName("Event")
    void event(int id, String event, Variant<?> data, UInt32 time);

    /**
     * The user did several things.
     *
     * @param events what
     * @return the numbers of lines that are none
     */
    @DBusMemberName("EventGroup")
    List<Integer> eventGroup(List<ItemEvent> events);

    /**
     * What is below a line will be shown.
     *
     * @param id its number
     * @return whether the panel is to ask anew
     */
    @DBusMemberName("AboutToShow")
    boolean aboutToShow(int id);

    /**
     * What is below some lines will be shown.
     *
     * @param ids their numbers
     * @return of which the panel is to ask anew, and which are none
     */
    @DBusMemberName("AboutToShowGroup")
    Pair<List<Integer>, List<Integer>> aboutToShowGroup(List<Integer> ids);

    /** The menu has other lines. */
    final class LayoutUpdated extends DBusSignal {
        /**
         * Made here.
         *
         * @param path of the menu
         * @param revision the number of its state
         * @param parent below which line
         * @throws DBusException when the path is none
         */
        public LayoutUpdated(String path, UInt32 revision, int parent) throws DBusException {
            super(path, revision, parent);
        }
    }
}
