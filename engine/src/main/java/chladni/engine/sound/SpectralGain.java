package chladni.engine.sound;

import chladni.engine.media.Sound;
import chladni.engine.media.SpectrogramFormat;

/// Makes parts of a sound louder or quieter by time and frequency: each cell of a spectrogram's grid has a factor, and the sound keeps its
/// phases. Factors of 1 everywhere give the sound back up to rounding.
public final class SpectralGain {
    private final SpectrogramFormat format;
    private final Stft stft;
    private final int[] bandBelow;
    private final float[] shareAbove;

    public SpectralGain(SpectrogramFormat format) {
        this.format = format;
        stft = new Stft(format.fft(), format.hop(), format.window());
        bandBelow = new int[stft.bins()];
        shareAbove = new float[stft.bins()];
        FrequencyAxis axis = new FrequencyAxis(format);
        for (int bin = 0; bin < bandBelow.length; bin++) {
            double row = Math.clamp(axis.row((double) bin * format.sampleRate() / format.fft()), 0, format.mels() - 1);
            bandBelow[bin] = Math.min((int) row, format.mels() - 2);
            shareAbove[bin] = (float) (row - bandBelow[bin]);
        }
    }

    /// @param factors amplitude factors, `[mels, columns]` row by row, row 0 the highest band; later columns count as the last one
    /// @return as many samples as the sound has
    public Sound apply(Sound sound, float[] factors, int columns) {
        float[] samples = sound.mono().channels()[0];
        if (samples.length <= stft.padding()) {
            return sound; // too short to have a spectrum
        }
        Spectrum spectrum = stft.forward(samples);
        float[] perBin = new float[stft.bins()];
        for (int frame = 0; frame < spectrum.frames(); frame++) {
            int column = Math.min(frame, columns - 1);
            for (int bin = 0; bin < perBin.length; bin++) {
                int at = bandBelow[bin] * columns + column;
                perBin[bin] = factors[at] + shareAbove[bin] * (factors[at + columns] - factors[at]);
            }
            spectrum.scale(frame, perBin);
        }
        return Sound.mono(sound.sampleRate(), stft.inverse(spectrum, samples.length));
    }

    public SpectrogramFormat format() {
        return format;
    }
}
