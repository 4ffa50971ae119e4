package dev.jobglass.settings;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is kept about one server.
 *
 * @param name what the person calls it, or empty
 * @param url its base address
 * @param key its API key, or null
 * @param authority a PEM file of the certificates to trust, or null for those that all trust
 * @param on whether it is watched when the program starts
 * @param looked whether all its jobs were looked at once, so that failures found from now on are news
 * @param watched ids added by hand
 * @param removed ids taken off the list, which discovery must not bring back
 * @param dismissed ids whose failure is done with, the oldest first
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ServerSettings(String name, String url, String key, String authority, boolean on, boolean looked,
        List<String> watched, Set<String> removed,
        @JsonDeserialize(as = LinkedHashSet.class) Set<String> dismissed) {
    private static final int MOST_DISMISSED = 20_000;

    /** Puts defaults where the file says nothing. */
    public ServerSettings {
        name = name == null ? "" : name;
        url = url == null ? "" : url;
        watched = watched == null ? List.of() : List.copyOf(watched);
        // Sorted, so that the file changes no more than what it says.
        removed = removed == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(removed));
        dismissed = dismissed == null ? Set.of() : Collections.unmodifiableSet(new LinkedHashSet<>(dismissed));
    }

    /**
     * {@return a server nothing is known about}
     *
     * @param url its base address
     */
    public static ServerSettings unknown(String url) {
        return new ServerSettings("", url, null, null, false, false, null, null, null);
    }

    /**
     * {@return this with another key}
     *
     * @param other or null
     */
    public ServerSettings withKey(String other) {
        return new ServerSettings(name, url, other, authority, on, looked, watched, removed, dismissed);
    }

    /**
     * {@return this trusting other certificates}
     *
     * @param file a PEM file, or null for those that all trust
     */
    public ServerSettings withAuthority(String file) {
        return new ServerSettings(name, url, key, file, on, looked, watched, removed, dismissed);
    }

    /**
     * {@return this with the name, the key and the authority of another}
     *
     * @param other its key may be null, to keep this one's
     */
    public ServerSettings replacedBy(ServerSettings other) {
        return withName(other.name()).withKey(other.key() == null ? key : other.key())
                .withAuthority(other.authority());
    }

    /**
     * {@return this with what another says of name, key and authority}
     *
     * @param other may say nothing of some of them
     */
    public ServerSettings completedBy(ServerSettings other) {
        return replacedBy(other.withName(other.name().isEmpty() ? name : other.name())
                .withAuthority(other.authority() == null ? authority : other.authority()));
    }

    /**
     * {@return this at another address}
     *
     * @param other its base address
     */
    public ServerSettings withUrl(String other) {
        return new ServerSettings(name, other, key, authority, on, looked, watched, removed, dismissed);
    }

    /**
     * {@return this called otherwise}
     *
     * @param other or empty
     */
    public ServerSettings withName(String other) {
        return new ServerSettings(other, url, key, authority, on, looked, watched, removed, dismissed);
    }

    /**
     * {@return this watched at the next start, or not}
     *
     * @param whether it is
     */
    public ServerSettings withOn(boolean whether) {
        return new ServerSettings(name, url, key, authority, whether, looked, watched, removed, dismissed);
    }

    /** {@return this, looked at} */
    public ServerSettings withLooked() {
        return new ServerSettings(name, url, key, authority, on, true, watched, removed, dismissed);
    }

    /**
     * {@return this with other lists of ids}
     *
     * @param nowWatched added by hand
     * @param nowRemoved taken off the list
     */
    public ServerSettings withLists(List<String> nowWatched, Set<String> nowRemoved) {
        return new ServerSettings(name, url, key, authority, on, looked, nowWatched, nowRemoved, dismissed);
    }

    /**
     * {@return this with more dismissed failures; of too many the oldest are forgotten, for by then the server has
     * forgotten the jobs themselves}
     *
     * @param ids those to be added
     */
    public ServerSettings withMoreDismissed(Collection<String> ids) {
        Set<String> all = new LinkedHashSet<>(dismissed);
        all.addAll(ids);
        List<String> newest = List.copyOf(all).subList(Math.max(0, all.size() - MOST_DISMISSED), all.size());
        return new ServerSettings(name, url, key, authority, on, looked, watched, removed,
                new LinkedHashSet<>(newest));
    }

    @Override
    public String toString() {
        return "ServerSettings[" + url + "]"; // never the key
    }
}
