package chladni.engine.compose;

import chladni.engine.diffusion.NoiseEstimate;
import chladni.engine.diffusion.Sampler;
import chladni.engine.tensor.Tensor;

/// A model of colour pictures, in pixels, as the colouriser drives it: for a height that suits the model, a walk through its schedule and
/// an estimate under a prompt.
interface ColourModel {
    /// What is asked for.
    ///
    /// @param prompt what it should look like
    /// @param negative what it should not
    /// @param guidance scale of classifier-free guidance
    record Wish(String prompt, String negative, double guidance) {}

    /// The size that it colours a picture of `height × width` at: its own height, and about the picture's proportions.
    Size size(int height, int width);

    record Size(int height, int width) {}

    Sampler.Walk walk(int steps);

    /// What the prompts say to it, `[2, l, d]`: row 0 without the prompt (or with the negative one), row 1 with it.
    Tensor context(Wish wish);

    /// @param grey the finished picture's grey, `[1, 1, h, w]` in −1 … 1
    NoiseEstimate estimate(Wish wish, Tensor grey);
}
