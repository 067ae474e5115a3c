package chladni.engine.diffusion;

import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;

/// Spreads a map over the latent cells to every row and channel.
final class Broadcast {
    private Broadcast() {}

    /// `[1, 1, h, w] → [n, c, h, w]`.
    static Tensor overChannels(Tensor map, Shape latent) {
        if (!map.shape().equals(latent.with(0, 1).with(1, 1))) {
            throw new IllegalArgumentException("a map of shape " + map.shape() + " does not lie over latents of shape " + latent);
        }
        float[] out = new float[latent.size()];
        for (int at = 0; at < out.length; at += map.size()) {
            System.arraycopy(map.data(), 0, out, at, map.size());
        }
        return Tensor.of(latent, out);
    }
}
