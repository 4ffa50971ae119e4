package dev.jobglass.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobglass.api.ServerAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Views and settings as a file that two people can pass on: without keys, and without what is only of this computer,
 * such as jobs and the place of the window. JavaFX thread only.
 */
public final class SharedSettings {
    /** What a file begins with, so that no other is taken for one. */
    private static final String MARK = "jobglassSettings";
    private static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final List<String> OF_SERVERS = List.of("url", "name");
    private static final List<String> NOT_SHARED = List.of("servers", "window", "columns", "scrolledColumns",
            "miniWindow", "detailsWidth", "desktop", "readOnly"); // who reads only is not to be talked out of it
    private static final List<String> NOT_SHARED_OF_ROWS = List.of("selection", "collapsedGroups", "filter", "states");
    private static final List<String> NOT_SHARED_OF_NOTIFICATIONS = List.of("mutedJobs", "tellEnd",
            "quietUntil", "ruleCommand", "ruleWebhook", "ruleSecret"); // nobody else says what is run here

    private final Settings settings;

    /**
     * What came with a file.
     *
     * @param views names of the views, all of which are there now
     * @param servers addresses of servers that were not known before; they are not watched yet
     * @param rules how many rules were added to those that there were
     * @param bad names of values that make no sense, which are left as they were
     */
    public record Taken(List<String> views, List<String> servers, int rules, Set<String> bad) {
    }

    /**
     * Reads and writes nothing yet.
     *
     * @param settings what to share
     */
    public SharedSettings(Settings settings) {
        this.settings = settings;
    }

    /** {@return the file's text} */
    public String written() {
        ObjectNode all = settings.written();
        ObjectNode file = JSON.createObjectNode().put(MARK, VERSION);
        ArrayNode servers = file.putArray("servers");
        all.path("servers").forEach(server -> servers.add(((ObjectNode) server).retain(OF_SERVERS)));
        all.remove(NOT_SHARED);
        ((ObjectNode) all.path("rows")).remove(NOT_SHARED_OF_ROWS);
        ((ObjectNode) all.path("notifications")).remove(NOT_SHARED_OF_NOTIFICATIONS);
        file.setAll(all);
        try {
            return JSON.writeValueAsString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Makes sure that a text is of a file of settings.
     *
     * @param text any
     * @throws IOException when it is none
     */
    public static void check(String text) throws IOException {
        read(text);
    }

    private static ObjectNode read(String text) throws IOException {
        if (JSON.readTree(text) instanceof ObjectNode object && object.path(MARK).isInt()) {
            return object;
        }
        throw new IOException("not a file of settings");
    }

    /**
     * Takes over what a file says: views beside those that are there, or in the place of one of the same name; servers
     * that are not known; rules that are not there; of all else what the file has.
     *
     * @param text of the file
     * @param all whether all settings are taken over, not only views and servers
     * @return what came with it
     * @throws IOException when it is none of these files; nothing is changed then
     */
    public Taken take(String text, boolean all) throws IOException {
        ObjectNode object = read(text);
        Set<String> bad = new LinkedHashSet<>();
        ObjectNode merged = settings.written();
        List<String> servers = takeServers(merged, object.path("servers"), bad);
        for (String list : List.of("servers", "views", "watchRules")) {
            if (object.has(list) && !object.path(list).isArray()) {
                bad.add(list);
            }
        }
        List<String> views = takeViews(merged, object.path("views"), bad);
        object.remove("views");
        List<WatchRule> theirRules = rules(object.remove("watchRules"), bad);
        object.remove(NOT_SHARED);
        new Settings().read(object, bad::add); // tells what makes no sense, which would else become the default
        for (JsonNode group : List.of(object, object.path("rows"), object.path("notifications"))) {
            if (group instanceof ObjectNode values) {
                values.remove(bad);
            }
        }
        int rules = 0;
        if (all) {
            rules = takeRules(merged, theirRules);
            takeGroup(merged, object, "rows", NOT_SHARED_OF_ROWS);
            takeGroup(merged, object, "notifications", NOT_SHARED_OF_NOTIFICATIONS);
            object.remove(List.of(MARK, "servers"));
            merged.setAll(object);
        }
        settings.read(merged, _ -> {
            // It is left out.
        });
        return new Taken(views, servers, rules, bad);
    }

    private static void takeGroup(ObjectNode merged, ObjectNode file, String group, List<String> left) {
        JsonNode theirs = file.remove(group);
        if (theirs instanceof ObjectNode object && merged.path(group) instanceof ObjectNode ours) {
            ours.setAll(object.remove(left));
        }
    }

    private static List<WatchRule> rules(JsonNode file, Set<String> bad) {
        List<WatchRule> rules = new ArrayList<>();
        for (JsonNode one : file == null ? List.<JsonNode>of() : file) {
            WatchRule rule = WatchRule.read(one);
            if (rule == null) {
                bad.add("watchRules");
            } else {
                rules.add(rule);
            }
        }
        return rules;
    }

    private static int takeRules(ObjectNode merged, List<WatchRule> theirs) {
        ArrayNode ours = merged.withArray("watchRules");
        int before = ours.size();
        Set<JsonNode> known = new HashSet<>();
        ours.forEach(known::add);
        theirs.stream().map(WatchRule::written).filter(known::add).forEach(ours::add);
        return ours.size() - before;
    }

    private static List<String> takeServers(ObjectNode merged, JsonNode theirs, Set<String> bad) {
        ArrayNode ours = merged.withArray("servers");
        Set<ServerAddress> known = new HashSet<>(); // one address can be written in several ways
        ours.forEach(server -> known.add(SettingsGroup.address(server.path("url"))));
        Set<String> fresh = new LinkedHashSet<>();
        for (JsonNode server : theirs) {
            ServerAddress address = SettingsGroup.address(server.path("url"));
            if (address == null) {
                bad.add("servers");
            } else if (known.add(address)) {
                fresh.add(address.toString());
                ours.addObject().put("url", address.toString()).put("name", server.path("name").asText(""));
            }
        }
        return List.copyOf(fresh);
    }

    private static List<String> takeViews(ObjectNode merged, JsonNode theirs, Set<String> bad) {
        List<SavedView> views = new ArrayList<>();
        merged.path("views").forEach(ours -> views.add(SavedView.read(ours)));
        List<String> names = new ArrayList<>();
        for (JsonNode one : theirs) {
            SavedView view = SavedView.read(one);
            if (view == null) {
                bad.add("views");
            } else if (names.stream().noneMatch(view::isNamed)) {
                names.add(view.name());
                int place = IntStream.range(0, views.size()).filter(i -> views.get(i).isNamed(view.name())).findFirst()
                        .orElse(views.size());
                views.subList(place, Math.min(place + 1, views.size())).clear();
                views.add(place, view); // where its keys lead to already
            }
        }
        ArrayNode all = merged.putArray("views");
        views.forEach(view -> all.add(view.written()));
        return List.copyOf(names);
    }
}
