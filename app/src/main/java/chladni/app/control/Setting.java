package chladni.app.control;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;

/// A parameter with its present value.
public final class Setting {
    private Parameter about;
    private final DoubleProperty value;

    public Setting(Parameter about) {
        this.about = about;
        value = new SimpleDoubleProperty(this, about.id(), about.standard());
    }

    public Parameter about() {
        return about;
    }

    public DoubleProperty valueProperty() {
        return value;
    }

    public double get() {
        return value.get();
    }

    /// Takes any number; out of range, the nearest one that is allowed.
    public void set(double wish) {
        value.set(Math.clamp(wish, about.scale().low(), about.scale().high()));
    }

    public void reset() {
        value.set(about.standard());
    }

    /// Gives it another value to begin with, and that value.
    public void rebase(double standard) {
        about = about.withStandard(standard);
        reset();
    }
}
