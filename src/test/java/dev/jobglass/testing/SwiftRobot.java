package dev.jobglass.testing;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * TestFX' robot waits some 60 ms after each key that goes down or up and each step of the mouse, which is a third of
 * what the tests take. This one waits once, after the last. JavaFX takes all of it in the order it was sent.
 */
public final class SwiftRobot extends FxRobot {
    private SwiftRobot settled() {
        WaitForAsyncUtils.waitForFxEvents(2);
        return this;
    }

    @Override
    public FxRobot press(KeyCode... keys) {
        robotContext().getKeyboardRobot().pressNoWait(keys);
        return settled();
    }

    @Override
    public FxRobot release(KeyCode... keys) {
        robotContext().getKeyboardRobot().releaseNoWait(keys);
        return settled();
    }

    @Override
    public FxRobot type(KeyCode... keys) {
        for (KeyCode key : keys) {
            robotContext().getKeyboardRobot().pressNoWait(key);
            robotContext().getKeyboardRobot().releaseNoWait(key);
        }
        return settled();
    }

    @Override
    public FxRobot push(KeyCode... keys) {
        robotContext().getKeyboardRobot().pressNoWait(keys);
        List.of(keys).reversed().forEach(robotContext().getKeyboardRobot()::releaseNoWait);
        return settled();
    }

    @Override
    public FxRobot write(String text) {
        Scene scene = listTargetWindows().stream().filter(Window::isFocused).findFirst().orElseGet(this::targetWindow)
                .getScene();
        text.chars().forEach(letter -> robotContext().getBaseRobot().typeKeyboard(scene, switch (letter) {
            case '\n' -> KeyCode.ENTER;
            case '\t' -> KeyCode.TAB;
            default -> KeyCode.UNDEFINED;
        }, Character.toString(letter)));
        return settled();
    }

    @Override
    public FxRobot clickOn(Point2D point, MouseButton... buttons) {
        robotContext().getMouseRobot().moveNoWait(point);
        robotContext().getMouseRobot().pressNoWait(buttons);
        robotContext().getMouseRobot().releaseNoWait(buttons);
        return settled();
    }

    @Override
    public FxRobot rightClickOn(Point2D point) {
        return clickOn(point, MouseButton.SECONDARY);
    }
}
