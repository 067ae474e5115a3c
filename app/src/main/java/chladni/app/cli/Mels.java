package chladni.app.cli;

import chladni.engine.failure.BadInput;
import chladni.engine.media.SpectrogramFormat;

/// The two spectrogram formats by their number of bands.
final class Mels {
    private Mels() {}

    static SpectrogramFormat format(int mels) {
        return switch (mels) {
            case 128 -> SpectrogramFormat.STARTER;
            case 256 -> SpectrogramFormat.AUFFUSION;
            default -> throw new BadInput("--mels must be 128 or 256, not " + mels + ".");
        };
    }
}
