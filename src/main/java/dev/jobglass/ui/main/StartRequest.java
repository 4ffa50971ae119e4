package dev.jobglass.ui.main;

import java.util.List;

/**
 * What a second start was asked to do.
 *
 * @param servers the base addresses it named, as {@link dev.jobglass.api.ServerAddress#typed} takes them
 * @param key the API key for the first of them, or empty; of no use without
 * @param watchScreen whether it wanted the watch screen
 * @param readOnly whether it wanted nothing to be offered that changes a server
 * @param background whether it wanted no window to come to the front
 * @param screen the number of the screen it named, from 1, or 0
 * @param theme the name of the theme it named, or empty
 * @param link what is to be shown, as {@link dev.jobglass.text.Link} has it, or empty
 * @param filter the filter it named, or empty
 * @param jobs ids and status URLs, any text
 */
public record StartRequest(List<String> servers, String key, boolean watchScreen, boolean readOnly, boolean background,
        int screen, String theme, String link, String filter, String jobs) {
    @Override
    public String toString() {
        return "StartRequest" + servers; // never the key
    }
}
