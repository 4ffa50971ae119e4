package dev.jobglass.desktop;

import java.util.concurrent.Executor;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.interfaces.Properties;

/**
 * The status icon of Linux desktops: a StatusNotifierItem with a menu by {@code com.canonical.dbusmenu}. It comes and
 * goes with the panel. What the user does with it is run by an executor.
 */
final class BusStatusIcon implements StatusIcon {
    private final MessageBus bus;
    private final BusQueue queue;
    private final Executor callbacks;
    private final String name = "org.kde.StatusNotifierItem-" + ProcessHandle.current().pid() + "-1";
    private final IconMenu menu;
    /** Those of the queue's thread: null until there is something to show, and when it was taken away. */
    private IconItem item;
    /** Of the queue's thread: whether the panel's coming and going is heeded. */
    private boolean heeding;
    private volatile boolean shown;

    /**
     * Shows nothing yet.
     *
     * @param bus by which panels are spoken to
     * @param callbacks runs what the user chooses
     * @param direction of the menu's text, {@code ltr} or {@code rtl}
     */
    BusStatusIcon(MessageBus bus, Executor callbacks, String direction) {
        this.bus = bus;
        this.callbacks = callbacks;
        queue = new BusQueue(bus, "status-icon");
        menu = new IconMenu(callbacks, direction);
    }

    @Override
    public void show(Content content) {
        queue.run(bus -> {
            if (item == null) {
                begin(bus, content);
            } else {
                change(bus, content);
            }
        });
    }

    private void begin(DBusConnection bus, Content content) throws DBusException {
        item = new IconItem(content, callbacks);
        menu.take(content.menu());
        bus.exportObject(StatusNotifierItem.PATH, item);
        bus.exportObject(DbusMenu.PATH, menu);
        bus.requestBusName(name);
        if (!heeding) {
            heeding = true;
            heed(bus);
        }
        register(bus);
    }

    private void heed(DBusConnection bus) throws DBusException {
        bus.addSigHandler(DBus.NameOwnerChanged.class, changed -> {
            if (changed.name.equals(StatusNotifierWatcher.NAME)) {
                shown = false;
                queue.run(this::register, () -> shown = false);
            }
        });
        bus.addSigHandler(StatusNotifierWatcher.StatusNotifierHostRegistered.class, _ -> queue.run(this::look));
        bus.addSigHandler(StatusNotifierWatcher.StatusNotifierHostUnregistered.class, _ -> queue.run(this::look));
    }

    private void register(DBusConnection bus) throws DBusException {
        if (item != null) {
            bus.getRemoteObject(StatusNotifierWatcher.NAME, StatusNotifierWatcher.PATH, StatusNotifierWatcher.class)
                    .registerItem(name);
            look(bus);
        }
    }

    /** Whether anybody shows what the watcher knows. */
    private void look(DBusConnection bus) throws DBusException {
        Properties watcher = bus.getRemoteObject(StatusNotifierWatcher.NAME, StatusNotifierWatcher.PATH,
                Properties.class);
        shown = Boolean.TRUE.equals(watcher.Get(StatusNotifierWatcher.NAME, "IsStatusNotifierHostRegistered"));
    }

    private void change(DBusConnection bus, Content content) throws DBusException {
        Content before = item.take(content);
        if (!before.pictures().equals(content.pictures())) {
            bus.sendMessage(new StatusNotifierItem.NewIcon(StatusNotifierItem.PATH));
            // Of an icon that wants to be seen the panel has a picture of its own.
            bus.sendMessage(new StatusNotifierItem.NewAttentionIcon(StatusNotifierItem.PATH));
        }
        if (!before.title().equals(content.title())) {
            bus.sendMessage(new StatusNotifierItem.NewTitle(StatusNotifierItem.PATH));
        }
        if (!before.text().equals(content.text())) {
            bus.sendMessage(new StatusNotifierItem.NewToolTip(StatusNotifierItem.PATH));
        }
        if (before.urgent() != content.urgent()) {
            bus.sendMessage(new StatusNotifierItem.NewStatus(StatusNotifierItem.PATH, IconItem.status(content)));
        }
        if (menu.take(content.menu())) {
            bus.sendMessage(new DbusMenu.LayoutUpdated(DbusMenu.PATH, menu.revision(), 0));
        }
    }

    @Override
    public boolean shown() {
        return shown && bus.connected();
    }

    @Override
    public void close() {
        shown = false;
        queue.run(bus -> {
            if (item != null) {
                item = null;
                bus.releaseBusName(name); // by which panels know that it is gone
                bus.unExportObject(StatusNotifierItem.PATH);
                bus.unExportObject(DbusMenu.PATH);
            }
        });
    }
}
