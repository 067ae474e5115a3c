package chladni.engine.compose;

import chladni.engine.media.Picture;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;

/// Pictures over the canvas as maps over its latent cells.
final class LatentMask {
    private LatentMask() {}

    /// The value of each cell's top left pixel, as the published code samples its masks (`parity/open`, `inpaint/mask_latent`). A mask
    /// that is finer than the cells and misses all of those pixels counts in every cell it touches, so that painting always does
    /// something.
    ///
    /// @param mask grey, rows × columns of the frame, 1 = make anew
    /// @return `[1, 1, h, w]`
    static Tensor sampled(Picture mask, Frame frame) {
        Tensor corners = cells(mask, frame, LatentMask::corner);
        boolean missed = corners.equals(Tensor.zeros(corners.shape()));
        return missed ? cells(mask, frame, LatentMask::brightest) : corners;
    }

    /// The mean over each cell: for weights.
    static Tensor averaged(Picture map, Frame frame) {
        return cells(map, frame, LatentMask::mean);
    }

    private interface Cell {
        float of(Picture picture, int top, int left, int size);
    }

    private static Tensor cells(Picture picture, Frame frame, Cell rule) {
        int size = frame.pixelsPerCell();
        Shape shape = frame.latents().with(1, 1);
        float[] out = new float[shape.size()];
        int wide = shape.length(3);
        for (int i = 0; i < out.length; i++) {
            out[i] = rule.of(picture, i / wide * size, i % wide * size, size);
        }
        return Tensor.of(shape, out);
    }

    private static float corner(Picture picture, int top, int left, int size) {
        return picture.at(0, top, left);
    }

    private static float brightest(Picture picture, int top, int left, int size) {
        float most = 0;
        for (int i = 0; i < size * size; i++) {
            most = Math.max(most, picture.at(0, top + i / size, left + i % size));
        }
        return most;
    }

    private static float mean(Picture picture, int top, int left, int size) {
        double sum = 0;
        for (int i = 0; i < size * size; i++) {
            sum += picture.at(0, top + i / size, left + i % size);
        }
        return (float) (sum / (size * size));
    }
}
