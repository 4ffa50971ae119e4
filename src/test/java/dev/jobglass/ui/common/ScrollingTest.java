package dev.jobglass.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.testing.Fx;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

class ScrollingTest {
    @Test
    void whereNoRowIsMeantNothingIsDone() throws Exception {
        ListView<Integer> list = Fx.call(() -> {
            ListView<Integer> numbers = new ListView<>();
            numbers.getItems().setAll(IntStream.range(0, 50).boxed().toList());
            return numbers;
        });
        Stage stage = Fx.call(Stage::new);
        try {
            Fx.run(() -> {
                stage.setScene(new Scene(list, 200, 200));
                stage.show();
            });
            Fx.pulses(2);
            Fx.run(() -> {
                Scrolling.keepInView(list, -1); // as the focus model tells where nothing has the focus
                Scrolling.keepInView(list, 50);
            });
            Fx.pulses(2);
            assertThat(Fx.call(() -> Scrolling.inView(list, 0))).isTrue();
        } finally {
            Fx.run(stage::hide);
        }
    }
}
