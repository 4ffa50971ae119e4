package dev.jobglass.ui.history;

import dev.jobglass.api.JobState;
import dev.jobglass.history.Change;
import dev.jobglass.history.Change.Kind;
import dev.jobglass.model.DisplayState;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import java.util.HashMap;
import java.util.Map;

/** What is said of changes in our own words. */
final class ChangeWords {
    private ChangeWords() {
    }

    /** {@return what happened} */
    static String text(Change change) {
        return switch (change.kind()) {
            case STATUS -> change.text() == null ? "" : PlainText.gist(change.text());
            case GONE -> Messages.of("history.gone");
            case ACKNOWLEDGED -> Messages.of("history.acknowledged", PlainText.line(change.text()));
            case REOPENED -> Messages.of("history.reopened", PlainText.line(change.text()));
        };
    }

    /** {@return what states and kinds of change are called, for the history itself does not know these words} */
    static Map<Enum<?>, String> names() {
        Map<Enum<?>, String> names = new HashMap<>(Map.of(Kind.GONE, Messages.of("history.gone"),
                Kind.ACKNOWLEDGED, Messages.of("history.acknowledged", ""),
                Kind.REOPENED, Messages.of("history.reopened", "")));
        for (JobState state : JobState.values()) {
            names.put(state, Messages.state(DisplayState.valueOf(state.name())));
        }
        return names;
    }
}
