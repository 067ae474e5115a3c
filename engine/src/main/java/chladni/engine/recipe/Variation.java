package chladni.engine.recipe;

import chladni.engine.failure.BadInput;

/// A neighbour of a seed: its start noise lies on the arc from the noise that there is to another seed's.
///
/// @param seed the other seed
/// @param strength how far along the arc: near 0 hardly another take, 1 the other seed's own
public record Variation(long seed, double strength) {
    /// Another take of the same idea.
    public static final double DEFAULT_STRENGTH = 0.25;

    public Variation {
        Ranges.number("variations: strength", strength, 0, 1);
        if (strength == 0) {
            throw new BadInput("\"strength\" of a variation must be above 0: at 0 nothing would be varied.");
        }
    }

    Variation next(int index) {
        return new Variation(seed + index, strength);
    }
}
