package dev.jobglass.desktop;

import dev.jobglass.desktop.StatusIcon.Content;
import dev.jobglass.desktop.StatusIcon.Picture;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** The status icon, as panels ask for it. Any thread. */
final class IconItem extends ReadOnlyProperties implements StatusNotifierItem {
    private static final String PICTURES = "a(iiay)";
    private static final String TOOL_TIP = "(sa(iiay)ss)";

    private final Executor callbacks;
    private volatile Content content;

    /** A picture, as it goes over the bus. */
    public static final class Pixmap extends Struct {
        /** In pixels. */
        @Position(0)
        public final int width;
        /** In pixels. */
        @Position(1)
        public final int height;
        /** Opacity, red, green and blue of each. */
        @Position(2)
        public final byte[] argb;

        Pixmap(Picture picture) {
            width = picture.width();
            height = picture.height();
            argb = ByteBuffer.allocate(picture.argb().length * Integer.BYTES).array();
            ByteBuffer.wrap(argb).asIntBuffer().put(picture.argb());
        }
    }

    /** What is said when the mouse rests on the icon. */
    public static final class ToolTip extends Struct {
        /** Of a picture; none. */
        @Position(0)
        public final String iconName = "";
        /** None. */
        @Position(1)
        public final List<Pixmap> pictures = List.of();
        /** The program's name. */
        @Position(2)
        public final String title;
        /** The state of things. */
        @Position(3)
        public final String text;

        ToolTip(String title, String text) {
            this.title = title;
            this.text = text;
        }
    }

    /** Begins with something to show. */
    IconItem(Content content, Executor callbacks) {
        this.content = content;
        this.callbacks = callbacks;
    }

    /** Takes something else over, and {@return what it was before} */
    Content take(Content next) {
        Content before = content;
        content = next;
        return before;
    }

    static String status(Content content) {
        return content.urgent() ? "NeedsAttention" : "Active";
    }

    @Override
    public void activate(int x, int y) {
        callbacks.execute(content.clicked());
    }

    @Override
    public void secondaryActivate(int x, int y) {
        callbacks.execute(content.clicked());
    }

    @Override
    public void contextMenu(int x, int y) {
        // Panels show the menu that is named below.
    }

    @Override
    public void scroll(int delta, String orientation) {
        // There is nothing to scroll.
    }

    @Override
    public Map<String, Variant<?>> GetAll(String interfaceName) {
        Content now = content;
        Variant<?> pictures = new Variant<>(now.pictures().stream().map(Pixmap::new).toList(), PICTURES);
        Variant<?> none = new Variant<>(List.of(), PICTURES);
        return Map.ofEntries(Map.entry("Category", new Variant<>("ApplicationStatus")),
                Map.entry("Id", new Variant<>("jobglass")),
                Map.entry("Title", new Variant<>(now.title())),
                Map.entry("Status", new Variant<>(status(now))),
                Map.entry("WindowId", new Variant<>(new UInt32(0))),
                Map.entry("IconName", new Variant<>("")),
                Map.entry("IconPixmap", pictures),
                Map.entry("OverlayIconName", new Variant<>("")),
                Map.entry("OverlayIconPixmap", none),
                Map.entry("AttentionIconName", new Variant<>("")),
                Map.entry("AttentionIconPixmap", pictures),
                Map.entry("AttentionMovieName", new Variant<>("")),
                Map.entry("ToolTip", new Variant<>(new ToolTip(now.title(), now.text()), TOOL_TIP)),
                Map.entry("ItemIsMenu", new Variant<>(false)),
                Map.entry("IconThemePath", new Variant<>("")),
                Map.entry("Menu", new Variant<>(new DBusPath(DbusMenu.PATH))));
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }
}
