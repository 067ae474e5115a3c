package chladni.engine.compose;

import chladni.engine.codec.PictureFile;
import chladni.engine.failure.BadInput;
import chladni.engine.failure.CancelSignal;
import chladni.engine.media.Picture;
import chladni.engine.network.AutoencoderKl;
import chladni.engine.pack.Pack;
import chladni.engine.recipe.Canvas;
import chladni.engine.tensor.Noise;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The canvas that a composition starts from, fitted to the frame and encoded.
///
/// @param content what lies on the canvas, rows × columns of the frame
/// @param latents the content as the models know it, `[1, c, h, w]`
/// @param strength share of the schedule to run
/// @param mask grey, rows × columns, 1 = make anew; null: everything
/// @param latentMask the mask over the latent cells, `[1, 1, h, w]`; all 1 without a mask
/// @param turn how far everything here has been turned
record Known(CanvasContent content, Tensor latents, double strength, @Nullable Picture mask, Tensor latentMask,
        Turn turn) {
    static @Nullable Known of(
            @Nullable Canvas canvas, Ensemble ensemble, Frame frame, Noise generator, CancelSignal cancel) {
        if (canvas == null) {
            return null;
        }
        Pack eye = ensemble.soundEye();
        Turn turn = turn(canvas, frame);
        CanvasContent content = CanvasContent.read(canvas.from(), eye.format(), frame.columns()).turned(turn);
        AutoencoderKl.Moments moments = eye.encode(pixels(content.spectrogram().picture(), eye), cancel);
        // One voice: the posterior is sampled, with the generator's first draw; several: its mean, as in the published notebooks
        // (parity/open, `inpaint` and `img2img`).
        Tensor encoded = ensemble.isSingle() ? moments.sample(generator.normal(frame.latents())) : moments.mean();
        Picture mask = canvas.mask() == null ? null : turn.of(mask(canvas.mask(), frame));
        Tensor latentMask = mask == null
                ? Tensor.filled(frame.latents().with(1, 1), 1)
                : LatentMask.sampled(mask, frame);
        return new Known(content, eye.toModel(encoded), canvas.strength(), mask, latentMask, turn);
    }

    private static Turn turn(Canvas canvas, Frame frame) {
        if (canvas.turn() % frame.pixelsPerCell() != 0) {
            throw new BadInput("\"canvas.turn\" must be a multiple of %d, the pixels of a latent cell, not %d.".formatted(
                    frame.pixelsPerCell(), canvas.turn()));
        }
        return new Turn(canvas.turn());
    }

    private static Picture mask(Path file, Frame frame) {
        Picture mask = frame.stretched(PictureFile.read(file).picture());
        for (float value : mask.values()) {
            if (value > 0) {
                return mask;
            }
        }
        throw new BadInput("The mask " + file + " is all black, so nothing would be made anew. Paint what is to change white.");
    }

    /// Grey 0 … 1 → −1 … 1 in every channel that the encoder reads, `[1, c, H, W]`.
    private static Tensor pixels(Picture grey, Pack eye) {
        int plane = grey.values().length;
        float[] out = new float[eye.pictureChannels() * plane];
        for (int i = 0; i < out.length; i++) {
            out[i] = 2 * grey.values()[i % plane] - 1;
        }
        return Tensor.of(Shape.of(1, eye.pictureChannels(), grey.height(), grey.width()), out);
    }
}
