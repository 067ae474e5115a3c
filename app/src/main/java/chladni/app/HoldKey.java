package chladni.app;

import chladni.app.command.Command;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// A key whose command is its own opposite, such as swapping two takes: a tap does it, holding the key does it only while it is held.
final class HoldKey {
    private static final long TAP_NANOS = 300_000_000;

    private final Command command;
    private final BooleanSupplier covered;
    private @Nullable KeyCode held;
    private long since;

    /// @param covered whether something lies over the window, so that its keys are not meant
    HoldKey(Command command, BooleanSupplier covered) {
        this.command = command;
        this.covered = covered;
    }

    /// Before the table's own keys.
    void listenOn(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            boolean repeated = key.getCode() == held;
            boolean typing = scene.getFocusOwner() instanceof TextInputControl;
            if (!repeated && !typing && !covered.getAsBoolean() && command.isEnabled() && command.keys().stream().anyMatch(keys -> keys.match(key))) {
                held = key.getCode();
                since = System.nanoTime();
                command.run();
                key.consume();
            } else if (repeated) {
                key.consume();
            }
        });
        scene.addEventFilter(KeyEvent.KEY_RELEASED, key -> {
            if (key.getCode() == held) {
                held = null;
                if (System.nanoTime() - since > TAP_NANOS) {
                    command.run();
                }
                key.consume();
            }
        });
    }
}
