package dev.jobglass.settings;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Everything a person chose. A missing field has its default.
 *
 * @param servers known servers, in the order they came
 * @param look how the windows look; in the file its fields stand beside the others
 * @param polling how servers are asked; likewise
 * @param notifications what the person is told
 * @param historyDays for how long changes are remembered, at least 1
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Settings(List<ServerSettings> servers, @JsonUnwrapped LookSettings look,
        @JsonUnwrapped PollingSettings polling, NotificationSettings notifications, int historyDays) {
    /** What a new person starts with. */
    public static final Settings DEFAULT = new Settings(null, null, null, null, 0);

    /** Puts defaults where nothing sensible is said. */
    public Settings {
        servers = servers == null ? List.of() : List.copyOf(servers);
        look = look == null ? LookSettings.DEFAULT : look;
        polling = polling == null ? PollingSettings.DEFAULT : polling;
        notifications = notifications == null ? NotificationSettings.DEFAULT : notifications;
        historyDays = historyDays < 1 ? 30 : historyDays;
    }

    /**
     * {@return what is kept about a server}
     *
     * @param url its base address
     */
    public ServerSettings server(String url) {
        return servers.stream().filter(server -> server.url().equals(url)).findFirst()
                .orElseGet(() -> ServerSettings.unknown(url));
    }

    /**
     * {@return this with a server changed, or added at the end}
     *
     * @param url its base address
     * @param change what to do with it
     */
    public Settings withServer(String url, UnaryOperator<ServerSettings> change) {
        List<ServerSettings> changed = new ArrayList<>(servers);
        int place = servers.stream().map(ServerSettings::url).toList().indexOf(url);
        if (place < 0) {
            changed.add(change.apply(ServerSettings.unknown(url)));
        } else {
            changed.set(place, change.apply(servers.get(place)));
        }
        return withServers(changed);
    }

    /**
     * {@return this with other known servers}
     *
     * @param others all of them
     */
    public Settings withServers(List<ServerSettings> others) {
        return new Settings(others, look, polling, notifications, historyDays);
    }

    /**
     * {@return this looking otherwise}
     *
     * @param change from the present look
     */
    public Settings withLook(UnaryOperator<LookSettings> change) {
        return new Settings(servers, change.apply(look), polling, notifications, historyDays);
    }

    /**
     * {@return this asking otherwise}
     *
     * @param change from the present way
     */
    public Settings withPolling(UnaryOperator<PollingSettings> change) {
        return new Settings(servers, look, change.apply(polling), notifications, historyDays);
    }

    /**
     * {@return this telling otherwise}
     *
     * @param change from what is told at present
     */
    public Settings withNotifications(UnaryOperator<NotificationSettings> change) {
        return new Settings(servers, look, polling, change.apply(notifications), historyDays);
    }

    /**
     * {@return this remembering for another time}
     *
     * @param days at least 1
     */
    public Settings withHistoryDays(int days) {
        return new Settings(servers, look, polling, notifications, days);
    }
}
