package dev.jobglass.desktop;

import static dev.jobglass.desktop.TestBus.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import dev.jobglass.desktop.StatusIcon.Content;
import dev.jobglass.desktop.StatusIcon.MenuEntry;
import dev.jobglass.desktop.StatusIcon.Picture;
import dev.jobglass.testing.BesideOthers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.types.UInt32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The status icon on a real bus, before a panel of the test's own. */
@BesideOthers
class BusStatusIconTest extends BusTest {
    private static final List<Picture> PICTURES = List.of(new Picture(2, new int[]{0xff000001, 2, 3, 4}));

    private final List<String> chosen = new CopyOnWriteArrayList<>();
    private BusStatusIcon icon;

    @BeforeEach
    void open() throws Exception {
        icon = new BusStatusIcon(bus, Runnable::run, "ltr");
    }

    @AfterEach
    void close() {
        icon.close();
    }

    private Content content(String text, boolean urgent, MenuEntry... menu) {
        return new Content(PICTURES, "Jobglass", text, urgent, () -> chosen.add("the icon"), List.of(menu));
    }

    private MenuEntry command(String text) {
        return new MenuEntry.Command(text, () -> chosen.add(text));
    }

    private FakePanel shown(MenuEntry... menu) throws Exception {
        FakePanel panel = new FakePanel(daemon.connect());
        icon.show(content("all is well", false, menu));
        until("shown", icon::shown);
        return panel;
    }

    @Test
    void aPanelIsToldWhatItLooksLike() throws Exception {
        FakePanel panel = shown(command("Open"));

        assertThat(panel.registered).hasSize(1);
        assertThat(panel.icon().get("Id").getValue()).isEqualTo("jobglass");
        assertThat(panel.icon().get("Status").getValue()).isEqualTo("Active");
        assertThat(panel.icon().get("Menu").getValue()).hasToString("/MenuBar");
        Object[] pixmap = (Object[]) ((List<?>) panel.icon().get("IconPixmap").getValue()).getFirst();
        assertThat(pixmap[0]).isEqualTo(2);
        assertThat(pixmap[1]).isEqualTo(2);
        assertThat(pixmap[2]).asInstanceOf(list(Byte.class)).startsWith((byte) 0xff, (byte) 0, (byte) 0, (byte) 1);
        Object[] toolTip = (Object[]) panel.icon().get("ToolTip").getValue();
        assertThat(toolTip[3]).isEqualTo("all is well");
    }

    @Test
    void whatIsClickedIsDone() throws Exception {
        FakePanel panel = shown(command("my_job"), new MenuEntry.Separator(), command("Quit"));

        panel.click();
        panel.choose("Quit");
        panel.choose("my__job");

        until("done", () -> chosen.size() == 3);
        assertThat(panel.menu()).containsExactly("my__job", "---", "Quit");
        assertThat(chosen).containsExactlyInAnyOrder("the icon", "Quit", "my_job");
    }

    @Test
    void aClickOnWhatTheMenuSaidAMomentAgoMeansThat() throws Exception {
        FakePanel panel = shown(command("first"), command("second"));
        int first = panel.number("first");

        icon.show(content("all is well", false, command("third"), command("second")));
        until("changed", () -> panel.menu().contains("third"));
        panel.choose(first);

        until("done", () -> !chosen.isEmpty());
        assertThat(chosen).containsExactly("first");
    }

    @Test
    void onlyWhatChangesIsTold() throws Exception {
        FakePanel panel = shown(command("Open"));

        icon.show(content("all is well", false, command("Open")));
        icon.show(content("one failed", true, command("Open"), new MenuEntry.Choice("Quiet", true, () -> {
        })));

        until("told", () -> panel.signals.contains("LayoutUpdated"));
        assertThat(panel.signals).containsExactlyInAnyOrder("NewToolTip", "NewStatus", "LayoutUpdated");
        assertThat(panel.icon().get("Status").getValue()).isEqualTo("NeedsAttention");
        assertThat(panel.look("Quiet").get("toggle-state").getValue()).isEqualTo(1);
    }

    @Test
    void linesThatOnlySaySomethingCannotBeChosen() throws Exception {
        FakePanel panel = shown(new MenuEntry.Note("prod"), new MenuEntry.Note("prod"));

        assertThat(panel.menu()).containsExactly("prod", "prod");
        assertThat(panel.look("prod").get("enabled").getValue()).isEqualTo(false);
    }

    @Test
    void itComesAgainWithThePanel() throws Exception {
        FakePanel panel = shown();

        panel.end();
        until("nobody shows it", () -> !icon.shown());
        FakePanel next = new FakePanel(daemon.connect());

        until("shown again", icon::shown);
        assertThat(next.registered).hasSize(1);
    }

    @Test
    void aWatcherWithoutAPanelShowsNothing() throws Exception {
        FakePanel panel = shown();

        panel.showIcons(false);
        until("nobody shows it", () -> !icon.shown());
        panel.showIcons(true);

        until("shown again", icon::shown);
    }

    @Test
    void aPanelThatComesLaterShowsItToo() throws Exception {
        icon.show(content("all is well", false));
        assertThat(icon.shown()).isFalse();

        new FakePanel(daemon.connect());

        until("shown", icon::shown);
    }

    @Test
    void withTheBusItGoesToo() throws Exception {
        shown();
        daemon.end();
        until("nobody shows it", () -> !icon.shown());
    }

    @Test
    void itIsTakenAway() throws Exception {
        FakePanel panel = shown();

        icon.close();

        assertThat(icon.shown()).isFalse();
        until("gone", () -> {
            try {
                return panel.icon().isEmpty();
            } catch (DBusExecutionException _) {
                return true;
            }
        });
    }

    @Test
    void withoutABusNothingHappens() {
        for (String address : new String[]{null, "", "nonsense", "unix:path=/nowhere"}) {
            try (MessageBus none = MessageBus.open(address);
                    StatusIcon lonely = new BusStatusIcon(none, Runnable::run, "ltr")) {
                lonely.show(content("all is well", false));

                assertThat(lonely.shown()).isFalse();
            }
        }
    }

    @Test
    void aMenuThatIsAskedForPartsAnswersThem() {
        IconMenu menu = new IconMenu(Runnable::run, "rtl");
        menu.take(List.of(command("Open")));

        assertThat(menu.layout(0, 0, List.of()).second.children).isEmpty();
        assertThat(menu.layout(99, -1, List.of()).second.properties).isEmpty();
        assertThat(menu.property(99, "label").getValue()).isEqualTo("");
        assertThat(menu.GetAll(DbusMenu.NAME).get("Version").getValue()).isEqualTo(new UInt32(3));
        assertThat(menu.GetAll(DbusMenu.NAME).get("TextDirection").getValue()).isEqualTo("rtl");
    }
}
