package chladni.app;

import chladni.app.command.Command;
import java.util.function.BooleanSupplier;
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
    private final BooleanSupplier elsewhere;
    private boolean held;
    private boolean dragged;

    /// @param elsewhere whether the space bar means something else now
    SpaceBar(BooleanProperty panning, Command toggle, BooleanSupplier elsewhere) {
        this.panning = panning;
        this.elsewhere = elsewhere;
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

    private boolean isOurs(@Nullable Node focused, KeyEvent key) {
        boolean plain = key.getCode() == KeyCode.SPACE && !key.isShortcutDown() && !key.isAltDown() && !key.isShiftDown();
        return plain && !elsewhere.getAsBoolean() && !(focused instanceof TextInputControl)
                && !(focused instanceof ButtonBase button && button.isFocusVisible());
    }
}
