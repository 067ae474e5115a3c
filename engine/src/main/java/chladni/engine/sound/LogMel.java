package chladni.engine.sound;

import chladni.engine.media.Sound;
import chladni.engine.media.Spectrogram;
import chladni.engine.media.SpectrogramFormat;

/// Sound → log-mel spectrogram. Reading the formula from the inside out, for a frame y of the sound:
/// `level = (ln max(B · √(|STFT y|² + 1e-9), 1e-5) − ln 1e-5) / (ln 200 − ln 1e-5)`.
///
/// source: Auffusion's `get_mel_spectrogram_from_audio`, after HiFi-GAN's `meldataset.py`; `parity/open/README.md` (`mel/*`)
public final class LogMel {
    /// Peak that a normalised sound has.
    public static final float PEAK = 0.95f;

    private static final float POWER_FLOOR = 1e-9f;

    private final SpectrogramFormat format;
    private final Levels levels;
    private final Stft stft;
    private final MelBank bank;

    public LogMel(SpectrogramFormat format) {
        this.format = format;
        this.levels = new Levels(format);
        this.stft = new Stft(format.fft(), format.hop(), format.window());
        this.bank = new MelBank(format.sampleRate(), format.fft(), format.mels(), format.fMin(), format.fMax());
    }

    /// @param sound mono, at the format's rate, at least one window long (see [SoundFit]); samples beyond the last whole hop
    ///     are not looked at
    public Spectrogram analyse(Sound sound, InputLevel inputLevel) {
        if (sound.sampleRate() != format.sampleRate() || sound.channels().length != 1) {
            throw new IllegalArgumentException("a spectrogram is made from one channel at " + format.sampleRate() + " Hz, not "
                    + sound.channels().length + " at " + sound.sampleRate() + " Hz");
        }
        float[] samples = switch (inputLevel) {
            case AS_IS -> sound.channels()[0];
            case NORMALISED -> Loudness.toPeak(sound, PEAK).channels()[0];
        };
        Spectrum spectrum = stft.forward(samples);
        float[] mel = mel(spectrum);
        int columns = spectrum.frames();
        float[] picture = new float[format.mels() * columns];
        for (int row = 0; row < format.mels(); row++) {
            int band = format.mels() - 1 - row; // low bands at the bottom
            for (int column = 0; column < columns; column++) {
                picture[row * columns + column] = levels.level(mel[band * columns + column]);
            }
        }
        return new Spectrogram(format, columns, picture);
    }

    /// Mel-band amplitudes, band 0 the lowest: `[frames, bins] → [bands, frames]`.
    float[] mel(Spectrum spectrum) {
        int columns = spectrum.frames();
        float[] magnitudes = new float[bank.bins()];
        float[] column = new float[bank.bands()];
        float[] mel = new float[bank.bands() * columns];
        for (int frame = 0; frame < columns; frame++) {
            spectrum.magnitudes(frame, POWER_FLOOR, magnitudes);
            bank.apply(magnitudes, column);
            for (int band = 0; band < column.length; band++) {
                mel[band * columns + frame] = column[band];
            }
        }
        return mel;
    }
}
