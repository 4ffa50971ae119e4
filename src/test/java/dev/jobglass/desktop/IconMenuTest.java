package dev.jobglass.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.desktop.StatusIcon.MenuEntry;
import dev.jobglass.testing.BesideOthers;
import java.util.List;
import org.junit.jupiter.api.Test;

@BesideOthers
class IconMenuTest {
    private static final MenuEntry OPEN = new MenuEntry.Command("Open", () -> {
        // Not chosen here.
    });
    private static final MenuEntry JOB = new MenuEntry.Note("run_1");
    private static final MenuEntry LINE = new MenuEntry.Separator();

    private final IconMenu menu = new IconMenu(Runnable::run, "ltr");

    @Test
    void linesThatSayTheSameAreNoChange() {
        assertThat(menu.take(List.of(OPEN, LINE, JOB, LINE, OPEN))).isTrue();
        int revision = menu.revision().intValue();

        assertThat(menu.take(List.of(OPEN, LINE, JOB, LINE, OPEN))).isFalse();
        assertThat(menu.revision().intValue()).isEqualTo(revision);
    }

    @Test
    void linesThatChangePlacesAreAChange() {
        menu.take(List.of(OPEN, JOB));

        assertThat(menu.take(List.of(JOB, OPEN))).isTrue();
    }

    @Test
    void aLineKeepsItsNumberWhateverComesBesideIt() {
        menu.take(List.of(OPEN, LINE, LINE));
        int open = menu.groupProperties(List.of(), List.of()).getFirst().id;
        menu.take(List.of(JOB, LINE, LINE, OPEN));

        assertThat(menu.groupProperties(List.of(), List.of()).getLast().id).isEqualTo(open);
    }
}
