package dev.jobglass.ui.watchscreen;

import dev.jobglass.model.ServerStatus;
import dev.jobglass.text.Messages;
import dev.jobglass.text.Times;
import java.time.Duration;
import java.time.Instant;

/** How old what is known of a server is. */
final class LinkAge {
    private LinkAge() {
    }

    /** {@return how old the last response of a server is, in a few words} */
    static String text(ServerStatus view, Instant time) {
        if (view.lastAnswer() == null) {
            return Messages
                    .of(view.link() == ServerStatus.Link.DOWN ? "watchscreen.neverAnswered" : "watchscreen.noAnswer");
        }
        Duration age = view.age(time);
        return view.answeredLately(time)
                ? Messages.of("watchscreen.live." + view.link(), age.toMillis() / 1000.0)
                : Messages.of("watchscreen.old." + view.link(), Times.duration(age));
    }
}
