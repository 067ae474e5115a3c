package chladni.engine.compose;

import chladni.engine.media.Picture;

/// Colours on a grey that must not change: in 8 bits R + G + B = 3 · grey at every pixel (PUBLISHED.md, point 10: grey is the mean of the
/// channels). Colours that would leave 0 … 255 are paled until they fit, which keeps their hue.
final class GreyExact {
    private static final int WHITE = 255;

    private GreyExact() {}

    /// @param grey what sounds, in 0 … 1
    /// @param colour a picture of the same size; only its colours count, not how light it is
    static Picture coloured(Picture grey, Picture colour) {
        int plane = grey.height() * grey.width();
        float[] out = new float[3 * plane];
        double[] chroma = new double[3];
        int[] exact = new int[3];
        for (int i = 0; i < plane; i++) {
            double mean = (colour.values()[i] + (double) colour.values()[plane + i] + colour.values()[2 * plane + i]) / 3;
            for (int c = 0; c < 3; c++) {
                chroma[c] = (colour.values()[c * plane + i] - mean) * WHITE;
            }
            fit(Math.round(Math.clamp(grey.values()[i], 0f, 1f) * WHITE), chroma, exact);
            for (int c = 0; c < 3; c++) {
                out[c * plane + i] = exact[c] / (float) WHITE;
            }
        }
        return new Picture(3, grey.height(), grey.width(), out);
    }

    /// Three whole numbers in 0 … 255 with the sum 3 · grey, nearest to grey + chroma once that is pale enough to fit.
    private static void fit(int grey, double[] chroma, int[] exact) {
        double paling = 1;
        for (double c : chroma) {
            double room = c > 0 ? WHITE - grey : grey;
            paling = Math.abs(c) > room ? Math.min(paling, room / Math.abs(c)) : paling;
        }
        int left = 3 * grey;
        double[] rest = new double[3];
        for (int c = 0; c < 3; c++) {
            double wanted = Math.clamp(grey + paling * chroma[c], 0, WHITE);
            exact[c] = (int) wanted;
            rest[c] = wanted - exact[c];
            left -= exact[c];
        }
        for (; left > 0; left--) { // the largest remainders are rounded up
            int most = rest[0] >= rest[1] && rest[0] >= rest[2] ? 0 : rest[1] >= rest[2] ? 1 : 2;
            exact[most]++;
            rest[most] = -1;
        }
    }
}
