package chladni.app;

import chladni.app.command.Command;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// A tap on the space bar plays or stops; holding it while dragging pans.
final class SpaceBar {
    private final BooleanProperty panning;
    private final Command toggle;
    private boolean held;
    private boolean dragged;

    SpaceBar(BooleanProperty panning, Command toggle) {
        this.panning = panning;
        this.toggle = toggle;
    }

    void listenOn(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (isOurs(scene.getFocusOwner(), key)) {
                dragged = dragged && held;
                held = true;
                panning.set(true);
                key.consume();
            }
        });
        scene.addEventFilter(KeyEvent.KEY_RELEASED, key -> {
            if (held && key.getCode() == KeyCode.SPACE) {
                release();
                key.consume();
            }
        });
        scene.addEventFilter(MouseEvent.MOUSE_DRAGGED, _ -> dragged = held);
    }

    private void release() {
        boolean tap = !dragged;
        giveUp();
        if (tap) {
            toggle.run();
        }
    }

    private void giveUp() {
        held = false;
        dragged = false;
        panning.set(false);
    }

    private static boolean isOurs(@Nullable Node focused, KeyEvent key) {
        boolean plain = key.getCode() == KeyCode.SPACE && !key.isShortcutDown() && !key.isAltDown() && !key.isShiftDown();
        return plain && !(focused instanceof TextInputControl)
                && !(focused instanceof ButtonBase button && button.isFocusVisible());
    }
}
