package dev.jobglass.bench;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/**
 * A window with four labels that change once a second, and nothing else: what any window costs. No {@code Application},
 * which Java does not start from a class path.
 */
public final class BareWindow {
    private BareWindow() {
    }

    /** Runs until killed. */
    public static void main(String[] arguments) {
        Platform.startup(BareWindow::open);
    }

    private static void open() {
        List<Label> labels = Stream.generate(Label::new).limit(4).toList();
        VBox box = new VBox();
        box.getChildren().addAll(labels);
        Stage stage = new Stage();
        stage.setScene(new Scene(box, 1_280, 800));
        stage.show();
        AtomicLong number = new AtomicLong();
        Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory())
                .scheduleAtFixedRate(() -> Platform.runLater(() -> {
                    String text = "value " + number.incrementAndGet();
                    labels.forEach(label -> label.setText(text));
                }), 1, 1, TimeUnit.SECONDS);
    }
}
