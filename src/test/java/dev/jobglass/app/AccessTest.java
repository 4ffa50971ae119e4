package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.testing.Fx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TableCell;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Who does not see the screen hears of everything on it, and who has no mouse gets everywhere. */
class AccessTest extends ProgramTest {
    /** {@return what can have the focus and says nothing of itself} */
    private static List<String> silent(Parent root) {
        List<String> silent = new ArrayList<>();
        visit(root, silent);
        return silent;
    }

    private static void visit(Node node, List<String> silent) {
        if (!node.isVisible()) {
            return;
        }
        boolean means = node.isFocusTraversable() && !node.isDisabled() || node instanceof TableCell<?, ?>;
        if (means && name(node).isBlank() && node.getAccessibleRole() != AccessibleRole.NODE && !empty(node)) {
            silent.add(node.getAccessibleRole() + " " + node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> visit(child, silent));
        }
    }

    private static boolean empty(Node node) {
        return node instanceof TableCell<?, ?> cell && (cell.isEmpty() || cell.getItem() == null);
    }

    /** As a screen reader asks. */
    private static String name(Node node) {
        StringBuilder name = new StringBuilder();
        for (AccessibleAttribute attribute : List.of(AccessibleAttribute.TEXT, AccessibleAttribute.HELP)) {
            Object value = node.queryAccessibleAttribute(attribute);
            name.append(value == null ? "" : value);
        }
        if (node.getAccessibleText() != null) {
            name.append(node.getAccessibleText());
        }
        return name.toString();
    }

    private void jobs() {
        server.job("run_1", "running", 40, Map.of("retry_after", 1, "agent_id", "recipe:news"));
        server.failed("run_2", "It broke");
    }

    @Test
    void everythingOnTheDashboardSaysWhatItIs() throws Exception {
        jobs();
        open();
        awaitRows("run_1", "run_2");
        awaitText("#percent", "40%");
        assertThat(Fx.call(() -> silent(stage.getScene().getRoot()))).isEmpty();
    }

    @Test
    void everythingInTheOtherWindowsToo() throws Exception {
        jobs();
        open();
        awaitRows("run_1", "run_2");
        clickRow("run_2");
        robot.type(KeyCode.ENTER);
        Fx.await("the failure window", () -> node("#dismiss") != null);
        Fx.run(() -> {
            window.windows().showSettings();
            window.windows().showHistory();
            window.windows().showInsights();
        });
        Fx.await("all settings", () -> node("#importSettings") != null);
        for (String id : List.of("#dismiss", "#settings", "#changes", "#agents")) {
            assertThat(Fx.call(() -> silent(node(id).getScene().getRoot()))).as(id).isEmpty();
        }
    }

    @Test
    void theTabKeyGoesThroughTheWindowAndBackToItsBeginning() throws Exception {
        jobs();
        open();
        awaitRows("run_1", "run_2");
        awaitText("#percent", "40%");
        Fx.run(() -> node("#filter").requestFocus());
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 60 && !(i > 0 && ids.getLast().equals("filter")); i++) {
            robot.type(KeyCode.TAB);
            Node owner = Fx.call(() -> stage.getScene().getFocusOwner());
            ids.add(owner.getId() == null ? owner.getClass().getSimpleName() : owner.getId());
        }
        assertThat(ids).containsSubsequence("watchJob", "watchScreen", "menu", "tileQueued", "tileRunning", "jobs")
                .contains("server", "filter");
    }
}
