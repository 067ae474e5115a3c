package chladni.engine.diffusion;

import chladni.engine.tensor.Tensor;

/// Holds what must stay while the rest is made anew: after every step x = (1 − m) · known at the next noise level + m · x, with one and
/// the same noise throughout; after the last step the known latents themselves (parity/open, `inpaint`; PUBLISHED.md, point 11).
///
/// @param mask m, 1 = make anew, `[1, 1, h, w]`
/// @param known latents to keep, `[1, c, h, w]`
/// @param noise the one noise, `[1, c, h, w]`
public record Kept(Tensor mask, Tensor known, Tensor noise) implements Held {
    @Override
    public Tensor apply(Tensor x, Tensor knownAtNext) {
        float[] m = Broadcast.overChannels(mask, x.shape()).data();
        float[] out = new float[x.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = (1 - m[i]) * knownAtNext.data()[i] + m[i] * x.data()[i];
        }
        return Tensor.of(x.shape(), out);
    }
}
