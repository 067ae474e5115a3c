package chladni.engine.compose;

import chladni.engine.media.Picture;

/// Which latent cells a mask over pixels makes anew. The engine and whoever shows it beforehand ask here.
public final class EffectiveMask {
    private EffectiveMask() {}

    /// The value of each cell's top left pixel, as the published code samples its masks (`parity/open`, `inpaint/mask_latent`). A mask
    /// that is finer than the cells and misses all of those pixels counts in every cell it touches, so that painting always does
    /// something.
    ///
    /// @param mask grey, 1 = make anew, `[rows, columns]`
    /// @param pixelsPerCell side of a cell
    /// @return a pixel for each cell, `[rows / pixelsPerCell, columns / pixelsPerCell]`; above 0 it is made anew
    public static Picture cells(Picture mask, int pixelsPerCell) {
        Picture corners = sampled(mask, pixelsPerCell, 1);
        return isBlack(corners) ? sampled(mask, pixelsPerCell, pixelsPerCell) : corners;
    }

    /// The brightest of the first `looked` × `looked` pixels of each cell.
    private static Picture sampled(Picture mask, int cell, int looked) {
        int high = mask.height() / cell;
        int wide = mask.width() / cell;
        float[] out = new float[high * wide];
        for (int i = 0; i < out.length; i++) {
            int top = i / wide * cell;
            int left = i % wide * cell;
            for (int k = 0; k < looked * looked; k++) {
                out[i] = Math.max(out[i], mask.at(0, top + k / looked, left + k % looked));
            }
        }
        return new Picture(1, high, wide, out);
    }

    private static boolean isBlack(Picture picture) {
        for (float value : picture.values()) {
            if (value > 0) {
                return false;
            }
        }
        return true;
    }
}
