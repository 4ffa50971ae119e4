package dev.jobglass.ui.servers;

import dev.jobglass.api.Problem;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.monitor.ConnectionTest;
import dev.jobglass.monitor.ServerForm;
import dev.jobglass.monitor.ServerManager;
import dev.jobglass.monitor.TestedConnection;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.ui.common.Visibility;
import dev.jobglass.ui.common.WrappedLabel;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Asks a server once as it is written in a dialog, and says what worked. JavaFX thread only. */
final class ConnectionTestRow extends HBox {
    private final ServerManager servers;
    private final ServerAddress before;
    private final Consumer<Consumer<ServerForm>> written;
    private final Runnable grown;
    private final Label steps = new WrappedLabel();
    private final Label outcome = new WrappedLabel();
    /** Counts the tests, for an answer to an older one says nothing of what is written now. */
    private int test;

    /**
     * Has nothing to say yet.
     *
     * @param servers asks
     * @param before the address the server had, or null for a new one
     * @param written gives what is in the dialog, unless that makes no sense
     * @param grown runs when there is more or less to read
     */
    ConnectionTestRow(ServerManager servers, ServerAddress before, Consumer<Consumer<ServerForm>> written,
            Runnable grown) {
        this.servers = servers;
        this.before = before;
        this.written = written;
        this.grown = grown;
        Button button = new Button(Messages.of("servers.serverDialog.test"));
        button.setId("serverTest");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> test());
        steps.setId("serverTestSteps");
        steps.getStyleClass().add("subtle");
        outcome.setId("serverTested");
        outcome.getStyleClass().add("subtle");
        Visibility.onlyWithText(steps, outcome);
        VBox said = new VBox(steps, outcome);
        setHgrow(said, Priority.ALWAYS);
        getChildren().addAll(button, said);
        getStyleClass().add("server-test");
    }

    /** What was said was about what was written before. */
    void forget() {
        steps.setText("");
        outcome.setText("");
        test++;
    }

    private void test() {
        written.accept(server -> {
            test++;
            int asked = test;
            say("", Messages.of("servers.serverDialog.testing"), "subtle");
            servers.test(before, server, result -> {
                if (asked == test) {
                    say(steps(result), words(result.outcome()), good(result.outcome()) ? "good" : "complaint");
                }
            });
        });
    }

    private void say(String way, String text, String styleClass) {
        steps.setText(way);
        outcome.getStyleClass().setAll("label", styleClass);
        outcome.setText(text);
        grown.run();
    }

    private static boolean good(ConnectionTest result) {
        return result instanceof ConnectionTest.Lists || result instanceof ConnectionTest.ListsNothing;
    }

    /** What worked on the way there, a line each. */
    private static String steps(TestedConnection result) {
        return result.steps().stream()
                .map(step -> Messages.of(step.worked() ? "servers.test.worked" : "servers.test.failed",
                        Messages.of("servers.test.step." + step.kind()), PlainText.line(step.detail())))
                .collect(Collectors.joining("\n"));
    }

    private static String words(ConnectionTest result) {
        return switch (result) {
            case ConnectionTest.Lists(long millis, int jobs) -> Messages.of("servers.test.answers", millis, jobs);
            case ConnectionTest.ListsNothing(long millis) -> Messages.of("servers.test.noList", millis);
            case ConnectionTest.KeyUnusable _ -> Messages.of("servers.test.badKey");
            case ConnectionTest.Failed(Problem problem) -> Messages.problem(problem);
        };
    }
}
