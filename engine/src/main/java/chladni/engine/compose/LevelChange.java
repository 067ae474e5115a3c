package chladni.engine.compose;

import chladni.engine.media.Picture;
import chladni.engine.media.Spectrogram;
import chladni.engine.media.SpectrogramFormat;
import chladni.engine.recipe.Repair;

/// What a repair does to levels, and to a picture as if its values were levels. A level is a logarithm, so so many decibels are a sum.
record LevelChange(Repair.Act act, SpectrogramFormat format) {
    /// Where the mask is black the old values stay bit for bit.
    Picture of(Picture picture, Picture mask) {
        float[] wanted = switch (act) {
            case Repair.Act.Gain gain -> shifted(picture, (float) (gain.decibels() / format.rangeDecibels()));
            case Repair.Act.Silence _ -> new float[picture.values().length];
            case Repair.Act.Blur blur -> blurred(picture, blur.radius());
        };
        return Paste.over(picture, new Picture(picture.channels(), picture.height(), picture.width(), wanted), mask);
    }

    /// The same change as amplitude factors for the sound, `[rows, columns]`.
    static float[] factors(Repair.Act act, Picture mask, Spectrogram before) {
        double lnRange = Math.log(before.format().logMax() / before.format().logMin());
        float[] factors = new float[mask.values().length];
        for (int i = 0; i < factors.length; i++) {
            float m = mask.values()[i];
            factors[i] = switch (act) {
                case Repair.Act.Gain gain -> (float) Math.pow(10, m * gain.decibels() / 20);
                // levels fade in a straight line to black, and so does the sound; all the way it is really silent
                case Repair.Act.Silence _ -> m == 1 ? 0 : (float) Math.exp(-m * before.levels()[i] * lnRange);
                case Repair.Act.Blur _ -> 1;
            };
        }
        return factors;
    }

    /// Black stays black: there is nothing to be made louder.
    private static float[] shifted(Picture picture, float by) {
        float[] out = new float[picture.values().length];
        for (int i = 0; i < out.length; i++) {
            float value = picture.values()[i];
            out[i] = value == 0 ? 0 : Math.clamp(value + by, 0f, 1f);
        }
        return out;
    }

    /// Three means over 2 · radius / 3 + 1 pixels each way, which is nearly Gauss's bell.
    private static float[] blurred(Picture picture, int radius) {
        float[] values = picture.values();
        int half = Math.max(1, Math.round(radius / 3f));
        for (int pass = 0; pass < 3; pass++) {
            values = mean(values, picture.width(), 1, picture.width(), half);
            values = mean(values, picture.height(), picture.width(), picture.width() * picture.height(), half);
        }
        return values;
    }

    /// The mean along lines of `count` values `step` apart; what lies beyond an end counts as the end.
    private static float[] mean(float[] in, int count, int step, int block, int half) {
        float[] out = new float[in.length];
        for (int start = 0; start < in.length; start += block) {
            for (int line = 0; line < block / count; line++) {
                int first = start + (step == 1 ? line * count : line);
                for (int i = 0; i < count; i++) {
                    float sum = 0;
                    for (int k = -half; k <= half; k++) {
                        sum += in[first + Math.clamp(i + k, 0, count - 1) * step];
                    }
                    out[first + i * step] = sum / (2 * half + 1);
                }
            }
        }
        return out;
    }
}
