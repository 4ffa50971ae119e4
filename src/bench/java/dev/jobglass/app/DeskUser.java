package dev.jobglass.app;

import dev.jobglass.settings.Density;
import dev.jobglass.settings.Grouping;
import dev.jobglass.settings.Settings;
import dev.jobglass.ui.main.MainWindow;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import javafx.util.Duration;

/** Does all day what a user does, one thing every few seconds. JavaFX thread only. */
final class DeskUser {
    private static final Duration BETWEEN = Duration.seconds(2);

    private final MainWindow window;
    private final Settings settings;
    private final Random random = new Random(1);
    private final List<Runnable> chores = List.of(this::select, this::follow, this::select, () -> tab(1), () -> tab(2),
            () -> tab(0), this::filter, this::select, this::clear, this::failures, this::dismiss, this::history,
            this::search, this::closeHistory, () -> group(Grouping.AGENT), () -> group(Grouping.NONE),
            () -> rows(Density.COMPACT), () -> rows(Density.COMFORTABLE), this::watchScreen, this::escape,
            () -> text(150), () -> text(100));
    private int done;

    DeskUser(MainWindow window, Settings settings) {
        this.window = window;
        this.settings = settings;
    }

    void work() {
        Timeline day = new Timeline(new KeyFrame(BETWEEN, _ -> chores.get(done++ % chores.size()).run()));
        day.setCycleCount(Animation.INDEFINITE);
        day.play();
    }

    private static Node find(String query) {
        return Window.getWindows().stream().map(one -> one.getScene().lookup(query)).filter(Objects::nonNull)
                .findFirst().orElse(null);
    }

    private static void press(String query) {
        if (find(query) instanceof ButtonBase button && !button.isDisabled() && shown(button)) {
            button.fire();
        }
    }

    private static boolean shown(Node node) {
        return Stream.iterate(node, Objects::nonNull, Node::getParent).allMatch(Node::isVisible);
    }

    private void select() {
        if (find("#jobs") instanceof TableView<?> table && !table.getItems().isEmpty()) {
            int row = random.nextInt(table.getItems().size());
            table.getSelectionModel().clearAndSelect(row);
            table.scrollTo(row);
        }
    }

    private void follow() {
        press("#live");
    }

    private void tab(int number) {
        if (find("#tabs") instanceof TabPane tabs) {
            tabs.getSelectionModel().select(number);
        }
    }

    private void write(String query, String words) {
        if (find(query) instanceof TextField field) {
            field.setText(words);
        }
    }

    private void filter() {
        write("#filter", "agent-" + random.nextInt(20));
    }

    private void clear() {
        write("#filter", "");
    }

    private void failures() {
        window.windows().showFailures();
    }

    private void dismiss() {
        press("#dismissAll");
    }

    private void history() {
        window.windows().showHistory();
    }

    private void search() {
        write("#historySearch", "broke");
    }

    private void closeHistory() {
        if (find("#historySearch") instanceof Node node) {
            node.getScene().getWindow().hide();
        }
    }

    private void group(Grouping by) {
        settings.look().rows().groupingProperty().set(by);
    }

    private void rows(Density density) {
        settings.look().rows().densityProperty().set(density);
    }

    private void watchScreen() {
        window.showWatchScreen();
    }

    private void escape() {
        Event.fireEvent(find("#watchScreen"),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
    }

    private void text(int size) {
        settings.look().textSizeProperty().set(size);
    }
}
