package dev.jobglass.bench;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/** A window with four labels that change once a second, and nothing else: what any window costs. */
public final class BareWindow extends Application {
    private long number;

    /** For JavaFX. */
    public BareWindow() {
    }

    /** Runs until killed. */
    public static void main(String[] arguments) {
        launch(arguments);
    }

    @Override
    public void start(Stage stage) {
        List<Label> labels = Stream.generate(Label::new).limit(4).toList();
        VBox box = new VBox();
        box.getChildren().addAll(labels);
        stage.setScene(new Scene(box, 1_280, 800));
        stage.show();
        Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory())
                .scheduleAtFixedRate(() -> Platform.runLater(() -> {
                    number++;
                    labels.forEach(label -> label.setText("value " + number));
                }), 1, 1, TimeUnit.SECONDS);
    }
}
