package chladni.app.feature.canvas;

import chladni.app.control.Axes;
import chladni.app.control.ColourMap;
import chladni.app.control.ColourScale;
import chladni.app.control.Painter;
import chladni.app.control.Pixels;
import chladni.app.control.RulerActions;
import chladni.app.control.SpectrogramView;
import chladni.app.document.Shown;
import chladni.engine.sound.Levels;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The largest thing in the window.
public final class CanvasView extends VBox {
    private final CanvasViewModel model;
    private final SpectrogramView spectrogram = new SpectrogramView();
    private final Painter.Slot slot;

    public CanvasView(CanvasViewModel model, ToolsViewModel tools, Painter painter, RulerActions ruler) {
        this.model = model;
        this.slot = painter.slot(spectrogram.pixelsProperty()::set);
        getStyleClass().add("canvas");
        StackPane room = new StackPane(spectrogram, new EmptyCanvas(model));
        room.getStyleClass().add("canvas-room");
        setVgrow(room, Priority.ALWAYS);
        getChildren().addAll(new CanvasHeading(model, spectrogram), room);
        spectrogram.setRulerActions(ruler);
        new CanvasOverlays(model, tools, spectrogram).add(painter);
        bind();
        show(model.shownProperty().getValue());
    }

    /// For the commands that zoom and fit.
    public SpectrogramView spectrogram() {
        return spectrogram;
    }

    /// The row under the canvas.
    public void setToolBar(Node toolBar) {
        getChildren().add(toolBar);
    }

    private void bind() {
        spectrogram.playheadProperty().bind(model.playheadProperty());
        spectrogram.scaleProperty().bind(Bindings.createObjectBinding(
                () -> model.pictureEyeProperty().get() ? ColourScale.GREY : model.scaleProperty().get(),
                model.pictureEyeProperty(), model.scaleProperty()));
        spectrogram.floorDecibelsProperty().bind(model.floorDecibelsProperty());
        spectrogram.ceilingDecibelsProperty().bind(model.ceilingDecibelsProperty());
        spectrogram.notesProperty().bind(model.notesProperty());
        spectrogram.pianoProperty().bind(model.pianoProperty());
        spectrogram.pointedDecibelsProperty().bind(model.pointedDecibelsProperty());
        spectrogram.pointedProperty().addListener((_, _, place) -> {
            if (place == null) {
                model.leave();
            } else {
                model.point(place.x(), place.y());
            }
        });
        spectrogram.accessibleTextProperty().bind(model.headingProperty().map(title -> "Spectrogram of " + title));
        model.shownProperty().addListener((_, _, now) -> show(now));
        model.pictureEyeProperty().addListener(_ -> show(model.shownProperty().getValue()));
        model.scaleProperty().addListener(_ -> show(model.shownProperty().getValue()));
        model.floorDecibelsProperty().addListener(_ -> show(model.shownProperty().getValue()));
        model.ceilingDecibelsProperty().addListener(_ -> show(model.shownProperty().getValue()));
        model.axisProperty().addListener(_ -> show(model.shownProperty().getValue()));
    }

    private void show(@Nullable Shown shown) {
        spectrogram.setVisible(shown != null);
        if (shown == null) {
            return;
        }
        Axes axes = new Axes(shown.format(), shown.columns(), model.axisProperty().get());
        if (!axes.equals(spectrogram.axes())) {
            spectrogram.axesProperty().set(axes);
        }
        if (model.pictureEyeProperty().get()) {
            slot.paint(() -> Pixels.of(shown.picture()).on(axes));
        } else {
            ColourScale scale = model.scaleProperty().get();
            double floor = new Levels(shown.format()).levelOfDecibels(model.floorDecibelsProperty().get());
            double ceiling = new Levels(shown.format()).levelOfDecibels(model.ceilingDecibelsProperty().get());
            slot.paint(() -> Pixels.of(shown.spectrogram().picture(), new ColourMap(scale, floor, ceiling)).on(axes));
        }
    }
}
