package dev.jobglass.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobglass.api.ServerAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/**
 * Everything a user chose, as one tree of observable values: whoever shows or uses one of them listens to it, so that a
 * change made anywhere is seen everywhere at once. Belongs to the JavaFX thread once the windows are open.
 */
public final class Settings extends SettingsGroup {
    /** In days. */
    public static final int LONGEST_HISTORY = 3_650;

    private final LookSettings look = new LookSettings();
    private final PollingSettings polling = new PollingSettings();
    private final NotificationSettings notifications = new NotificationSettings();
    private final DesktopSettings desktop = new DesktopSettings();
    private final ObjectProperty<Integer> historyDays = number("historyDays", 30, 1, LONGEST_HISTORY);
    private final ObjectProperty<Boolean> rememberRequests = flag("rememberRequests", true);
    private final ObjectProperty<Boolean> readOnlyChosen = flag("readOnly", false);
    private final BooleanProperty readOnlyForNow = new SimpleBooleanProperty(this, "readOnlyForNow");
    private final BooleanProperty keysApart = new SimpleBooleanProperty(this, "keysApart");
    private final ReadOnlyBooleanWrapper readOnly = new ReadOnlyBooleanWrapper(this, "readOnly");
    private final ObjectProperty<List<SavedView>> views = list("views", SavedView::read, SavedView::written,
            Settings::oneOfAName);
    private final ObjectProperty<List<WatchRule>> watchRules = list("watchRules", WatchRule::read,
            WatchRule::written, List::copyOf);
    private final ObservableList<ServerSettings> servers = FXCollections
            .observableArrayList(server -> new Observable[]{server.nameProperty()});

    /** What a new user starts with. */
    public Settings() {
        readOnly.bind(readOnlyForNow.or(Bindings.createBooleanBinding(readOnlyChosen::get, readOnlyChosen)));
    }

    /** {@return how the windows look} */
    public LookSettings look() {
        return look;
    }

    /** {@return how servers are asked} */
    public PollingSettings polling() {
        return polling;
    }

    /** {@return of what the user is notified} */
    public NotificationSettings notifications() {
        return notifications;
    }

    /** {@return how the program behaves beside its windows} */
    public DesktopSettings desktop() {
        return desktop;
    }

    /** {@return for how many days changes are remembered, at least 1} */
    public ObjectProperty<Integer> historyDaysProperty() {
        return historyDays;
    }

    /** {@return whether runs that the user asks for are remembered with what they were asked} */
    public ObjectProperty<Boolean> rememberRequestsProperty() {
        return rememberRequests;
    }

    /** {@return the views that were saved, in their order; no two of a name} */
    public ObjectProperty<List<SavedView>> viewsProperty() {
        return views;
    }

    /** {@return when the user wants to be told, in their order} */
    public ObjectProperty<List<WatchRule>> watchRulesProperty() {
        return watchRules;
    }

    private static List<SavedView> oneOfAName(List<SavedView> views) {
        List<SavedView> some = new ArrayList<>();
        views.stream().filter(view -> some.stream().noneMatch(other -> other.isNamed(view.name()))).forEach(some::add);
        return List.copyOf(some);
    }

    /** {@return whether nothing that changes a server is offered, from now on and at each start} */
    public ObjectProperty<Boolean> readOnlyChosenProperty() {
        return readOnlyChosen;
    }

    /** Offers nothing that changes a server until the program ends; of that nothing is kept. */
    public void beReadOnlyForNow() {
        readOnlyForNow.set(true);
    }

    /** {@return whether nothing that changes a server is offered, for whatever reason} */
    public ReadOnlyBooleanProperty readOnlyProperty() {
        return readOnly.getReadOnlyProperty();
    }

    /** {@return whether servers' keys are kept apart from the settings' file at present; not itself kept} */
    public BooleanProperty keysApartProperty() {
        return keysApart;
    }

    /** {@return what is kept about servers, in the order they came; observable for renaming too} */
    public ObservableList<ServerSettings> servers() {
        return servers;
    }

    /**
     * {@return what is kept about a server, if anything is}
     *
     * @param address the server's
     */
    public Optional<ServerSettings> known(ServerAddress address) {
        return servers.stream().filter(server -> server.address().equals(address)).findFirst();
    }

    /**
     * {@return what is kept about a server, which begins with nothing}
     *
     * @param address the server's
     */
    public ServerSettings server(ServerAddress address) {
        return known(address).orElseGet(() -> {
            ServerSettings fresh = new ServerSettings(address);
            servers.add(fresh);
            return fresh;
        });
    }

    /** {@return what a server is called, and its address besides when another is called so} */
    public String nameOf(ServerSettings server) {
        String name = server.calledName();
        boolean ambiguous = servers.stream().anyMatch(other -> other != server && other.calledName().equals(name));
        String address = server.address().toString();
        return !ambiguous ? name : server.nameProperty().get().isEmpty() ? address : name + " (" + address + ")";
    }

    /** Has any change anywhere in the tree known. */
    void onAnyChange(Runnable listener) {
        onChange(listener);
        look.onAnyChange(listener);
        polling.onChange(listener);
        notifications.onChange(listener);
        desktop.onChange(listener);
        servers.forEach(server -> server.onChange(listener));
        servers.addListener((ListChangeListener<ServerSettings>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(server -> server.onChange(listener));
            }
            listener.run();
        });
    }

    @Override
    void read(JsonNode file, Consumer<String> bad) {
        super.read(file, bad);
        look.read(file, bad);
        polling.read(file, bad);
        readServers(file.path("servers"), bad);
        notifications.read(withServers(file.path("notifications")), bad);
        desktop.read(file.path("desktop"), bad);
    }

    /** Earlier versions kept jobs by their bare ids, which then meant those of all servers. */
    private JsonNode withServers(JsonNode file) {
        if (!(file instanceof ObjectNode object)) {
            return file;
        }
        ObjectNode changed = object.deepCopy();
        for (String jobs : List.of("mutedJobs", "tellEnd")) {
            if (object.get(jobs) instanceof ArrayNode ids) {
                ArrayNode keys = changed.putArray(jobs);
                for (JsonNode id : ids) {
                    if (id.isTextual()) {
                        servers.forEach(server -> keys.addObject()
                                .put("server", server.address().toString())
                                .put("id", id.textValue()));
                    } else {
                        keys.add(id);
                    }
                }
            }
        }
        return changed;
    }

    private void readServers(JsonNode file, Consumer<String> bad) {
        List<ServerSettings> read = new ArrayList<>();
        if (!file.isMissingNode() && !file.isArray()) {
            bad.accept("servers");
        }
        for (JsonNode one : file) {
            try {
                ServerAddress address = ServerAddress.parse(one.path("url").asText(""));
                ServerSettings server = known(address).orElseGet(() -> new ServerSettings(address));
                server.read(one, bad);
                if (!read.contains(server)) {
                    read.add(server);
                }
            } catch (ServerAddress.Malformed _) {
                bad.accept("servers");
            }
        }
        if (!servers.equals(read)) {
            servers.setAll(read);
        }
    }

    /** {@return all of it as it stands in the file} */
    ObjectNode written() {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        ArrayNode known = file.putArray("servers");
        servers.stream().filter(server -> !server.blank()).forEach(server -> known.add(server.written()));
        look.write(file);
        polling.write(file);
        notifications.write(file.putObject("notifications"));
        desktop.write(file.putObject("desktop"));
        write(file);
        return file;
    }
}
