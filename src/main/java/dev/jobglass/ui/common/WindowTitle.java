package dev.jobglass.ui.common;

import dev.jobglass.monitor.Workspace;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;

/** What tells one window of the program from another. JavaFX thread only. */
public final class WindowTitle {
    private WindowTitle() {
    }

    /**
     * {@return the program's name, and whose jobs it watches}
     *
     * @param workspace of which
     */
    public static String of(Workspace workspace) {
        return workspace.isDemo()
                ? Messages.of("main.title.demo")
                : workspace.servers().size() == 1
                        ? Messages.of("main.title", PlainText.line(workspace.servers().getFirst().name()))
                        : Messages.of("main.title.servers", workspace.servers().size());
    }
}
