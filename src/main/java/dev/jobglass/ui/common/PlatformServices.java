package dev.jobglass.ui.common;

import dev.jobglass.api.ApiKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** What lies around the program on a user's computer. JavaFX thread only. */
public class PlatformServices {
    /** Some wait until the browser is closed. */
    private static final int PATIENCE_SECONDS = 5;

    private final List<String> opener;

    /**
     * Opens nothing yet.
     *
     * @param osName as in the system property {@code os.name}
     */
    public PlatformServices(String osName) {
        String os = osName.toLowerCase(Locale.ROOT);
        opener = os.startsWith("windows")
                ? List.of("rundll32", "url.dll,FileProtocolHandler")
                : List.of(os.startsWith("mac") ? "open" : "xdg-open");
    }

    /**
     * Opens an address in the user's browser. Not by JavaFX: that fails in silence, and hands our environment on, which
     * may have the key in it.
     *
     * @param address http or https
     * @param failed is run when there is no browser
     */
    public void browse(String address, Runnable failed) {
        Thread.startVirtualThread(() -> {
            if (!opened(address)) {
                Platform.runLater(failed);
            }
        });
    }

    private boolean opened(String address) {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(opener)).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.command().add(address);
        builder.environment().remove(ApiKey.VARIABLE);
        try {
            Process process = builder.start();
            return !process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Ends the program. */
    public void quit() {
        Platform.exit();
    }

    /** {@return which file the user wants to be read, or nothing when they don't} */
    public Optional<Path> open(Window owner, String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(file -> file.toPath());
    }

    /** {@return where the user wants a file to be, or nothing when they don't} */
    public Optional<Path> saveAs(Window owner, String title, String fileName) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(fileName);
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(file -> file.toPath());
    }
}
