package chladni.app.command;

import chladni.app.control.SpectrogramView;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Runs commands by their keys. Keys without Ctrl belong to whatever has the focus first: a text field keeps its letters, a
/// button reached by Tab its space bar, a list and a slider their arrows.
public final class Keys {
    /// With Ctrl these edit the text that has the focus, not the canvas.
    private static final Set<KeyCode> TEXT_EDITING = EnumSet.of(KeyCode.Z, KeyCode.Y, KeyCode.A, KeyCode.C, KeyCode.V, KeyCode.X,
            KeyCode.LEFT, KeyCode.RIGHT, KeyCode.HOME, KeyCode.END, KeyCode.BACK_SPACE, KeyCode.DELETE);

    /// What works while something lies over the window.
    private static final Set<String> ALWAYS = Set.of("take.back", "window.palette", "window.keys");

    private final CommandTable commands;
    private final BooleanSupplier covered;

    /// @param covered whether something lies over the window, so that its keys are not meant
    public Keys(CommandTable commands, BooleanSupplier covered) {
        this.commands = commands;
        this.covered = covered;
    }

    public void listenOn(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (!key.isConsumed() && !belongsTo(scene.getFocusOwner(), key)) {
                commands.all().stream().filter(command -> isMeant(command) && matches(command, key)).findFirst().ifPresent(command -> {
                    command.run();
                    key.consume();
                });
            }
        });
    }

    private boolean isMeant(Command command) {
        return !commands.capturingProperty().get() && (!covered.getAsBoolean() || ALWAYS.contains(command.id()));
    }

    private static boolean matches(Command command, KeyEvent key) {
        return command.hasKey(key) && command.isEnabled();
    }

    private static boolean belongsTo(@Nullable Node focused, KeyEvent key) {
        if (focused instanceof TextInputControl && key.isShortcutDown() && TEXT_EDITING.contains(key.getCode())) {
            return true;
        }
        if (key.getCode() == KeyCode.TAB) {
            return focused != null && (focused.isFocusVisible() || !(focused instanceof SpectrogramView));
        }
        boolean plain = !key.isShortcutDown() && !key.isAltDown() && !isFunctionKey(key.getCode());
        return plain && switch (focused) {
            case TextInputControl _ -> key.getCode() != KeyCode.ESCAPE;
            case ToggleButton toggle when toggle.getToggleGroup() != null && toggle.isFocusVisible() ->
                key.getCode() == KeyCode.SPACE || key.getCode().isArrowKey(); // to the alternatives beside it
            case ButtonBase button -> key.getCode() == KeyCode.SPACE && button.isFocusVisible();
            case ListView<?> _, Slider _ -> key.getCode().isNavigationKey();
            case ComboBoxBase<?> box -> box.isShowing() || key.getCode().isNavigationKey();
            case null, default -> false;
        };
    }

    private static boolean isFunctionKey(KeyCode code) {
        return code.isFunctionKey();
    }
}
