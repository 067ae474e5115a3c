package chladni.engine.recipe;

import chladni.engine.failure.BadInput;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What a composition starts from.
///
/// @param from a picture, playable spectrogram, sound or take folder
/// @param strength share of the schedule that is run: near 0 keeps the start, 1 keeps only what the mask protects
/// @param mask a picture, white = make anew, black = keep; null: everything is made anew
public record Canvas(Path from, double strength, @Nullable Path mask) {
    /// A start without a mask is varied; with a mask the masked part is made from noise.
    public static final double DEFAULT_STRENGTH = 0.55;

    public Canvas {
        Ranges.number("canvas.strength", strength, 0, 1);
        if (strength == 0) {
            throw new BadInput("\"canvas.strength\" must be above 0: at 0 nothing would be made.");
        }
    }
}
