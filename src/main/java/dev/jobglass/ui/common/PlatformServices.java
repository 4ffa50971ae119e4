package dev.jobglass.ui.common;

import java.nio.file.Path;
import java.util.Optional;
import javafx.application.HostServices;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** What lies around the program on a user's computer. JavaFX thread only. */
public class PlatformServices {
    private final HostServices services;

    public PlatformServices(HostServices services) {
        this.services = services;
    }

    /** Opens an address in the user's browser. */
    public void browse(String address) {
        services.showDocument(address);
    }

    /** {@return where the user wants a file to be, or nothing when they don't} */
    public Optional<Path> saveAs(Window owner, String title, String fileName) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(fileName);
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(file -> file.toPath());
    }
}
