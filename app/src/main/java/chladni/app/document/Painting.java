package chladni.app.document;

import chladni.app.mask.Layer;
import chladni.app.mask.Patch;
import chladni.app.mask.ShapedMask;
import chladni.app.mask.Shaping;
import chladni.app.mask.Stroke;
import chladni.engine.media.Picture;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.jspecify.annotations.Nullable;

/// What is painted over the canvas: the mask of what is to be made anew and the balance of the voices. Each size of canvas has layers
/// of its own, so that going to a shorter take and back loses nothing. Every change is a step of the history.
public final class Painting {
    /// Neither picture nor sound is preferred: the panel's balance holds.
    public static final int EVEN = 128;

    private final History history;
    private final Map<Size, Layers> bySize = new HashMap<>();
    private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper settled = new ReadOnlyLongWrapper();
    private final ReadOnlyBooleanWrapper masked = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper balanced = new ReadOnlyBooleanWrapper();
    private final DoubleProperty grow = new SimpleDoubleProperty(Shaping.DEFAULT.grow());
    private final DoubleProperty feather = new SimpleDoubleProperty(Shaping.DEFAULT.feather());
    private final BooleanProperty snap = new SimpleBooleanProperty(Shaping.DEFAULT.snap());
    private Layers now = new Layers(new Size(128, 512));
    private @Nullable ShapedMask shaped;

    private record Size(int rows, int columns) {}

    private record Layers(Layer mask, Layer balance) {
        Layers(Size size) {
            this(new Layer(size.rows(), size.columns(), 0), new Layer(size.rows(), size.columns(), EVEN));
        }
    }

    Painting(History history) {
        this.history = history;
        grow.addListener(_ -> settle());
        feather.addListener(_ -> settle());
        snap.addListener(_ -> settle());
    }

    /// The canvas shows something of this size now.
    void fit(@Nullable Shown shown) {
        if (shown != null && (shown.format().mels() != now.mask().rows() || shown.columns() != now.mask().columns())) {
            now = bySize.computeIfAbsent(new Size(shown.format().mels(), shown.columns()), Layers::new);
            settle();
        }
    }

    /// Grows with every change of anything here.
    public ReadOnlyLongProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    /// Grows when a stroke is finished or anything else has come to rest.
    public ReadOnlyLongProperty settledProperty() {
        return settled.getReadOnlyProperty();
    }

    /// Whether anything is masked.
    public ReadOnlyBooleanProperty maskedProperty() {
        return masked.getReadOnlyProperty();
    }

    /// Whether any balance is painted.
    public ReadOnlyBooleanProperty balancedProperty() {
        return balanced.getReadOnlyProperty();
    }

    /// Pixels by which the mask grows before it is used, 0 … 64.
    public DoubleProperty growProperty() {
        return grow;
    }

    /// Pixels over which the grown mask fades out, 0 … 64.
    public DoubleProperty featherProperty() {
        return feather;
    }

    /// Whether whole latent cells are masked.
    public BooleanProperty snapProperty() {
        return snap;
    }

    public Shaping shaping() {
        return new Shaping((int) grow.get(), (int) feather.get(), snap.get());
    }

    /// The mask as it was painted; not to be changed from outside.
    public Layer mask() {
        return now.mask();
    }

    public Layer balance() {
        return now.balance();
    }

    /// The mask as it stands with what will become of it.
    public ShapedMask shaped() {
        ShapedMask now = shaped;
        if (now == null) {
            now = new ShapedMask(mask().copy(), shaping());
            shaped = now;
        }
        return now;
    }

    /// Begins to paint the mask. The painting is seen as it grows; `finish` makes it a step.
    ///
    /// @param add whether to add to the mask, or take away
    public Stroke mask(boolean add) {
        return new Stroke(now.mask(), add ? 255 : 0);
    }

    /// Begins to paint the balance.
    ///
    /// @param target 0 picture … 128 as the panel says … 255 sound
    public Stroke balance(int target) {
        return new Stroke(now.balance(), target);
    }

    /// A stroke has gone on.
    public void changed() {
        shaped = null;
        masked.set(!now.mask().isBlank());
        balanced.set(!now.balance().isBlank());
        version.set(version.get() + 1);
    }

    /// Makes a stroke on the mask a step.
    public void finishMask(Stroke stroke, String name) {
        did(name, now.mask(), stroke.finish());
    }

    public void finishBalance(Stroke stroke, String name) {
        did(name, now.balance(), stroke.finish());
    }

    public void maskAll() {
        change("Masked everything", mask -> filled(mask, 255));
    }

    public void maskNone() {
        change("Cleared the mask", mask -> filled(mask, 0));
    }

    public void invertMask() {
        change("Inverted the mask", Layer::inverted);
    }

    /// Replaces the mask by something made of it.
    public void change(String name, UnaryOperator<Layer> change) {
        Layer mask = now.mask();
        perform(name, mask, Patch.between(mask, change.apply(mask)));
    }

    /// Takes over a balance that was painted before; one of another size is left alone.
    public void recallBalance(Layer painted) {
        if (painted.rows() == now.balance().rows() && painted.columns() == now.balance().columns()) {
            perform("Recalled the painted balance", now.balance(), Patch.between(now.balance(), painted));
        }
    }

    /// Takes over mask and balance of a project; one of another size is left alone.
    public void recall(@Nullable Layer mask, @Nullable Layer balance) {
        if (mask != null && mask.rows() == now.mask().rows() && mask.columns() == now.mask().columns()) {
            perform("Recalled the mask", now.mask(), Patch.between(now.mask(), mask));
        }
        if (balance != null) {
            recallBalance(balance);
        }
    }

    /// Masks what is bright in a picture of any size, stretched over the canvas.
    public void recallMask(Picture bright) {
        change("Masked by a picture", mask -> Layer.of(bright, mask.rows(), mask.columns()));
    }

    public void clearBalance() {
        perform("Cleared the painted balance", now.balance(), Patch.between(now.balance(), filled(now.balance(), EVEN)));
    }

    private static Layer filled(Layer like, int value) {
        return new Layer(like.rows(), like.columns(), value);
    }

    private void perform(String name, Layer layer, Patch patch) {
        if (!patch.isEmpty()) {
            history.perform(new LayerEdit(name, layer, patch, this::settle));
        }
    }

    private void did(String name, Layer layer, Patch patch) {
        if (!patch.isEmpty()) {
            history.did(new LayerEdit(name, layer, patch, this::settle));
        }
        settle();
    }

    private void settle() {
        changed();
        settled.set(settled.get() + 1);
    }
}
