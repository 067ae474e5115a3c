package chladni.engine.media;

/// A picture as float planes, `values[c][y][x]` laid out flat, nominally 0 (black) … 1 (white), sRGB as stored in files.
///
/// @param channels 1 grey, 3 red-green-blue
/// @param values `channels · height · width` numbers; not copied, must not be changed afterwards
public record Picture(int channels, int height, int width, float[] values) {
    public Picture {
        if (channels != 1 && channels != 3) {
            throw new IllegalArgumentException("a picture has 1 or 3 channels, not " + channels);
        }
        if (height < 1 || width < 1 || (long) channels * height * width != values.length) {
            throw new IllegalArgumentException(
                    "a picture of " + channels + " × " + height + " × " + width + " does not hold " + values.length + " values");
        }
    }

    public float at(int channel, int y, int x) {
        return values[(channel * height + y) * width + x];
    }

    /// The mean of the channels: what is grey to the models and what sounds.
    public Picture grey() {
        if (channels == 1) {
            return this;
        }
        int plane = height * width;
        float[] grey = new float[plane];
        for (int i = 0; i < plane; i++) {
            grey[i] = (values[i] + values[plane + i] + values[2 * plane + i]) / 3f;
        }
        return new Picture(1, height, width, grey);
    }
}
