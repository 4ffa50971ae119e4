package dev.jobglass.ui.watchscreen;

import dev.jobglass.model.ServerStatus;
import dev.jobglass.monitor.MonitoredServer;
import dev.jobglass.text.PlainText;
import dev.jobglass.ui.common.Texts;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The name of a server above its jobs, and how it stands with it. */
final class SectionHead extends HBox {
    private static final PseudoClass LOST = PseudoClass.getPseudoClass("lost");
    private static final PseudoClass TROUBLED = PseudoClass.getPseudoClass("troubled");

    private final Label name = new Label();
    private final Label link = new Label();

    SectionHead() {
        getStyleClass().add("section-head");
        name.getStyleClass().add("section-name");
        link.getStyleClass().add("section-link");
        link.setMinWidth(USE_PREF_SIZE);
        Texts.inOneTypeface(name);
        getChildren().addAll(name, link);
    }

    void show(MonitoredServer server, String age) {
        ServerStatus view = server.view();
        pseudoClassStateChanged(LOST, view.link() == ServerStatus.Link.DOWN);
        pseudoClassStateChanged(TROUBLED, view.link() == ServerStatus.Link.TROUBLED);
        name.setText(PlainText.line(server.name()));
        link.setText(age);
        setAccessibleText(name.getText() + ". " + age);
    }
}
