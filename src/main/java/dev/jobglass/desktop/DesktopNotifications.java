package dev.jobglass.desktop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** Notifications of Linux desktops, with what the user can do about them at once. Any thread; nothing blocks. */
public final class DesktopNotifications {
    /** What a click on the notification itself is called. */
    private static final String CLICK = "default";
    private static final Set<String> MARKUP = Set.of("body-markup", "body-hyperlinks", "body-images");

    private final BusQueue queue;
    private final Executor callbacks;
    /** Those that are shown, by their numbers; of the queue's thread. */
    private final Map<UInt32, Message> shown = new HashMap<>();
    /** What the desktop can do, or null until it was asked; of the queue's thread. */
    private List<String> capabilities;

    /** How much a notification wants to be seen. */
    public enum Urgency {
        /** Whenever there is time. */
        LOW,
        /** As others. */
        NORMAL,
        /** Until it is taken note of. */
        CRITICAL
    }

    /**
     * What is shown.
     *
     * @param title in a few words
     * @param text the rest, plain
     * @param urgency how much it wants to be seen
     * @param clicked is run when the user clicks it
     * @param actions what else they can do
     */
    public record Message(String title, String text, Urgency urgency, Runnable clicked, List<Action> actions) {
    }

    /**
     * What the user can do.
     *
     * @param text its name
     * @param run does it
     */
    public record Action(String text, Runnable run) {
    }

    /**
     * Shows nothing yet.
     *
     * @param bus by which the desktop is spoken to
     * @param callbacks runs what the user chooses
     */
    public DesktopNotifications(MessageBus bus, Executor callbacks) {
        queue = new BusQueue(bus, "notifications");
        this.callbacks = callbacks;
    }

    /**
     * Shows a notification.
     *
     * @param message what
     * @param untold is run when the desktop shows none
     * @return takes it away again, if the desktop still shows it
     */
    public Runnable show(Message message, Runnable untold) {
        queue.run(bus -> {
            if (capabilities == null) {
                begin(bus);
            }
            shown.put(send(service(bus), message), message);
        }, () -> callbacks.execute(untold));
        return () -> queue.run(bus -> close(bus, message));
    }

    private void begin(DBusConnection bus) throws DBusException {
        capabilities = service(bus).capabilities();
        bus.addSigHandler(NotificationsService.ActionInvoked.class,
                chosen -> queue.run(_ -> run(shown.get(chosen.id()), chosen.key())));
        bus.addSigHandler(NotificationsService.NotificationClosed.class,
                closed -> queue.run(_ -> shown.remove(closed.id())));
    }

    private static NotificationsService service(DBusConnection bus) throws DBusException {
        return bus.getRemoteObject(NotificationsService.NAME, NotificationsService.PATH, NotificationsService.class);
    }

    private UInt32 send(NotificationsService service, Message message) {
        List<String> actions = new ArrayList<>(List.of(CLICK, ""));
        for (int i = 0; i < message.actions().size(); i++) {
            actions.addAll(List.of(Integer.toString(i), message.actions().get(i).text()));
        }
        return service.show("Jobglass", new UInt32(0), "jobglass", message.title(),
                readsMarkup() ? escaped(message.text()) : message.text(),
                capabilities.contains("actions") ? actions : List.of(),
                Map.of("urgency", new Variant<>((byte) message.urgency().ordinal()), "desktop-entry",
                        new Variant<>("jobglass")),
                -1);
    }

    /** Some know links or pictures, and read all markup, without saying so. */
    private boolean readsMarkup() {
        return capabilities.stream().anyMatch(MARKUP::contains);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The numbers are all programs': it may be another one's notification. */
    private void run(Message message, String key) {
        if (message != null && key.equals(CLICK)) {
            callbacks.execute(message.clicked());
        } else if (message != null) {
            for (int i = 0; i < message.actions().size(); i++) {
                if (key.equals(Integer.toString(i))) {
                    callbacks.execute(message.actions().get(i).run());
                }
            }
        }
    }

    private void close(DBusConnection bus, Message message) throws DBusException {
        for (Map.Entry<UInt32, Message> one : Map.copyOf(shown).entrySet()) {
            if (one.getValue() == message) {
                shown.remove(one.getKey());
                service(bus).close(one.getKey());
            }
        }
    }
}
