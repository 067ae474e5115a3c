package chladni.engine.compose;

import chladni.engine.media.Picture;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;

/// Pictures over the canvas as maps over its latent cells.
final class LatentMask {
    private LatentMask() {}

    /// Which cells are made anew, by the rule of `EffectiveMask`.
    ///
    /// @param mask grey, rows × columns of the frame, 1 = make anew
    /// @return `[1, 1, h, w]`
    static Tensor sampled(Picture mask, Frame frame) {
        return Tensor.of(frame.latents().with(1, 1), EffectiveMask.cells(mask, frame.pixelsPerCell()).values());
    }

    /// The mean over each cell: for weights.
    static Tensor averaged(Picture map, Frame frame) {
        int size = frame.pixelsPerCell();
        Shape shape = frame.latents().with(1, 1);
        float[] out = new float[shape.size()];
        int wide = shape.length(3);
        for (int i = 0; i < out.length; i++) {
            out[i] = mean(map, i / wide * size, i % wide * size, size);
        }
        return Tensor.of(shape, out);
    }

    private static float mean(Picture picture, int top, int left, int size) {
        double sum = 0;
        for (int i = 0; i < size * size; i++) {
            sum += picture.at(0, top + i / size, left + i % size);
        }
        return (float) (sum / (size * size));
    }
}
