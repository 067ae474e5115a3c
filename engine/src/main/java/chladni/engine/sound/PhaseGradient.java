package chladni.engine.sound;

import java.util.Random;

/// Phases for magnitudes that have none, in one pass: phase-gradient heap integration. With a Gaussian window the phase's slope along time is the
/// logarithm's slope along frequency, and the other way round; from the loudest cell on, slopes are added up, louder neighbours first.
///
/// source: Z. Průša, P. Balazs and P. Søndergaard, A Noniterative Method for Reconstruction of Phase From STFT Magnitude, IEEE/ACM TASLP 25 (5),
/// 2017; the width of the Gaussian nearest to a Hann window is the one that the authors' toolbox LTFAT and its PHASERET use
final class PhaseGradient {
    /// γ of the Gaussian exp(−π t² / γ) that is nearest to a Hann window, over the square of the window's length.
    private static final double HANN = 0.25645;
    /// Below this share of the loudest cell phases are left to chance: there is nothing to hear.
    private static final float RELATIVE_FLOOR = 1e-6f;

    private final int frames;
    private final int bins;
    private final float[] magnitudes;
    private final float[] logarithms;
    private final double[] phases;
    private final boolean[] known;
    private final double hopTimesFft;
    private final double gamma;
    private final double turnPerBin;
    private final CellHeap heap;

    private PhaseGradient(float[][] magnitudes, int fft, int hop, int window) {
        frames = magnitudes.length;
        bins = magnitudes[0].length;
        this.magnitudes = new float[frames * bins];
        logarithms = new float[frames * bins];
        phases = new double[frames * bins];
        known = new boolean[frames * bins];
        hopTimesFft = (double) hop * fft;
        gamma = HANN * window * window;
        turnPerBin = 2 * Math.PI * hop / fft;
        heap = new CellHeap(this.magnitudes);
        for (int frame = 0; frame < frames; frame++) {
            System.arraycopy(magnitudes[frame], 0, this.magnitudes, frame * bins, bins);
        }
    }

    /// `[frames, bins]` → phases `[frames · bins]` of a transform whose frames begin where their window's padding begins ([Stft]).
    ///
    /// @param chance gives the phases of what cannot be heard
    static double[] phases(float[][] magnitudes, int fft, int hop, int window, Random chance) {
        PhaseGradient work = new PhaseGradient(magnitudes, fft, hop, window);
        work.integrate(chance);
        return work.phases;
    }

    private void integrate(Random chance) {
        float loudest = 0;
        for (float magnitude : magnitudes) {
            loudest = Math.max(loudest, magnitude);
        }
        float floor = Math.max(loudest * RELATIVE_FLOOR, Float.MIN_NORMAL);
        for (int cell = 0; cell < magnitudes.length; cell++) {
            logarithms[cell] = (float) Math.log(Math.max(magnitudes[cell], floor / 1000));
            known[cell] = magnitudes[cell] < floor;
            if (known[cell]) {
                phases[cell] = chance.nextDouble() * 2 * Math.PI;
            }
        }
        CellHeap seeds = new CellHeap(magnitudes);
        for (int cell = 0; cell < known.length; cell++) {
            if (!known[cell]) {
                seeds.add(cell);
            }
        }
        while (!seeds.isEmpty()) {
            int seed = seeds.takeLoudest();
            if (!known[seed]) { // the loudest of an island: its phase may be any
                known[seed] = true;
                heap.add(seed);
                spread();
            }
        }
    }

    private void spread() {
        while (!heap.isEmpty()) {
            int cell = heap.takeLoudest();
            int bin = cell % bins;
            if (cell + bins < phases.length) {
                reach(cell, cell + bins, alongTime(cell), alongTime(cell + bins));
            }
            if (cell >= bins) {
                reach(cell, cell - bins, -alongTime(cell), -alongTime(cell - bins));
            }
            if (bin + 1 < bins) {
                reach(cell, cell + 1, alongFrequency(cell), alongFrequency(cell + 1));
            }
            if (bin > 0) {
                reach(cell, cell - 1, -alongFrequency(cell), -alongFrequency(cell - 1));
            }
        }
    }

    private void reach(int from, int to, double slopeHere, double slopeThere) {
        if (!known[to]) {
            known[to] = true;
            phases[to] = phases[from] + (slopeHere + slopeThere) / 2;
            heap.add(to);
        }
    }

    /// Radians from one frame to the next: a cell's own frequency, corrected towards the ridge it lies beside.
    private double alongTime(int cell) {
        int bin = cell % bins;
        int low = bin > 0 ? cell - 1 : cell;
        int high = bin + 1 < bins ? cell + 1 : cell;
        return hopTimesFft / gamma * (logarithms[high] - logarithms[low]) / (high - low) + turnPerBin * bin;
    }

    /// Radians from one bin to the next; half a turn since a frame's window sits in its middle.
    private double alongFrequency(int cell) {
        int frame = cell / bins;
        int before = frame > 0 ? cell - bins : cell;
        int after = frame + 1 < frames ? cell + bins : cell;
        int apart = (after - before) / bins;
        return apart == 0 ? -Math.PI : -gamma / hopTimesFft * (logarithms[after] - logarithms[before]) / apart - Math.PI;
    }
}
