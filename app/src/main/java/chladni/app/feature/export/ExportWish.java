package chladni.app.feature.export;

import chladni.app.control.ColourScale;
import chladni.app.document.Span;
import chladni.engine.take.SavedTake;
import org.jspecify.annotations.Nullable;

/// What is to be exported and how.
///
/// @param span null: the whole take
/// @param captions whether a film carries its prompts
/// @param look colours and floor of a figure, as the canvas shows them
public record ExportWish(SavedTake take, ExportKind kind, @Nullable Span span, boolean captions, Look look) {
    /// @param floorDecibels level shown as the scale's first colour
    public record Look(ColourScale scale, double floorDecibels) {}
}
