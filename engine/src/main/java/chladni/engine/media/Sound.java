package chladni.engine.media;

/// Samples in −1 … 1 (values beyond are allowed until a codec clips them).
///
/// @param sampleRate Hz
/// @param channels one array of equal length per channel; not copied, must not be changed afterwards
public record Sound(int sampleRate, float[][] channels) {
    public Sound {
        if (sampleRate < 1) {
            throw new IllegalArgumentException("a sample rate must be positive, not " + sampleRate);
        }
        if (channels.length == 0) {
            throw new IllegalArgumentException("a sound needs at least one channel");
        }
        for (float[] channel : channels) {
            if (channel.length != channels[0].length) {
                throw new IllegalArgumentException("a sound's channels must be equally long");
            }
        }
    }

    public static Sound mono(int sampleRate, float[] samples) {
        return new Sound(sampleRate, new float[][] {samples});
    }

    /// Number of samples in each channel.
    public int length() {
        return channels[0].length;
    }

    public double seconds() {
        return (double) length() / sampleRate;
    }

    /// The mean of the channels.
    public Sound mono() {
        if (channels.length == 1) {
            return this;
        }
        float[] mean = new float[length()];
        for (int i = 0; i < mean.length; i++) {
            double sum = 0;
            for (float[] channel : channels) {
                sum += channel[i];
            }
            mean[i] = (float) (sum / channels.length);
        }
        return mono(sampleRate, mean);
    }
}
