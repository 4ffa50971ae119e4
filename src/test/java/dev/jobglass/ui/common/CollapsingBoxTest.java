package dev.jobglass.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.testing.Fx;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

class CollapsingBoxTest {
    private static Label label(String text) {
        Label label = new Label(text);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    @Test
    void whatIsDroppedComesBackOnceItHasRoom() throws Exception {
        Label always = Fx.call(() -> label("always"));
        Label sometimes = Fx.call(() -> label("much too long for what there is room for here, much too long"));
        CollapsingBox.setStep(sometimes, 1);
        Stage stage = Fx.call(() -> {
            CollapsingBox box = new CollapsingBox();
            box.getChildren().setAll(always, sometimes);
            Stage shown = new Stage();
            shown.setScene(new Scene(box, 150, 50));
            shown.show();
            return shown;
        });
        Fx.await("dropped", () -> !sometimes.isVisible());
        Fx.run(() -> {
            sometimes.setText("short");
            always.requestLayout(); // as whatever changes in the row has it laid out
        });
        Fx.await("back", sometimes::isVisible);

        assertThat(Fx.call(() -> always.isVisible())).isTrue();
        Fx.run(stage::close);
    }
}
