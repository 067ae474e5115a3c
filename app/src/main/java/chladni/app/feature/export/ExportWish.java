package chladni.app.feature.export;

import chladni.app.control.ColourScale;
import chladni.app.document.Span;
import chladni.engine.take.SavedTake;
import org.jspecify.annotations.Nullable;

/// What is to be exported and how.
///
/// @param span null: the whole take
/// @param loop the stretch that is being played again and again, which a WAV says to samplers; null: none
/// @param captions whether a film carries its prompts
/// @param look colours and levels of a figure, as the canvas shows them
public record ExportWish(SavedTake take, ExportKind kind, @Nullable Span span, @Nullable Span loop, boolean captions, Look look) {
    /// @param floorDecibels level shown as the scale's first colour
    /// @param ceilingDecibels level shown as its last
    public record Look(ColourScale scale, double floorDecibels, double ceilingDecibels) {}
}
