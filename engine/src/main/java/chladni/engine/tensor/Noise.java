package chladni.engine.tensor;

/// Normal random numbers equal to those of PyTorch's CPU generator: `torch.randn(shape, generator=Generator().manual_seed(seed))`.
///
/// One 32-bit word of MT19937 makes one uniform number; Box–Muller (1958) turns blocks of 16 uniforms into 16 normals, the first
/// eight giving radii and the last eight angles. Consecutive draws continue the same word stream. Source: the behaviour stated in
/// the parity fixtures (`parity/open/README.md`, section Noise), checked bit for bit in half precision.
public final class Noise {
    private static final int BLOCK = 16;
    private static final int HALF_BLOCK = 8;

    private final MersenneTwister words;
    private final Precision precision;

    /// Which of PyTorch's normal samplers is followed.
    public enum Precision {
        /// float32.
        SINGLE,
        /// float16 of current releases: float32 rounded once.
        HALF_ROUNDED,
        /// float16 up to release 2.1: 11-bit uniforms and every intermediate rounded to half.
        HALF_THROUGHOUT
    }

    public Noise(long seed, Precision precision) {
        this.words = new MersenneTwister(seed);
        this.precision = precision;
    }

    public static Noise single(long seed) {
        return new Noise(seed, Precision.SINGLE);
    }

    /// Draws standard normal numbers; at least 16 at a time, as PyTorch treats shorter arrays by another rule.
    public Tensor normal(Shape shape) {
        int size = shape.size();
        if (size < BLOCK) {
            throw new IllegalArgumentException("noise is drawn 16 numbers at a time or more, not " + size);
        }
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = uniform();
        }
        int whole = size / BLOCK * BLOCK;
        for (int start = 0; start < whole; start += BLOCK) {
            boxMuller(values, start);
        }
        if (whole < size) { // the last 16 places are drawn afresh, overlapping the block before
            for (int i = size - BLOCK; i < size; i++) {
                values[i] = uniform();
            }
            boxMuller(values, size - BLOCK);
        }
        return Tensor.of(shape, values);
    }

    private float uniform() {
        int word = words.word();
        return precision == Precision.HALF_THROUGHOUT ? (word & 0x7ff) * 0x1p-11f : (word & 0xffffff) * 0x1p-24f;
    }

    /// r = √(−2 ln(1 − u₁)), θ = 2π·u₂, (r cos θ, r sin θ).
    private void boxMuller(float[] values, int start) {
        for (int j = start; j < start + HALF_BLOCK; j++) {
            float u1 = rounded(1f - values[j]);
            float u2 = values[j + HALF_BLOCK];
            float log = rounded((float) Math.log(u1));
            float radius = rounded((float) Math.sqrt(rounded(-2f * log)));
            float angle = rounded((float) (2 * Math.PI * u2));
            values[j] = stored(radius * rounded((float) Math.cos(angle)));
            values[j + HALF_BLOCK] = stored(radius * rounded((float) Math.sin(angle)));
        }
    }

    private float rounded(float value) {
        return precision == Precision.HALF_THROUGHOUT ? half(value) : value;
    }

    private float stored(float value) {
        return precision == Precision.SINGLE ? value : half(value);
    }

    private static float half(float value) {
        return Float.float16ToFloat(Float.floatToFloat16(value));
    }
}
