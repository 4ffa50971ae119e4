package dev.jobglass.desktop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** A desktop's panel, as far as an icon can tell. */
final class FakePanel implements StatusNotifierWatcher, Properties {
    final List<String> registered = new CopyOnWriteArrayList<>();
    final List<String> signals = new CopyOnWriteArrayList<>();
    private final DBusConnection bus;
    private volatile boolean showsIcons = true;

    FakePanel(DBusConnection bus) throws DBusException {
        this.bus = bus;
        bus.exportObject(PATH, this);
        heed(StatusNotifierItem.NewIcon.class);
        heed(StatusNotifierItem.NewTitle.class);
        heed(StatusNotifierItem.NewToolTip.class);
        heed(StatusNotifierItem.NewStatus.class);
        heed(DbusMenu.LayoutUpdated.class);
        bus.requestBusName(NAME);
    }

    private void heed(Class<? extends DBusSignal> type) throws DBusException {
        bus.addSigHandler(type, signal -> signals.add(signal.getName()));
    }

    void showIcons(boolean does) throws DBusException {
        showsIcons = does;
        bus.sendMessage(does ? new StatusNotifierHostRegistered(PATH) : new StatusNotifierHostUnregistered(PATH));
    }

    void end() {
        bus.disconnect();
    }

    Map<String, Variant<?>> icon() throws DBusException {
        return item(StatusNotifierItem.PATH, Properties.class).GetAll(StatusNotifierItem.NAME);
    }

    void click() throws DBusException {
        item(StatusNotifierItem.PATH, StatusNotifierItem.class).activate(0, 0);
    }

    /** {@return what the menu's lines say, in their order} */
    List<String> menu() throws DBusException {
        return lines().stream().map(line -> text(line[1])).toList();
    }

    /** Clicks on the line that says so now. */
    void choose(String text) throws DBusException {
        choose(number(text));
    }

    void choose(int number) throws DBusException {
        item(DbusMenu.PATH, DbusMenu.class).event(number, "clicked", new Variant<>(0), new UInt32(0));
    }

    int number(String text) throws DBusException {
        return lines().stream().filter(line -> text(line[1]).equals(text)).map(line -> (Integer) line[0]).findFirst()
                .orElseThrow();
    }

    Map<String, Variant<?>> look(String text) throws DBusException {
        int number = number(text);
        return item(DbusMenu.PATH, DbusMenu.class).groupProperties(List.of(number), List.of()).getFirst().properties;
    }

    private List<Object[]> lines() throws DBusException {
        List<Object[]> lines = new ArrayList<>();
        for (Variant<?> child : item(DbusMenu.PATH, DbusMenu.class).layout(0, -1, List.of()).second.children) {
            lines.add((Object[]) child.getValue());
        }
        return lines;
    }

    private static String text(Object properties) {
        Map<?, ?> look = (Map<?, ?>) properties;
        Variant<?> label = (Variant<?>) look.get("label");
        return label == null ? "---" : (String) label.getValue();
    }

    private <T extends DBusInterface> T item(String path, Class<T> type) throws DBusException {
        return bus.getRemoteObject(registered.getLast(), path, type);
    }

    @Override
    public void registerItem(String service) {
        registered.add(service);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <A> A Get(String interfaceName, String name) {
        return (A) new Variant<>(showsIcons);
    }

    @Override
    public <A> void Set(String interfaceName, String name, A value) {
        throw new UnsupportedOperationException(name);
    }

    @Override
    public Map<String, Variant<?>> GetAll(String interfaceName) {
        return Map.of("IsStatusNotifierHostRegistered", new Variant<>(showsIcons));
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }
}
