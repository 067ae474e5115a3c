package chladni.app.control;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;

/// A number that is typed or stepped with ↑ and ↓ (Shift: ten steps). What is out of range is brought back into it; what is
/// no number is put back.
public final class NumberField extends TextField {
    private final DoubleProperty value = new SimpleDoubleProperty();
    private final NumberScale scale;

    public NumberField(NumberScale scale, String accessibleText) {
        this.scale = scale;
        getStyleClass().add("number-field");
        setAccessibleText(accessibleText);
        setPrefColumnCount(4);
        value.addListener(_ -> showValue());
        focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                commit();
            }
        });
        setOnAction(_ -> commit());
        addEventFilter(KeyEvent.KEY_PRESSED, this::step);
        showValue();
    }

    public DoubleProperty valueProperty() {
        return value;
    }

    private void step(KeyEvent key) {
        double sign = switch (key.getCode()) {
            case UP -> 1;
            case DOWN -> -1;
            default -> 0;
        };
        if (sign != 0) {
            commit();
            value.set(scale.fit(value.get() + sign * scale.step() * (key.isShiftDown() ? 10 : 1)));
            key.consume();
        }
    }

    private void commit() {
        try {
            value.set(scale.parse(getText()));
        } catch (NumberFormatException putBack) {
            setAccessibleHelp("That was no number; the old value is back.");
        }
        showValue();
    }

    private void showValue() {
        setText(scale.text(value.get()));
        positionCaret(getLength());
    }
}
