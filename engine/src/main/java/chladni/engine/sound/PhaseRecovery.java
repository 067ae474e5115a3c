package chladni.engine.sound;

import chladni.engine.failure.CancelSignal;
import java.util.function.Supplier;

/// Finds a sound with the wanted magnitudes: the fast Griffin-Lim algorithm.
///
/// source: N. Perraudin, P. Balazs and P. Søndergaard, A Fast Griffin-Lim Algorithm, WASPAA 2013, algorithm 2. In its letters,
/// G the transform, G† its least-squares inverse, P₂ the replacement of magnitudes, α the momentum:
/// `t_n = G G† P₂ c_{n−1}`, `c_n = t_n + α (t_n − t_{n−1})`.
final class PhaseRecovery {
    private static final float MOMENTUM = 0.99f; // α, the paper's best
    private static final float TINY_POWER = 1e-20f;

    private final Stft stft;
    private final CancelSignal cancel;

    PhaseRecovery(Stft stft, CancelSignal cancel) {
        this.stft = stft;
        this.cancel = cancel;
    }

    /// P₂: which magnitudes a frame is to have, given those that it has.
    @FunctionalInterface
    interface Target {
        /// `[bins] → [bins]`
        void magnitudes(int frame, float[] present, float[] wanted);
    }

    /// @param sound where to start, `frames · hop` samples
    /// @param targets one for each thread that takes part
    /// @return the sound after the given number of iterations, as long as the first
    /// @throws chladni.engine.failure.Cancelled within one iteration
    float[] run(float[] sound, int iterations, Supplier<Target> targets) {
        Spectrum c = new Spectrum(stft.frames(sound.length), stft.fft());
        float[] previous = new float[c.packed().length]; // t_{n−1}
        for (int n = 0; n < iterations; n++) {
            cancel.throwIfRaised();
            stft.forward(sound, c); // t_n = G G† P₂ c_{n−1}
            float alpha = n == 0 ? 0 : MOMENTUM;
            Stretches.share(c.frames(), (first, end) -> {
                Target target = targets.get();
                float[] present = new float[c.bins()];
                float[] wanted = new float[c.bins()];
                for (int frame = first; frame < end; frame++) {
                    c.magnitudes(frame, TINY_POWER, present);
                    target.magnitudes(frame, present, wanted);
                    accelerate(c, frame, previous, alpha);
                    c.magnitudes(frame, TINY_POWER, present);
                    for (int bin = 0; bin < wanted.length; bin++) {
                        wanted[bin] /= present[bin];
                    }
                    c.scale(frame, wanted); // P₂ c_n
                }
            });
            sound = stft.inverse(c, sound.length);
        }
        return sound;
    }

    /// `c_n = t_n + α (t_n − t_{n−1})` in place, keeping t_n for the next iteration.
    private static void accelerate(Spectrum t, int frame, float[] previous, float alpha) {
        float[] packed = t.packed();
        for (int i = frame * t.fft(); i < (frame + 1) * t.fft(); i++) {
            float now = packed[i];
            packed[i] = now + alpha * (now - previous[i]);
            previous[i] = now;
        }
    }
}
