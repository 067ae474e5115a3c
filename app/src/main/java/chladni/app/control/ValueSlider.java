package chladni.app.control;

import atlantafx.base.controls.ProgressSliderSkin;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A named number: label, slider and a field for the exact value.
public final class ValueSlider extends HBox {
    private final Slider slider = new Slider();
    private final NumberField field;

    public ValueSlider(String name, NumberScale scale, String accessibleText) {
        getStyleClass().add("value-slider");
        setAlignment(Pos.CENTER_LEFT);
        field = new NumberField(scale, accessibleText + ", exact value");
        slider.setMin(scale.low());
        slider.setMax(scale.high());
        slider.setBlockIncrement(scale.step());
        slider.setSkin(new ProgressSliderSkin(slider));
        slider.setAccessibleText(accessibleText);
        slider.valueProperty().bindBidirectional(field.valueProperty());
        slider.valueProperty().addListener((_, _, raw) -> slider.setValue(scale.fit(raw.doubleValue())));
        Label label = new Label(name);
        label.setLabelFor(slider);
        label.getStyleClass().add("row-label");
        setHgrow(slider, Priority.ALWAYS);
        getChildren().addAll(label, slider, field);
    }

    public DoubleProperty valueProperty() {
        return field.valueProperty();
    }
}
