package chladni.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Window;

/// Somebody who has read nothing: presses only on words that are to be seen, with the mouse, at the place where they are seen. What is covered,
/// hidden or greyed out cannot be pressed.
final class Visitor {
    private final StudioWindow window;
    private final Robot robot = Fx.call(Robot::new);
    private final List<String> said = new ArrayList<>();

    Visitor(StudioWindow window) {
        this.window = window;
    }

    /// Presses on what shows these words; words of an icon are those that its help says.
    void press(String words) {
        press(words, Node.class);
    }

    private void press(String words, Class<? extends Node> kind) {
        Fx.until("“" + words + "” can be pressed", () -> seen(words).anyMatch(node -> kind.isInstance(node) && !node.isDisabled()));
        Point2D at = Fx.call(() -> middle(seen(words).filter(node -> kind.isInstance(node) && !node.isDisabled()).findFirst().orElseThrow()));
        click(at);
        said.add(words);
    }

    /// Presses on a field, forgets what is in it and types.
    void write(String words, String text) {
        press(words, TextInputControl.class);
        Fx.run(() -> {
            robot.keyPress(KeyCode.CONTROL);
            robot.keyType(KeyCode.A);
            robot.keyRelease(KeyCode.CONTROL);
        });
        Fx.run(() -> ((TextInputControl) Objects.requireNonNull(window.wiring.scene.getFocusOwner())).replaceSelection(text));
        said.add("\"" + text + "\"");
    }

    /// Draws over the canvas, shares of its width and height.
    void draw(double... corners) {
        Node stage = Objects.requireNonNull(window.wiring.scene.lookup(".picture-stage"));
        for (int i = 0; i < corners.length; i += 2) {
            Bounds bounds = Fx.call(() -> stage.localToScreen(stage.getBoundsInLocal()));
            Point2D at = new Point2D(bounds.getMinX() + corners[i] * bounds.getWidth(), bounds.getMinY() + corners[i + 1] * bounds.getHeight());
            boolean first = i == 0;
            Fx.run(() -> {
                robot.mouseMove(at);
                if (first) {
                    robot.mousePress(MouseButton.PRIMARY);
                }
            });
            Fx.nap(30);
        }
        Fx.run(() -> robot.mouseRelease(MouseButton.PRIMARY));
        said.add("(draws)");
    }

    List<String> did() {
        return said;
    }

    private void click(Point2D at) {
        Fx.run(() -> robot.mouseMove(at));
        Fx.nap(30);
        Fx.run(() -> robot.mouseClick(MouseButton.PRIMARY));
        Fx.nap(60);
    }

    private static Point2D middle(Node node) {
        Bounds bounds = node.localToScreen(node.getBoundsInLocal());
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    private static Stream<Node> seen(String words) {
        return Window.getWindows().stream().filter(Window::isShowing).toList().reversed().stream()
                .flatMap(shown -> shown.getScene().getRoot().lookupAll("*").stream().filter(node -> isSeen(node, shown) && says(node, words)));
    }

    private static boolean says(Node node, String words) {
        return words.equals(node.getAccessibleText()) || node instanceof Labeled labeled && words.equals(labeled.getText());
    }

    private static boolean isSeen(Node node, Window in) {
        for (Node one = node; one != null; one = one.getParent()) {
            if (!one.isVisible()) {
                return false;
            }
        }
        Bounds bounds = node.localToScene(node.getBoundsInLocal());
        return bounds.getWidth() > 4 && bounds.getMinX() >= 0 && bounds.getMinY() >= 0
                && bounds.getCenterX() < in.getScene().getWidth() && bounds.getCenterY() < in.getScene().getHeight();
    }
}
