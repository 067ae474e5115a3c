package chladni.engine.sound;

import chladni.engine.failure.CancelSignal;
import chladni.engine.media.Sound;
import chladni.engine.media.Spectrogram;
import chladni.engine.media.SpectrogramFormat;
import java.util.Arrays;
import java.util.Random;

/// Spectrogram → sound without a network: a picture becomes the sound whose log-mel spectrogram is as near to it as the
/// algorithm gets. A level stands for an absolute amplitude, so the sound may exceed full scale where the picture is bright
/// everywhere; [Loudness] brings it back. The same picture gives the same sound. Not thread-safe.
///
/// Three steps: (1) the mel levels are spread over the transform's bins ([MelInversion]); (2) phases are read off the slopes of
/// those magnitudes ([PhaseGradient]), on every second bin only, which is as much as the window resolves; (3) iterations of
/// Griffin-Lim ([PhaseRecovery]) on all bins ask only for the *mel* levels and leave the magnitudes within a band to the signal.
/// Step 2 is what keeps tones steady and strokes sharp, step 3 what makes the re-analysis close: 128 numbers a column are
/// asked for instead of 1025.
public final class GriffinLim {
    private static final int SPREAD_STEPS = 10;
    private static final int ITERATIONS = 12;
    private static final long PHASE_SEED = 1787; // Chladni's Entdeckungen; any number would do

    private final SpectrogramFormat format;
    private final Levels levels;
    private final MelInversion inversion;
    private final Stft fine;
    private final Stft coarse;
    private final int binStep;

    public GriffinLim(SpectrogramFormat format) {
        this.format = format;
        levels = new Levels(format);
        inversion = new MelInversion(
                new MelBank(format.sampleRate(), format.fft(), format.mels(), format.fMin(), format.fMax()));
        fine = new Stft(format.fft(), format.hop(), format.window());
        binStep = format.fft() == 2 * format.window() ? 2 : 1;
        coarse = new Stft(format.fft() / binStep, format.hop(), format.window());
    }

    /// @return `columns · hop` samples at the format's rate
    /// @throws chladni.engine.failure.Cancelled soon after the signal is raised
    public Sound sound(Spectrogram spectrogram, CancelSignal cancel) {
        if (!spectrogram.format().equals(format)) {
            throw new IllegalArgumentException("a spectrogram of another format: " + spectrogram.format());
        }
        int columns = spectrogram.columns();
        int samples = Math.max(columns * format.hop(), fine.padding() + 1);
        float[][] mel = mel(spectrogram, fine.frames(samples));
        float[] sound = coarse.inverse(withPhases(spread(mel, cancel)), samples);
        cancel.throwIfRaised();
        sound = new PhaseRecovery(fine, cancel).run(sound, ITERATIONS, () -> {
            MelInversion own = inversion.another();
            return (frame, present, wanted) -> {
                System.arraycopy(present, 0, wanted, 0, wanted.length);
                own.update(mel[frame], wanted);
            };
        });
        return Sound.mono(format.sampleRate(), Arrays.copyOf(sound, columns * format.hop()));
    }

    /// `[rows, columns] → [frames, bands]`, band 0 the lowest; frames beyond the picture are silent.
    private float[][] mel(Spectrogram spectrogram, int frames) {
        float[][] mel = new float[frames][format.mels()];
        for (int frame = 0; frame < frames; frame++) {
            for (int band = 0; band < format.mels(); band++) {
                float level = frame < spectrogram.columns() ? spectrogram.at(format.mels() - 1 - band, frame) : 0;
                mel[frame][band] = levels.amplitude(level);
            }
        }
        return mel;
    }

    /// `[frames, bands] → [frames, bins of the coarse transform]`.
    private float[][] spread(float[][] mel, CancelSignal cancel) {
        float[][] magnitudes = new float[mel.length][coarse.bins()];
        Stretches.share(mel.length, (first, end) -> {
            MelInversion own = inversion.another();
            float[] all = new float[fine.bins()];
            for (int frame = first; frame < end; frame++) {
                cancel.throwIfRaised();
                own.solve(mel[frame], SPREAD_STEPS, all);
                for (int bin = 0; bin < magnitudes[frame].length; bin++) {
                    magnitudes[frame][bin] = all[bin * binStep];
                }
            }
        });
        return magnitudes;
    }

    private Spectrum withPhases(float[][] magnitudes) {
        double[] phases = PhaseGradient.phases(magnitudes, coarse.fft(), format.hop(), format.window(), new Random(PHASE_SEED));
        Spectrum spectrum = new Spectrum(magnitudes.length, coarse.fft());
        float[] packed = spectrum.packed();
        int half = coarse.fft() / 2;
        for (int frame = 0; frame < magnitudes.length; frame++) {
            int at = frame * coarse.fft();
            int cell = frame * coarse.bins();
            packed[at] = (float) (magnitudes[frame][0] * Math.cos(phases[cell]));
            packed[at + 1] = (float) (magnitudes[frame][half] * Math.cos(phases[cell + half]));
            for (int bin = 1; bin < half; bin++) {
                packed[at + 2 * bin] = (float) (magnitudes[frame][bin] * Math.cos(phases[cell + bin]));
                packed[at + 2 * bin + 1] = (float) (magnitudes[frame][bin] * Math.sin(phases[cell + bin]));
            }
        }
        return spectrum;
    }
}
