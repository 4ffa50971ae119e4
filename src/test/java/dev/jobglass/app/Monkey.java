package dev.jobglass.app;

import dev.jobglass.desktop.StatusIcon;
import dev.jobglass.desktop.StatusIcon.MenuEntry;
import dev.jobglass.settings.Density;
import dev.jobglass.settings.Grouping;
import dev.jobglass.settings.Theme;
import dev.jobglass.testing.RunsServer;
import dev.jobglass.testing.RunsServer.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javafx.collections.ObservableList;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/** Does at random what users, jobs and servers do. A step is told by its two numbers, so that it can be done again. */
final class Monkey {
    private static final List<String> KEYS = List.of("Up", "Down", "Home", "End", "Page Down", "Left", "Right", "Space",
            "Enter", "Esc", "Delete", "Tab", "F5", "^A", "^G", "^E", "^Z", "^C", "^K", "^N", "^H", "^I", "^R", "^Comma",
            "+Down", "+Up", "+^C", "+^X", "+^F", "F11", "^S", "^1", "^2", "+^R");
    private static final List<String> FILTERS = List.of("", "run", "run_1", "state:f", "state:bogus", "older:1s",
            "agent:a", "error:x …", "\"", "session:x y", "server:127", "تقرير", "-", "  ");
    private static final List<String> STATES = List.of("running", "queued", "succeeded", "failed", "cancelled",
            "paused");
    private static final List<String> BUTTONS = List.of("#tileRunning", "#tileFailed", "#tileQueued", "#tileStalled",
            "#compactRows", "#groupByAGENT", "#groupBySESSION", "#showDetails", "#spanDAY", "#spanWEEK", "#spanHOUR",
            "#askNow", "#copyReport", "#copyId", "#dismiss", "#dismissAll", "#showJob", "#watchScreen",
            "#openFailures", "#rangeHOUR", "#rangeMONTH", "#rangeOWN");
    private static final int[] WIDTHS = {900, 1024, 1100, 1280, 1920};
    private static final int[] HEIGHTS = {480, 600, 700, 800, 940};
    private static final int[] TEXTS = {80, 100, 120, 150, 200};

    private final ProgramTest program;

    /** What is done, each with a random number of its own. */
    enum Act {
        KEY, FILTER, BUTTON, SELECT, SORT, RESIZE, TEXT, THEME, LOOK, JOB, FORGET, FLAP, SERVER_DOWN, SERVER_UP,
        SERVER_ODD, CLOSE_WINDOWS, TYPE, CLOSE, ICON, PAUSE
    }

    /**
     * One step.
     *
     * @param act what is done
     * @param seed how exactly
     */
    record Step(Act act, int seed) {
    }

    Monkey(ProgramTest program) {
        this.program = program;
    }

    /** {@return steps as a seed has them} */
    static List<Step> steps(long seed, int count) {
        Random random = new Random(seed);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Act act = random.nextInt(3) == 0 ? Act.KEY : Act.values()[random.nextInt(Act.values().length)];
            steps.add(new Step(act, random.nextInt(100_000)));
        }
        return steps;
    }

    /** {@return what kind of step it is: of a key, which} */
    static String kind(Step step) {
        return step.act() == Act.KEY ? KEYS.get(new Random(step.seed()).nextInt(KEYS.size())) : step.act().name();
    }

    /** Does one that is about a server; on a thread that may wait for it. */
    void doToServer(Step step) throws IOException {
        Random random = new Random(step.seed());
        String id = "run_" + random.nextInt(40);
        switch (step.act()) {
            case JOB, FLAP -> {
                String state = STATES.get(random.nextInt(STATES.size()));
                program.server.job(id, state, random.nextInt(101), Map.of("retry_after", 1, "agent_id",
                        "agent " + random.nextInt(5), "session_id", "ops " + random.nextInt(3), "error",
                        state.equals("failed") ? "Broken by " + random.nextInt(4) : "", "completed_at",
                        "2026-11-24T11:00:00Z"));
            }
            case FORGET -> program.server.forget(id);
            case SERVER_DOWN -> program.server.close();
            case SERVER_UP -> {
                program.server.close();
                program.server = new RunsServer(program.server.port());
                for (int i = 0; i < 20; i++) {
                    program.server.job("run_" + i, STATES.get(i % 5), i, Map.of("retry_after", 1));
                }
            }
            case SERVER_ODD -> program.server.insteadOfAll(switch (random.nextInt(4)) {
                case 0 -> Reply.json(401, Map.of("error", "Unauthorized"));
                case 1 -> Reply.json(500, Map.of("error", "oops"));
                case 2 -> new Reply(200, "text/html", "<html>");
                default -> null;
            });
            default -> {
                // is for the windows
            }
        }
    }

    /** Does one that is about the windows. JavaFX thread. */
    void doToWindows(Step step) {
        Random random = new Random(step.seed());
        switch (step.act()) {
            case KEY -> key(KEYS.get(random.nextInt(KEYS.size())));
            case FILTER -> program.window.filter(FILTERS.get(random.nextInt(FILTERS.size())));
            case BUTTON -> {
                if (program.node(BUTTONS.get(random.nextInt(BUTTONS.size()))) instanceof ButtonBase button
                        && button.isVisible() && !button.isDisabled()) {
                    button.fire();
                }
            }
            case SELECT -> {
                int rows = program.table().getItems().size();
                if (rows > 0) {
                    program.table().getSelectionModel().clearAndSelect(random.nextInt(rows));
                }
            }
            case SORT -> {
                List<? extends TableColumn<?, ?>> columns = program.table().getColumns();
                TableColumn<?, ?> column = columns.get(random.nextInt(columns.size()));
                column.setSortType(random.nextBoolean()
                        ? TableColumn.SortType.ASCENDING
                        : TableColumn.SortType.DESCENDING);
                sortBy(column, random.nextInt(4) == 0);
            }
            case RESIZE -> {
                program.stage.setWidth(WIDTHS[random.nextInt(WIDTHS.length)]);
                program.stage.setHeight(HEIGHTS[random.nextInt(HEIGHTS.length)]);
            }
            case TEXT -> { // a dialog that is open keeps its size
                closeWindows();
                program.settings.look().textSizeProperty().set(TEXTS[random.nextInt(TEXTS.length)]);
            }
            case THEME -> program.themes.choose(Theme.values()[random.nextInt(Theme.values().length)]);
            case LOOK -> {
                program.settings.look().rows().groupingProperty()
                        .set(Grouping.values()[random.nextInt(Grouping.values().length)]);
                program.settings.look().rows().densityProperty()
                        .set(Density.values()[random.nextInt(Density.values().length)]);
            }
            case CLOSE_WINDOWS -> closeWindows();
            case CLOSE -> {
                program.icon.panel = random.nextInt(4) > 0;
                Event.fireEvent(program.stage, new WindowEvent(program.stage, WindowEvent.WINDOW_CLOSE_REQUEST));
            }
            case ICON -> icon(random);
            case TYPE -> {
                Node focused = scene().getFocusOwner();
                if (focused instanceof TextInputControl input && input.isEditable()) {
                    input.setText(FILTERS.get(random.nextInt(FILTERS.size())));
                }
            }
            default -> {
                // is for the server, or a pause
            }
        }
    }

    /** A click on the icon, or on a line of its menu. */
    private void icon(Random random) {
        StatusIcon.Content content = program.icon.content;
        if (content != null) {
            MenuEntry entry = content.menu().get(random.nextInt(content.menu().size()));
            switch (entry) {
                case MenuEntry.Command command when random.nextBoolean() -> command.run().run();
                case MenuEntry.Choice choice -> choice.toggle().run();
                default -> content.clicked().run();
            }
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // a column of the table it is in
    private void sortBy(TableColumn<?, ?> column, boolean not) {
        ObservableList order = program.table().getSortOrder();
        order.setAll(not ? List.of() : List.of(column));
    }

    void closeWindows() {
        List.copyOf(Window.getWindows()).stream().filter(other -> other != program.stage).forEach(window -> {
            Node close = window.getScene().getRoot().lookup(".button-bar .button");
            if (close instanceof Button button && button.isCancelButton()) {
                button.fire();
            }
            window.hide(); // also when it asks whether it may close
        });
    }

    /** {@return the scene that has the keyboard} */
    private Scene scene() {
        return Window.getWindows().stream().filter(Window::isFocused).findFirst().orElse(program.stage).getScene();
    }

    private void key(String keys) {
        boolean control = keys.contains("^");
        boolean shift = keys.startsWith("+");
        KeyCode code = KeyCode.getKeyCode(keys.replace("^", "").replaceFirst("^\\+", ""));
        Node target = scene().getFocusOwner() == null ? scene().getRoot() : scene().getFocusOwner();
        Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false));
        if (target.getScene() != null) {
            Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, shift, control, false, false));
        }
    }
}
