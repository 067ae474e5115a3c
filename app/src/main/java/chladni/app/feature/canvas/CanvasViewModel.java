package chladni.app.feature.canvas;

import chladni.app.control.Axes;
import chladni.app.control.ColourScale;
import chladni.app.control.FrequencyScale;
import chladni.app.document.Document;
import chladni.app.document.Shown;
import chladni.app.document.Span;
import chladni.app.document.TakeItem;
import chladni.engine.media.Spectrogram;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// What the canvas shows and how.
public final class CanvasViewModel {
    /// Decibels between black and white: the two push each other along rather than meet.
    private static final double LEAST_RANGE = 10;

    private final Document document;
    private final BooleanProperty pictureEye = new SimpleBooleanProperty(false);
    private final ObjectProperty<ColourScale> scale = new SimpleObjectProperty<>(ColourScale.GREY);
    private final ObjectProperty<FrequencyScale> axis = new SimpleObjectProperty<>(FrequencyScale.MEL);
    private final BooleanProperty notes = new SimpleBooleanProperty();
    private final BooleanProperty piano = new SimpleBooleanProperty();
    private final DoubleProperty floorDecibels = new SimpleDoubleProperty(-146);
    private final DoubleProperty ceilingDecibels = new SimpleDoubleProperty(0);
    private final DoubleProperty playhead = new SimpleDoubleProperty();
    private final ReadOnlyStringWrapper readout = new ReadOnlyStringWrapper("");
    private final DoubleProperty pointedDecibels = new SimpleDoubleProperty(Double.NaN);
    private final ObservableValue<String> heading;
    private final ObservableValue<String> hint;

    public CanvasViewModel(Document document) {
        this.document = document;
        floorDecibels.addListener((_, _, floor) -> ceilingDecibels.set(Math.max(ceilingDecibels.get(), floor.doubleValue() + LEAST_RANGE)));
        ceilingDecibels.addListener((_, _, ceiling) -> floorDecibels.set(Math.min(floorDecibels.get(), ceiling.doubleValue() - LEAST_RANGE)));
        heading = Bindings.createStringBinding(this::headingNow, document.visibleProperty(), document.seenProperty());
        hint = Bindings.createStringBinding(this::hintNow,
                document.visibleProperty(), document.seenProperty(), document.acceptedProperty());
    }

    public ObservableValue<@Nullable Shown> shownProperty() {
        return document.visibleProperty();
    }

    /// True: the picture as the picture voice's decoder sees it; false: the spectrogram that sounds.
    public BooleanProperty pictureEyeProperty() {
        return pictureEye;
    }

    public ObjectProperty<ColourScale> scaleProperty() {
        return scale;
    }

    /// What is shown black; concerns only the screen.
    public DoubleProperty floorDecibelsProperty() {
        return floorDecibels;
    }

    /// What is shown white.
    public DoubleProperty ceilingDecibelsProperty() {
        return ceilingDecibels;
    }

    /// How the frequency axis is drawn.
    public ObjectProperty<FrequencyScale> axisProperty() {
        return axis;
    }

    /// Whether the frequency axis names notes.
    public BooleanProperty notesProperty() {
        return notes;
    }

    public BooleanProperty pianoProperty() {
        return piano;
    }

    /// The chosen stretch of time; null: all of it.
    public ObjectProperty<@Nullable Span> selectionProperty() {
        return document.selectionProperty();
    }

    /// Seconds.
    public DoubleProperty playheadProperty() {
        return playhead;
    }

    public ObservableValue<String> headingProperty() {
        return heading;
    }

    /// What can be done with what is looked at; empty when it is on the canvas already.
    public ObservableValue<String> hintProperty() {
        return hint;
    }

    public ReadOnlyStringProperty readoutProperty() {
        return readout.getReadOnlyProperty();
    }

    public DoubleProperty pointedDecibelsProperty() {
        return pointedDecibels;
    }

    /// The pointer is at a place in cells of what is shown.
    public void point(double x, double y) {
        Shown shown = document.visible();
        Shown.Look look = shown == null ? null : shown.contents().lookNow();
        if (look == null) { // it is being read
            leave();
            return;
        }
        Spectrogram spectrogram = look.spectrogram();
        Axes axes = new Axes(spectrogram.format(), spectrogram.columns());
        int column = Math.clamp((int) x, 0, spectrogram.columns() - 1);
        int row = Math.clamp((int) y, 0, spectrogram.rows() - 1);
        double decibels = axes.decibels(spectrogram.at(row, column));
        readout.set(new Readout(axes.secondsAt(x), axes.hertzAt(y), decibels).text());
        pointedDecibels.set(decibels);
    }

    public void leave() {
        readout.set("");
        pointedDecibels.set(Double.NaN);
    }

    private String headingNow() {
        Shown shown = document.visible();
        TakeItem looked = document.seen();
        if (shown == null) {
            return "";
        }
        String step = document.stepProperty().get() == null ? "" : ", an earlier step";
        return looked == null ? shown.title() : "Take " + looked.number() + step + " · " + looked.title();
    }

    private String hintNow() {
        TakeItem looked = document.seen();
        Shown shown = document.visible();
        if (looked == null || shown == null || shown.equals(document.acceptedProperty().get())) {
            return "";
        }
        if (document.stepProperty().get() != null) {
            return "Esc goes back to the take";
        }
        return shown.isEstimate() ? "forming: the estimate so far" : "Enter keeps it here · Esc goes back";
    }
}
