package chladni.engine.sound;

import java.util.Arrays;

/// Mel-band amplitudes → magnitudes of the transform's bins, of which there are more: non-negative solutions s of B·s = m.
/// Not thread-safe.
///
/// source: D. Lee and S. Seung, Algorithms for Non-negative Matrix Factorization, 2001, equation (5), the multiplicative
/// update for the divergence with the basis held fixed: `s ← s · Bᵀ(m / B·s) / Bᵀ1`
final class MelInversion {
    private final MelBank bank;
    /// B·1 and Bᵀ1.
    private final float[] bandSums;
    private final float[] binSums;
    private final float[] ratios;
    private final float[] spread;

    MelInversion(MelBank bank) {
        this.bank = bank;
        bandSums = new float[bank.bands()];
        binSums = new float[bank.bins()];
        ratios = new float[bank.bands()];
        spread = new float[bank.bins()];
        bank.apply(filled(bank.bins()), bandSums);
        bank.applyTransposed(filled(bank.bands()), binSums);
    }

    private MelInversion(MelInversion like) {
        bank = like.bank;
        bandSums = like.bandSums;
        binSums = like.binSums;
        ratios = new float[bank.bands()];
        spread = new float[bank.bins()];
    }

    /// The same for another thread.
    MelInversion another() {
        return new MelInversion(this);
    }

    private static float[] filled(int length) {
        float[] ones = new float[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    /// A smooth first guess, each bin the weighted mean of the bands it lies in, refined by `steps` updates:
    /// `[bands] → [bins]`.
    void solve(float[] mel, int steps, float[] magnitudes) {
        for (int band = 0; band < mel.length; band++) {
            // A band narrower than the bins are apart may hold no bin at all.
            ratios[band] = bandSums[band] > 0 ? mel[band] / bandSums[band] : 0;
        }
        bank.applyTransposed(ratios, magnitudes);
        for (int bin = 0; bin < magnitudes.length; bin++) {
            magnitudes[bin] = binSums[bin] > 0 ? magnitudes[bin] / binSums[bin] : 0;
        }
        for (int step = 0; step < steps; step++) {
            update(mel, magnitudes);
        }
    }

    /// One update: the magnitudes move towards a solution and keep their shape within a band.
    void update(float[] mel, float[] magnitudes) {
        bank.apply(magnitudes, ratios);
        for (int band = 0; band < mel.length; band++) {
            ratios[band] = mel[band] / Math.max(ratios[band], Float.MIN_NORMAL);
        }
        bank.applyTransposed(ratios, spread);
        for (int bin = 0; bin < magnitudes.length; bin++) {
            if (binSums[bin] > 0) {
                magnitudes[bin] *= spread[bin] / binSums[bin];
            }
        }
    }
}
