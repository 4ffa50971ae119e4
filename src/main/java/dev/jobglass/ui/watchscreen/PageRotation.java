package dev.jobglass.ui.watchscreen;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Cuts what does not fit on one page into several, and turns them. JavaFX thread only. */
final class PageRotation {
    /** Long enough to read six cards. */
    private static final Duration TURN = Duration.ofSeconds(10);

    private int page;
    private int count = 1;
    private Instant turned;

    PageRotation(Instant now) {
        turned = now;
    }

    /**
     * {@return what is on the page to be shown now}
     *
     * @param all everything
     * @param room how much fits on a page, positive
     */
    <T> List<T> turn(List<T> all, int room, Instant now) {
        count = Math.max(1, (all.size() + room - 1) / room);
        if (!now.isBefore(turned.plus(TURN))) {
            turned = now;
            page++;
        }
        page = page % count;
        return all.subList(page * room, Math.min(all.size(), (page + 1) * room));
    }

    /** {@return the number of the page shown, from 1} */
    int number() {
        return page + 1;
    }

    int count() {
        return count;
    }
}
