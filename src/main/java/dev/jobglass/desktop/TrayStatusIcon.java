package dev.jobglass.desktop;

import java.awt.AWTException;
import java.awt.CheckboxMenuItem;
import java.awt.EventQueue;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * The status icon of Windows and macOS, by AWT, whose thread it belongs to. What the user does with it is run by an
 * executor.
 */
final class TrayStatusIcon implements StatusIcon {
    private static final System.Logger LOG = System.getLogger(TrayStatusIcon.class.getName());

    private final Executor callbacks;
    /** Null until there is something to show, and when it was taken away. */
    private TrayIcon icon;
    private Content content;
    private volatile boolean shown;

    TrayStatusIcon(Executor callbacks) {
        this.callbacks = callbacks;
    }

    @Override
    public void show(Content next) {
        EventQueue.invokeLater(() -> take(next));
    }

    private void take(Content next) {
        if (!SystemTray.isSupported()) {
            return;
        }
        SystemTray tray = SystemTray.getSystemTray();
        boolean otherMenu = content == null || !sameMenu(content.menu(), next.menu());
        content = next;
        BufferedImage image = image(next.pictures(), tray.getTrayIconSize().width);
        if (icon == null) {
            add(tray, image);
        } else {
            icon.setImage(image);
        }
        if (icon != null) {
            icon.setToolTip(next.text());
            if (otherMenu) { // an open one would close
                icon.setPopupMenu(menu(next.menu()));
            }
        }
    }

    private void add(SystemTray tray, BufferedImage image) {
        TrayIcon added = new TrayIcon(image);
        added.setImageAutoSize(true);
        added.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent event) {
                if (event.getButton() == MouseEvent.BUTTON1) {
                    callbacks.execute(content.clicked());
                }
            }
        });
        try {
            tray.add(added);
            icon = added;
            shown = true;
        } catch (AWTException e) {
            LOG.log(System.Logger.Level.INFO, "There is no place for a status icon: {0}", e.getMessage());
        }
    }

    /** {@return the smallest picture that need not be made larger, else the largest} */
    static BufferedImage image(List<Picture> pictures, int width) {
        Comparator<Picture> byWidth = Comparator.comparingInt(Picture::width);
        Picture picture = pictures.stream().filter(one -> one.width() >= width).min(byWidth)
                .orElseGet(() -> pictures.stream().max(byWidth).orElseThrow());
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, picture.width(), picture.height(), picture.argb(), 0, picture.width());
        return image;
    }

    /** {@return whether two menus read alike; what they do may differ} */
    static boolean sameMenu(List<MenuEntry> one, List<MenuEntry> other) {
        return one.stream().map(TrayStatusIcon::read).toList()
                .equals(other.stream().map(TrayStatusIcon::read).toList());
    }

    private static String read(MenuEntry entry) {
        return switch (entry) {
            case MenuEntry.Command(String text, _) -> "> " + text;
            case MenuEntry.Choice(String text, boolean on, _) -> (on ? "+ " : "- ") + text;
            case MenuEntry.Note(String text) -> "  " + text;
            case MenuEntry.Separator() -> "";
        };
    }

    private PopupMenu menu(List<MenuEntry> entries) {
        PopupMenu menu = new PopupMenu();
        for (int i = 0; i < entries.size(); i++) {
            menu.add(item(entries.get(i), i));
        }
        return menu;
    }

    private MenuItem item(MenuEntry entry, int place) {
        return switch (entry) {
            case MenuEntry.Command(String text, _) -> {
                MenuItem item = new MenuItem(text);
                item.addActionListener(_ -> choose(place));
                yield item;
            }
            case MenuEntry.Choice(String text, boolean on, _) -> {
                CheckboxMenuItem item = new CheckboxMenuItem(text, on);
                item.addItemListener(_ -> choose(place));
                yield item;
            }
            case MenuEntry.Note(String text) -> {
                MenuItem item = new MenuItem(text);
                item.setEnabled(false);
                yield item;
            }
            case MenuEntry.Separator() -> new MenuItem("-"); // by which AWT draws a line
        };
    }

    /** By its place, for a menu that reads alike may do something else since it was made. */
    private void choose(int place) {
        switch (content.menu().get(place)) {
            case MenuEntry.Command(_, Runnable run) -> callbacks.execute(run);
            case MenuEntry.Choice(_, _, Runnable toggle) -> callbacks.execute(toggle);
            case MenuEntry.Note _,MenuEntry.Separator _ -> {
                // Nobody can choose them.
            }
        }
    }

    @Override
    public boolean shown() {
        return shown;
    }

    @Override
    public void close() {
        shown = false;
        EventQueue.invokeLater(() -> {
            if (icon != null) {
                SystemTray.getSystemTray().remove(icon);
                icon = null;
                content = null;
            }
        });
    }
}
