package dev.jobglass.desktop;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** A desktop that shows notifications. */
public final class FakeNotifications implements NotificationsService {
    public final List<Shown> shown = new CopyOnWriteArrayList<>();
    public final List<UInt32> closed = new CopyOnWriteArrayList<>();
    private final DBusConnection bus;
    private final List<String> capabilities;

    public record Shown(String summary, String body, List<String> actions, byte urgency) {
    }

    public FakeNotifications(DBusConnection bus, String... capabilities) throws DBusException {
        this.bus = bus;
        this.capabilities = List.of(capabilities);
        bus.exportObject(PATH, this);
        bus.requestBusName(NAME);
    }

    public void choose(int id, String key) throws DBusException {
        bus.sendMessage(new ActionInvoked(PATH, new UInt32(id), key));
    }

    public void closeByUser(int id) throws DBusException {
        bus.sendMessage(new NotificationClosed(PATH, new UInt32(id), new UInt32(2)));
    }

    @Override
    public List<String> capabilities() {
        return capabilities;
    }

    @Override
    public UInt32 show(String program, UInt32 replaced, String icon, String summary, String body,
            List<String> actions, Map<String, Variant<?>> hints, int milliseconds) {
        shown.add(new Shown(summary, body, actions, (Byte) hints.get("urgency").getValue()));
        return new UInt32(shown.size());
    }

    @Override
    public void close(UInt32 id) {
        closed.add(id);
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }
}
