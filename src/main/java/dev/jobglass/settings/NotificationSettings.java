package dev.jobglass.settings;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a person is told, and how.
 *
 * @param kinds what of
 * @param toast whether in a corner of the window
 * @param system whether by the desktop
 * @param sound whether with a sound
 * @param quietFrom the time of day when quiet begins, such as {@code 22:00}, or empty for never
 * @param quietTo when it ends, or empty
 * @param mutedJobs ids nothing is told of
 * @param mutedAgents agents whose jobs nothing is told of
 * @param mutedServers base addresses of servers nothing is told of
 * @param tellEnd ids whose end is told, whatever it is
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record NotificationSettings(Set<NotificationKind> kinds, Boolean toast, Boolean system, Boolean sound,
        String quietFrom, String quietTo, Set<String> mutedJobs, Set<String> mutedAgents, Set<String> mutedServers,
        Set<String> tellEnd) {
    /** What a new person starts with: told of trouble. */
    public static final NotificationSettings DEFAULT = new NotificationSettings(null, null, null, null, null, null,
            null, null, null, null);

    /** Puts defaults where nothing sensible is said. */
    public NotificationSettings {
        Set<NotificationKind> chosen = EnumSet.noneOf(NotificationKind.class);
        if (kinds == null) {
            chosen.addAll(Set.of(NotificationKind.FAILED, NotificationKind.SERVER_LOST, NotificationKind.SERVER_BACK));
        } else {
            kinds.stream().filter(Objects::nonNull).forEach(chosen::add);
        }
        kinds = chosen;
        toast = toast == null || toast;
        system = system == null || system;
        sound = sound != null && sound;
        quietFrom = quietFrom == null ? "" : quietFrom;
        quietTo = quietTo == null ? "" : quietTo;
        mutedJobs = sorted(mutedJobs);
        mutedAgents = sorted(mutedAgents);
        mutedServers = sorted(mutedServers);
        tellEnd = sorted(tellEnd);
    }

    private static Set<String> sorted(Set<String> set) {
        Set<String> sorted = new TreeSet<>();
        if (set != null) {
            set.stream().filter(Objects::nonNull).forEach(sorted::add);
        }
        return sorted;
    }

    private static <T> Set<T> with(Set<T> set, Collection<T> some, boolean in) {
        Set<T> changed = new HashSet<>(set);
        if (in) {
            changed.addAll(some);
        } else {
            changed.removeAll(some);
        }
        return changed;
    }

    /**
     * {@return this telling of a kind of news, or not}
     *
     * @param kind which
     * @param on whether
     */
    public NotificationSettings with(NotificationKind kind, boolean on) {
        return new NotificationSettings(with(kinds, Set.of(kind), on), toast, system, sound, quietFrom, quietTo,
                mutedJobs,
                mutedAgents, mutedServers, tellEnd);
    }

    /**
     * {@return this telling by other means}
     *
     * @param inWindow whether in a corner of the window
     * @param byDesktop whether by the desktop
     * @param withSound whether with a sound
     */
    public NotificationSettings withMeans(boolean inWindow, boolean byDesktop, boolean withSound) {
        return new NotificationSettings(kinds, inWindow, byDesktop, withSound, quietFrom, quietTo, mutedJobs,
                mutedAgents, mutedServers, tellEnd);
    }

    /**
     * {@return this with other quiet hours}
     *
     * @param from a time of day such as {@code 22:00}, or empty
     * @param to likewise
     */
    public NotificationSettings withQuiet(String from, String to) {
        return new NotificationSettings(kinds, toast, system, sound, from, to, mutedJobs, mutedAgents, mutedServers,
                tellEnd);
    }

    /**
     * {@return this silent about jobs, or not}
     *
     * @param jobIds which
     * @param on whether silent
     */
    public NotificationSettings withMutedJobs(Collection<String> jobIds, boolean on) {
        return new NotificationSettings(kinds, toast, system, sound, quietFrom, quietTo, with(mutedJobs, jobIds, on),
                mutedAgents, mutedServers, tellEnd);
    }

    /**
     * {@return this silent about agents' jobs, or not}
     *
     * @param agents which
     * @param on whether silent
     */
    public NotificationSettings withMutedAgents(Collection<String> agents, boolean on) {
        return new NotificationSettings(kinds, toast, system, sound, quietFrom, quietTo, mutedJobs,
                with(mutedAgents, agents, on), mutedServers, tellEnd);
    }

    /**
     * {@return this silent about these agents' jobs only}
     *
     * @param agents separated by commas
     */
    public NotificationSettings withOnlyMutedAgents(String agents) {
        return new NotificationSettings(kinds, toast, system, sound, quietFrom, quietTo, mutedJobs,
                Stream.of(agents.split("[,،，]")).map(String::strip).filter(agent -> !agent.isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new)),
                mutedServers,
                tellEnd);
    }

    /**
     * {@return this silent about a server and its jobs, or not}
     *
     * @param url its base address
     * @param on whether silent
     */
    public NotificationSettings withMutedServer(String url, boolean on) {
        return new NotificationSettings(kinds, toast, system, sound, quietFrom, quietTo, mutedJobs, mutedAgents,
                with(mutedServers, Set.of(url), on), tellEnd);
    }

    /**
     * {@return this telling jobs' ends, or not}
     *
     * @param jobIds which
     * @param on whether
     */
    public NotificationSettings withTellEnd(Collection<String> jobIds, boolean on) {
        return new NotificationSettings(kinds, toast, system, sound, quietFrom, quietTo, mutedJobs, mutedAgents,
                mutedServers, with(tellEnd, jobIds, on));
    }
}
