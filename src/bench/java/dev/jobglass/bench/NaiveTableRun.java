package dev.jobglass.bench;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

/** How one would begin: a sorted list that follows every property. The same load as {@link TableRun}. */
public final class NaiveTableRun {
    private static final int BATCHES_A_SECOND = 20;

    private NaiveTableRun() {
    }

    /**
     * Runs once.
     *
     * @param arguments jobs, ignored, changes a second, seconds to measure
     */
    public static void main(String[] arguments) throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        int jobs = Integer.parseInt(arguments[0]);
        int changes = Integer.parseInt(arguments[2]);
        Random random = new Random(1);
        ObservableList<DoubleProperty> rows = FXCollections
                .observableArrayList(percentage -> new Observable[]{percentage});
        Pulses pulses = new Pulses();
        CompletableFuture<Void> open = new CompletableFuture<>();
        Platform.startup(() -> {
            for (int i = 0; i < jobs; i++) {
                rows.add(new SimpleDoubleProperty(random.nextDouble() * 100));
            }
            show(rows);
            open.complete(null);
        });
        open.get();
        Executors.newSingleThreadScheduledExecutor().scheduleAtFixedRate(() -> {
            CompletableFuture<Void> done = new CompletableFuture<>();
            Platform.runLater(() -> {
                for (int i = 0; i < changes / BATCHES_A_SECOND; i++) {
                    rows.get(random.nextInt(jobs)).set(random.nextDouble() * 100);
                }
                done.complete(null);
            });
            done.join(); // else the queue would grow for ever
        }, 0, 1_000 / BATCHES_A_SECOND, TimeUnit.MILLISECONDS);
        Platform.runLater(pulses::measure);
        long seconds = Long.parseLong(arguments[3]);
        Thread.sleep(Duration.ofSeconds(seconds));
        Platform.runLater(() -> {
            System.out.println("{" + pulses.json(seconds) + "}");
            System.exit(0);
        });
    }

    private static void show(ObservableList<DoubleProperty> rows) {
        TableView<DoubleProperty> table = new TableView<>();
        TableColumn<DoubleProperty, Number> column = new TableColumn<>("Progress");
        column.setCellValueFactory(row -> row.getValue());
        table.getColumns().add(column);
        SortedList<DoubleProperty> sorted = new SortedList<>(rows);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        Stage stage = new Stage();
        stage.setScene(new Scene(table, 1280, 800));
        stage.show();
        table.getSortOrder().add(column);
    }
}
