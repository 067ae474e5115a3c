package chladni.engine.diffusion;

import chladni.engine.tensor.Tensor;

/// What a network was trained to predict. At its border everything becomes ε.
public enum Prediction {
    EPSILON {
        @Override
        public Tensor epsilon(Tensor predicted, Tensor x, float alphaBar) {
            return predicted;
        }

        @Override
        public Tensor predicted(Tensor epsilon, Tensor x, float alphaBar) {
            return epsilon;
        }
    },
    /// ε = √ᾱ · v + √(1 − ᾱ) · x (Salimans & Ho 2022, appendix D).
    V {
        @Override
        public Tensor epsilon(Tensor predicted, Tensor x, float alphaBar) {
            return predicted.scaledPlus((float) Math.sqrt(alphaBar), x, (float) Math.sqrt(1 - alphaBar));
        }

        @Override
        public Tensor predicted(Tensor epsilon, Tensor x, float alphaBar) {
            return epsilon.scaledPlus(1, x, -(float) Math.sqrt(1 - alphaBar)).times(1 / (float) Math.sqrt(alphaBar));
        }
    },
    /// ε = (x − √ᾱ · x₀) / √(1 − ᾱ).
    SAMPLE {
        @Override
        public Tensor epsilon(Tensor predicted, Tensor x, float alphaBar) {
            return x.scaledPlus(1, predicted, -(float) Math.sqrt(alphaBar)).times(1 / (float) Math.sqrt(1 - alphaBar));
        }

        @Override
        public Tensor predicted(Tensor epsilon, Tensor x, float alphaBar) {
            return x.scaledPlus(1, epsilon, -(float) Math.sqrt(1 - alphaBar)).times(1 / (float) Math.sqrt(alphaBar));
        }
    };

    /// The noise in x, given what the network predicted from it.
    ///
    /// @param alphaBar ᾱ_t, below 1
    public abstract Tensor epsilon(Tensor predicted, Tensor x, float alphaBar);

    /// What a network of this kind would have predicted from x, given the noise in it: the other way round.
    ///
    /// @param alphaBar ᾱ_t, above 0
    public abstract Tensor predicted(Tensor epsilon, Tensor x, float alphaBar);
}
