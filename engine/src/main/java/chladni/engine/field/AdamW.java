package chladni.engine.field;

/// Adam with decoupled weight decay (Loshchilov & Hutter 2019, algorithm 2), β₁ = 0.9, β₂ = 0.999, ε = 1e-8, as PyTorch steps it.
///
/// @param rate α
/// @param decay λ
public record AdamW(double rate, double decay) {
    private static final double BETA_1 = 0.9;
    private static final double BETA_2 = 0.999;
    private static final double EPSILON = 1e-8;

    /// Where an optimisation stands; everything that the next step needs.
    ///
    /// @param theta θ
    /// @param mean m, running mean of the gradient
    /// @param square v, running mean of its square
    /// @param steps t, steps done
    public record State(float[] theta, float[] mean, float[] square, int steps) {
        /// The beginning.
        public static State of(float[] theta) {
            return new State(theta, new float[theta.length], new float[theta.length], 0);
        }
    }

    /// One step down the gradient, `[θ]`; the state given stays as it is.
    public State step(State state, float[] gradient) {
        int t = state.steps + 1;
        double mCorrection = 1 - Math.pow(BETA_1, t);
        double vCorrection = Math.sqrt(1 - Math.pow(BETA_2, t));
        float[] theta = state.theta.clone();
        float[] mean = state.mean.clone();
        float[] square = state.square.clone();
        for (int i = 0; i < theta.length; i++) {
            float g = gradient[i];
            mean[i] += (float) ((g - mean[i]) * (1 - BETA_1));
            square[i] = (float) (BETA_2 * square[i] + (1 - BETA_2) * g * g);
            double denominator = Math.sqrt(square[i]) / vCorrection + EPSILON;
            theta[i] = (float) (theta[i] * (1 - rate * decay) - rate / mCorrection * mean[i] / denominator);
        }
        return new State(theta, mean, square, t);
    }
}
