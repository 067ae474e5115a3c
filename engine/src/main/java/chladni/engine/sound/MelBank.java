package chladni.engine.sound;

import java.util.Arrays;

/// Overlapping triangular filters, equally spaced on the Slaney scale and of equal area: `[bands, bins]`, stored as the
/// stretch of bins where each filter is not zero.
///
/// source: librosa `filters.mel(norm="slaney", htk=False)`
public final class MelBank {
    private final int bins;
    private final int[] firstBin;
    private final float[][] weights;

    /// @param fft transform length in samples; the bank has `fft / 2 + 1` bins
    /// @param fMin lower edge of the lowest filter in Hz
    /// @param fMax upper edge of the highest filter in Hz
    public MelBank(int sampleRate, int fft, int bands, double fMin, double fMax) {
        bins = fft / 2 + 1;
        firstBin = new int[bands];
        weights = new float[bands][];
        double[] edges = edges(bands, fMin, fMax);
        for (int band = 0; band < bands; band++) {
            fill(band, edges, (double) sampleRate / fft);
        }
    }

    /// `bands + 2` frequencies in Hz: filter b rises from edge b to its peak at edge b + 1 and falls to edge b + 2.
    static double[] edges(int bands, double fMin, double fMax) {
        double low = MelScale.mel(fMin);
        double step = (MelScale.mel(fMax) - low) / (bands + 1);
        double[] edges = new double[bands + 2];
        Arrays.setAll(edges, i -> MelScale.hertz(low + i * step));
        return edges;
    }

    private void fill(int band, double[] edges, double hertzPerBin) {
        double low = edges[band];
        double peak = edges[band + 1];
        double high = edges[band + 2];
        int first = Math.min(bins - 1, (int) Math.ceil(low / hertzPerBin));
        int last = Math.max(first, Math.min(bins - 1, (int) Math.floor(high / hertzPerBin)));
        float[] row = new float[last - first + 1];
        for (int i = 0; i < row.length; i++) {
            double hertz = (first + i) * hertzPerBin;
            double triangle = Math.max(0, Math.min((hertz - low) / (peak - low), (high - hertz) / (high - peak)));
            row[i] = (float) (triangle * 2 / (high - low));
        }
        firstBin[band] = first;
        weights[band] = row;
    }

    public int bands() {
        return weights.length;
    }

    public int bins() {
        return bins;
    }

    /// Weight of a bin in a band, band 0 the lowest.
    public float weight(int band, int bin) {
        int i = bin - firstBin[band];
        return i >= 0 && i < weights[band].length ? weights[band][i] : 0;
    }

    /// `mel = B · magnitudes`: `[bins] → [bands]`, for one column.
    public void apply(float[] magnitudes, float[] mel) {
        for (int band = 0; band < weights.length; band++) {
            float[] row = weights[band];
            int first = firstBin[band];
            float sum = 0;
            for (int i = 0; i < row.length; i++) {
                sum += row[i] * magnitudes[first + i];
            }
            mel[band] = sum;
        }
    }

    /// What one band takes of the powers `[bins]`.
    double sum(int band, double[] powers) {
        double sum = 0;
        for (int i = 0; i < weights[band].length; i++) {
            sum += weights[band][i] * powers[firstBin[band] + i];
        }
        return sum;
    }

    /// `magnitudes = Bᵀ · mel`: `[bands] → [bins]`, for one column.
    public void applyTransposed(float[] mel, float[] magnitudes) {
        Arrays.fill(magnitudes, 0);
        for (int band = 0; band < weights.length; band++) {
            float[] row = weights[band];
            int first = firstBin[band];
            float value = mel[band];
            for (int i = 0; i < row.length; i++) {
                magnitudes[first + i] += row[i] * value;
            }
        }
    }
}
