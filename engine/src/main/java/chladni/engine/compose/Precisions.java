package chladni.engine.compose;

import chladni.engine.recipe.NoiseKind;
import chladni.engine.tensor.Noise;

/// A recipe's word for its start noise as the generator's.
final class Precisions {
    private Precisions() {}

    static Noise.Precision of(NoiseKind kind) {
        return switch (kind) {
            case FLOAT -> Noise.Precision.SINGLE;
            case HALF -> Noise.Precision.HALF_ROUNDED;
            case HALF_2_1 -> Noise.Precision.HALF_THROUGHOUT;
        };
    }
}
