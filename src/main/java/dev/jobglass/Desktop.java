package dev.jobglass;

import dev.jobglass.notifications.Means;
import dev.jobglass.notifications.SoundMeans;
import dev.jobglass.notifications.SystemMeans;
import dev.jobglass.notifications.ToastMeans;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.HostServices;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** What lies around the program on a person's computer. JavaFX thread only. */
class Desktop {
    private final HostServices services;

    Desktop(HostServices services) {
        this.services = services;
    }

    /** Opens an address in the person's browser. */
    void browse(String address) {
        services.showDocument(address);
    }

    /** {@return what tells in a window's corner} */
    Means toasts(Window window) {
        return new ToastMeans(window);
    }

    /** {@return what tells by the desktop's own notifications} */
    Means notifications() {
        return new SystemMeans(System.getProperty("os.name"), System.getenv().getOrDefault("PATH", ""));
    }

    /** {@return what tells by a sound} */
    Means sound() {
        return new SoundMeans();
    }

    /** {@return where the person wants a file to be, or nothing when they don't} */
    Optional<Path> saveAs(Window owner, String title, String fileName) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(fileName);
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(file -> file.toPath());
    }
}
