package chladni.engine.compose;

import chladni.engine.failure.BadInput;
import chladni.engine.media.Picture;
import chladni.engine.media.SpectrogramFormat;
import chladni.engine.pack.Pack;
import chladni.engine.sound.PictureFit;
import chladni.engine.tensor.Shape;

/// The size of a canvas in pixels (bands × columns) and in latent cells.
record Frame(SpectrogramFormat format, int columns, int pixelsPerCell, int latentChannels) {
    /// @param columns as the recipe says; 0: the pack decides
    static Frame of(Pack pack, int columns) {
        int cell = pack.pixelsPerCell();
        int wide = columns == 0 ? pack.manifest().columns() : columns;
        if (wide % cell != 0) {
            throw new BadInput("\"columns\" must be a multiple of %d for the pack %s, such as %d, not %d.".formatted(
                    cell, pack.id(), Math.max(cell, wide / cell * cell), wide));
        }
        return new Frame(pack.format(), wide, cell, pack.latentChannels());
    }

    int rows() {
        return format.mels();
    }

    /// A mask or map laid over the whole canvas, grey.
    Picture stretched(Picture picture) {
        return PictureFit.STRETCH.fit(picture, format, columns).picture();
    }

    /// `[1, c, h, w]`.
    Shape latents() {
        return Shape.of(1, latentChannels, rows() / pixelsPerCell, columns / pixelsPerCell);
    }
}
