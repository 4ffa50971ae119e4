package dev.jobglass.app;

import dev.jobglass.history.History;
import dev.jobglass.monitor.ServerManager;
import dev.jobglass.monitor.StartupArguments;
import dev.jobglass.monitor.StartupServers;
import dev.jobglass.notifications.Channels;
import dev.jobglass.settings.Settings;
import dev.jobglass.settings.Theme;
import dev.jobglass.ui.common.PlatformServices;
import dev.jobglass.ui.common.ThemeManager;
import dev.jobglass.ui.main.MainWindow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Opens the windows on the demo, in the language of the process, and names the texts that are cut off. */
public final class ClippedTexts {
    private static final int DEADLINE_SECONDS = 60;

    private ClippedTexts() {
    }

    /** Prints them, a line each, and at the end how many texts were looked at. */
    public static void main(String[] arguments) throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        Path folder = Files.createTempDirectory("jobglass-clipped");
        CountDownLatch looked = new CountDownLatch(1);
        Platform.startup(() -> open(folder, looked));
        System.exit(looked.await(DEADLINE_SECONDS, TimeUnit.SECONDS) ? 0 : 1);
    }

    private static void open(Path folder, CountDownLatch looked) {
        Stage stage = new Stage();
        Settings settings = new Settings();
        History history = new History(folder.resolve("history.db"), Duration.ofDays(1));
        MainWindow window = new MainWindow(stage, settings, new ThemeManager(Theme.DARK, new Settings().look()),
                new ServerManager(new StartupServers(new StartupArguments(List.of(), null, null, null), settings),
                        settings, history, InstantSource.system()),
                new PlatformServices(null), new Channels(_ -> {
                }, _ -> {
                }, _ -> {
                }), () -> Demo.open(InstantSource.system()));
        window.show(Demo.open(InstantSource.system()));
        window.open(1280, 800);
        window.windows().showSettings();
        window.windows().showHistory();
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                boolean there = stage.getScene().lookup("#jobs") instanceof TableView<?> table
                        && !table.getItems().isEmpty() && stage.getScene().lookup("#details") != null;
                pulses += there ? 1 : 0;
                if (pulses == 30) { // all is laid out
                    stop();
                    look();
                    looked.countDown();
                }
            }
        }.start();
    }

    private static void look() {
        TreeSet<String> clipped = new TreeSet<>();
        int[] texts = new int[1];
        Window.getWindows().forEach(window -> look(window.getScene().getRoot(), clipped, texts));
        clipped.forEach(System.out::println);
        System.out.println(texts[0]);
    }

    /** But for the server's own texts, which may be of any length. */
    private static void look(Node node, TreeSet<String> clipped, int[] texts) {
        boolean ofTheServer = node.getStyleClass().contains("table-row-cell")
                || node.getStyleClass().contains("list-cell")
                || "facts".equals(node.getId()) || "step".equals(node.getId());
        if (!node.isVisible() || ofTheServer) {
            node.lookupAll(".state").forEach(state -> look(state, clipped, texts));
            return;
        }
        if (node instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isEmpty()) {
            texts[0]++;
            boolean cut = labeled.getChildrenUnmodifiable().stream().anyMatch(
                    child -> child instanceof Text text && text.getText().length() < labeled.getText().length());
            if (cut && !labeled.isWrapText()) {
                clipped.add(labeled.getText());
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> look(child, clipped, texts));
        }
    }
}
