package dev.jobglass.ui.details;

import java.util.List;

/**
 * A text as it is shown, line by line.
 *
 * @param lines from its beginning, as many as there is room for
 * @param all how many lines it has
 * @param unread whether it is a text that was too large or too intricate to be read as Markdown, and is shown as it is
 */
record ShownText(List<String> lines, long all, boolean unread) {
    /** {@return whether there is more than is shown} */
    boolean cut() {
        return all > lines.size();
    }
}
