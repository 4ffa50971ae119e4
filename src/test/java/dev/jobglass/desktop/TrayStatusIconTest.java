package dev.jobglass.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.desktop.StatusIcon.MenuEntry;
import dev.jobglass.desktop.StatusIcon.Picture;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the system tray is given. */
class TrayStatusIconTest {
    private static Picture picture(int width) {
        int[] argb = new int[width * width];
        argb[1] = 0x80FF0000;
        return new Picture(width, argb);
    }

    @ParameterizedTest
    @CsvSource({"16, 16", "20, 24", "24, 24", "64, 24", "1, 16"})
    void thePictureThatFits(int wanted, int expected) {
        BufferedImage image = TrayStatusIcon.image(List.of(picture(24), picture(16)), wanted);
        assertThat(image.getWidth()).isEqualTo(expected);
        assertThat(image.getHeight()).isEqualTo(expected);
        assertThat(image.getRGB(1, 0)).isEqualTo(0x80FF0000);
        assertThat(image.getRGB(0, 1)).isZero();
    }

    @Test
    void aMenuIsMadeAnewOnlyWhenItReadsOtherwise() {
        List<MenuEntry> menu = List.of(new MenuEntry.Note("a"), new MenuEntry.Separator(),
                new MenuEntry.Command("b", () -> {
                }), new MenuEntry.Choice("c", true, () -> {
                }));
        assertThat(TrayStatusIcon.sameMenu(menu, List.of(new MenuEntry.Note("a"), new MenuEntry.Separator(),
                new MenuEntry.Command("b", () -> {
                }), new MenuEntry.Choice("c", true, () -> {
                })))).isTrue();
        assertThat(TrayStatusIcon.sameMenu(menu, menu.subList(0, 3))).isFalse();
        assertThat(TrayStatusIcon.sameMenu(List.of(new MenuEntry.Note("a")),
                List.of(new MenuEntry.Command("a", () -> {
                })))).isFalse();
        assertThat(TrayStatusIcon.sameMenu(List.of(new MenuEntry.Choice("c", true, () -> {
        })), List.of(new MenuEntry.Choice("c", false, () -> {
        })))).isFalse();
    }
}
