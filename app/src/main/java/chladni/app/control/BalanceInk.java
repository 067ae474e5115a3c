package chladni.app.control;

import chladni.app.control.Veil.Frame;
import chladni.app.mask.Layer;

/// Draws a painted balance: amber towards the picture with stripes one way, cyan towards the sound with stripes the other way, nothing
/// where the panel's balance holds.
///
/// @param balance 0 picture … `even` … 255 sound
public record BalanceInk(Layer balance, int even, int pictureRgb, int soundRgb) implements Veil.Ink {
    private static final double MOST = 0.5;
    private static final double STRIPE = 0.2;
    private static final int PERIOD = 11;
    private static final int WIDE = 2;

    @Override
    public void paint(Frame frame, int[] argb) {
        for (int y = 0; y < frame.height(); y++) {
            double band = frame.axes().bandAt(frame.view().top() + (y + 0.5) / frame.height() * frame.view().height());
            boolean outside = band < 0 || band >= balance.rows();
            for (int x = 0; x < frame.width(); x++) {
                argb[y * frame.width() + x] = outside ? 0 : colour(frame, (int) band, x, y);
            }
        }
    }

    private int colour(Frame frame, int row, int x, int y) {
        double column = frame.view().left() + (x + 0.5) / frame.width() * frame.view().width();
        int value = balance.at(row, Math.clamp((int) column, 0, balance.columns() - 1));
        if (value == even) {
            return 0;
        }
        boolean sound = value > even;
        double share = sound ? (value - even) / (255.0 - even) : (even - value) / (double) even;
        boolean stripe = Math.floorMod(sound ? x + y : x - y, PERIOD) < WIDE;
        return MaskInk.premultiplied(sound ? soundRgb : pictureRgb, share * (stripe ? MOST + STRIPE : MOST));
    }
}
