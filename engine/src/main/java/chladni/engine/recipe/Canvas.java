package chladni.engine.recipe;

import chladni.engine.failure.BadInput;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What a composition starts from.
///
/// @param from a picture, playable spectrogram, sound or take folder
/// @param strength share of the schedule that is run: near 0 keeps the start, 1 keeps only what the mask protects
/// @param mask a picture, white = make anew, black = keep; null: everything is made anew
/// @param turn columns by which time is turned to the left as on a circle while the take is made, and back afterwards: half the length
///   brings the ends together in the middle, where a mask over both makes a seamless loop; 0 leaves them apart
public record Canvas(Path from, double strength, @Nullable Path mask, int turn) {
    /// A start without a mask is varied; with a mask the masked part is made from noise.
    public static final double DEFAULT_STRENGTH = 0.55;

    public Canvas {
        Ranges.integer("canvas.turn", turn, 0, Compose.MAX_COLUMNS);
        Ranges.number("canvas.strength", strength, 0, 1);
        if (strength == 0) {
            throw new BadInput("\"canvas.strength\" must be above 0: at 0 nothing would be made.");
        }
    }

    /// A canvas whose ends stay apart.
    public Canvas(Path from, double strength, @Nullable Path mask) {
        this(from, strength, mask, 0);
    }
}
