package dev.jobglass.desktop;

import dev.jobglass.desktop.StatusIcon.MenuEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** The menu of the status icon, as panels ask for it. Any thread: all is locked. */
final class IconMenu extends ReadOnlyProperties implements DbusMenu {
    private static final int VERSION = 3;
    private static final int ROOT = 0;
    /** The user may click what an older state of the menu had. */
    private static final int MOST_REMEMBERED = 200;

    private final Executor callbacks;
    private final String direction;
    /** By what a line says and how many before it say the same, such as separators: it keeps its number meanwhile. */
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Integer, Runnable> commands = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Runnable> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };
    /** What its lines look like, by their numbers. */
    private Map<Integer, Map<String, Variant<?>>> lines = new LinkedHashMap<>();
    private int revision = 1;
    private int lastNumber;

    /** Of which the text runs in a direction, {@code ltr} or {@code rtl}. */
    IconMenu(Executor callbacks, String direction) {
        this.callbacks = callbacks;
        this.direction = direction;
    }

    /** Takes other lines over: {@return whether they look otherwise} */
    synchronized boolean take(List<MenuEntry> entries) {
        Map<Integer, Map<String, Variant<?>>> next = new LinkedHashMap<>();
        Map<String, Integer> occurrences = new HashMap<>();
        for (MenuEntry entry : entries) {
            Map<String, Variant<?>> look = look(entry);
            String says = look.get("label") + " " + entry.getClass();
            int number = numbers.computeIfAbsent(says + " " + occurrences.merge(says, 1, Integer::sum),
                    _ -> ++lastNumber);
            next.put(number, look);
            command(entry, number);
        }
        numbers.values().retainAll(next.keySet());
        boolean changed = !List.copyOf(next.entrySet()).equals(List.copyOf(lines.entrySet())); // in this order
        if (changed) {
            lines = next;
            revision++;
        }
        return changed;
    }

    private static Map<String, Variant<?>> look(MenuEntry entry) {
        return switch (entry) {
            case MenuEntry.Command command -> Map.of("label", label(command.text()));
            case MenuEntry.Choice choice -> Map.of("label", label(choice.text()), "toggle-type",
                    new Variant<>("checkmark"), "toggle-state", new Variant<>(choice.on() ? 1 : 0));
            case MenuEntry.Note note -> Map.of("label", label(note.text()), "enabled", new Variant<>(false));
            case MenuEntry.Separator _ -> Map.of("type", new Variant<>("separator"));
        };
    }

    /** An underscore would mark the letter after it. */
    private static Variant<String> label(String text) {
        return new Variant<>(text.replace("_", "__"));
    }

    private void command(MenuEntry entry, int number) {
        Runnable run = switch (entry) {
            case MenuEntry.Command command -> command.run();
            case MenuEntry.Choice choice -> choice.toggle();
            case MenuEntry.Note _,MenuEntry.Separator _ -> null;
        };
        commands.remove(number); // so that it becomes the youngest
        if (run != null) {
            commands.put(number, run);
        }
    }

    synchronized UInt32 revision() {
        return new UInt32(revision);
    }

    @Override
    public synchronized Pair<UInt32, Item> layout(int parent, int depth, List<String> names) {
        List<Variant<?>> children = new ArrayList<>();
        if (parent == ROOT && depth != 0) {
            lines.forEach((id, look) -> children.add(new Variant<>(new Item(id, look, List.of()), "(ia{sv}av)")));
        }
        Map<String, Variant<?>> look = parent == ROOT
                ? Map.of("children-display", new Variant<>("submenu"))
                : lines.getOrDefault(parent, Map.of());
        return new Pair<>(revision(), new Item(parent, look, children));
    }

    @Override
    public synchronized List<ItemProperties> groupProperties(List<Integer> ids, List<String> names) {
        return lines.entrySet()
                .stream()
                .filter(line -> ids.isEmpty() || ids.contains(line.getKey()))
                .map(line -> new ItemProperties(line.getKey(), line.getValue()))
                .toList();
    }

    @Override
    public synchronized Variant<?> property(int id, String name) {
        return lines.getOrDefault(id, Map.of()).getOrDefault(name, new Variant<>(""));
    }

    @Override
    public void event(int id, String event, Variant<?> data, UInt32 time) {
        if (event.equals("clicked")) {
            Runnable run = command(id);
            if (run != null) {
                callbacks.execute(run);
            }
        }
    }

    private synchronized Runnable command(int id) {
        return commands.get(id);
    }

    @Override
    public List<Integer> eventGroup(List<ItemEvent> events) {
        events.forEach(one -> event(one.id, one.event, one.data, one.time));
        return List.of();
    }

    @Override
    public boolean aboutToShow(int id) {
        return false; // the panel was told of every change
    }

    @Override
    public Pair<List<Integer>, List<Integer>> aboutToShowGroup(List<Integer> ids) {
        return new Pair<>(List.of(), List.of());
    }

    @Override
    public Map<String, Variant<?>> GetAll(String interfaceName) {
        return Map.of("Version", new Variant<>(new UInt32(VERSION)), "TextDirection", new Variant<>(direction),
                "Status", new Variant<>("normal"), "IconThemePath", new Variant<>(new String[0]));
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }
}
