package chladni.engine.diffusion;

import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;

/// A voice's weight in the mix: one number, or a map over the latent cells (the balance brush).
public sealed interface Share {
    static Share of(double share) {
        return new Even((float) share);
    }

    static Share of(Tensor map) {
        return new Painted(map);
    }

    /// The weight at each number of a latent of this shape, `[n, c, h, w]`.
    Tensor over(Shape latent);

    boolean isZero();

    record Even(float share) implements Share {
        @Override
        public Tensor over(Shape latent) {
            return Tensor.filled(latent, share);
        }

        @Override
        public boolean isZero() {
            return share == 0;
        }
    }

    /// @param map weights `[1, 1, h, w]`, not negative
    record Painted(Tensor map) implements Share {
        @Override
        public Tensor over(Shape latent) {
            return Broadcast.overChannels(map, latent);
        }

        @Override
        public boolean isZero() {
            for (float weight : map.data()) {
                if (weight != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
