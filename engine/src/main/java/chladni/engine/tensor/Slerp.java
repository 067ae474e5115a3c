package chladni.engine.tensor;

/// Spherical interpolation (Shoemake 1985, "Animating rotation with quaternion curves", section 3.3), over all numbers of two tensors as one
/// vector each: the way between two noises on which everything is as much noise as its ends, which the straight way is not.
public final class Slerp {
    /// Below this the ends are so near each other, or so exactly opposite, that the arc between them is not defined.
    private static final double LEAST_SINE = 1e-6;

    private Slerp() {}

    /// sin((1 − t)·ω) / sin ω · a + sin(t·ω) / sin ω · b, with ω the angle between a and b.
    ///
    /// @param a any shape
    /// @param b the same shape
    /// @param t 0 … 1; the ends are given back as they are
    public static Tensor between(Tensor a, Tensor b, double t) {
        if (!a.shape().equals(b.shape())) {
            throw new IllegalArgumentException("noises of shapes " + a.shape() + " and " + b.shape() + " have no way between them");
        }
        if (t == 0 || t == 1) {
            return t == 0 ? a : b;
        }
        double cosine = dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
        double angle = Math.acos(Math.clamp(cosine, -1, 1));
        double sine = Math.sin(angle);
        double first = sine < LEAST_SINE ? 1 - t : Math.sin((1 - t) * angle) / sine;
        double second = sine < LEAST_SINE ? t : Math.sin(t * angle) / sine;
        float[] out = new float[a.data().length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) (first * a.data()[i] + second * b.data()[i]);
        }
        return Tensor.of(a.shape(), out);
    }

    private static double dot(Tensor a, Tensor b) {
        double sum = 0;
        for (int i = 0; i < a.data().length; i++) {
            sum += (double) a.data()[i] * b.data()[i];
        }
        return sum;
    }
}
