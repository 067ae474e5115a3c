package chladni.engine.compose;

import chladni.engine.failure.CancelSignal;
import chladni.engine.job.Preview;
import chladni.engine.media.Picture;
import chladni.engine.media.Spectrogram;
import chladni.engine.pack.Pack;
import chladni.engine.tensor.Tensor;

/// Two eyes on one latent: the picture voice's decoder gives the picture, the sound voice's the spectrogram (Images that Sound,
/// section 3.2; PUBLISHED.md, point 4).
record Eyes(Pack pictureEye, Pack soundEye, CancelSignal cancel) {
    /// What both eyes see.
    record Seen(Picture picture, Spectrogram spectrogram) {
        Preview preview(int take, int step) {
            return new Preview(take, step, picture, spectrogram);
        }
    }

    /// Decodes latents `[1, c, h, w]`; once only when both eyes are the same decoder.
    Seen look(Tensor latents) {
        Picture picture = picture(pictureEye.decode(latents, cancel));
        Picture heard = pictureEye.sharesDecoderWith(soundEye) ? picture : picture(soundEye.decode(latents, cancel));
        return new Seen(picture, new Spectrogram(soundEye.format(), heard.width(), heard.grey().values()));
    }

    Spectrogram spectrogram(Tensor latents) {
        Picture heard = picture(soundEye.decode(latents, cancel));
        return new Spectrogram(soundEye.format(), heard.width(), heard.grey().values());
    }

    /// −1 … 1 as decoded → 0 … 1, clamped.
    static Picture picture(Tensor decoded) {
        Tensor unit = decoded.map(v -> Math.clamp((float) v / 2 + 0.5f, 0f, 1f)); // [1, c, h, w]
        return new Picture(unit.shape().length(1), unit.shape().length(2), unit.shape().length(3), unit.data());
    }
}
