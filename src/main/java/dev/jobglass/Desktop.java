package dev.jobglass;

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

    /** {@return where the person wants a file to be, or nothing when they don't} */
    Optional<Path> saveAs(Window owner, String title, String fileName) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(fileName);
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(file -> file.toPath());
    }
}
