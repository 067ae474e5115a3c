package chladni.engine.take;

import chladni.engine.media.Picture;
import chladni.engine.media.Sound;
import chladni.engine.media.Spectrogram;
import chladni.engine.recipe.Recipe;
import chladni.engine.tensor.Tensor;
import java.util.Map;

/// A finished take in memory. `spectrogram` and `sound` belong together; `picture` is the same latent seen by the picture voice.
///
/// @param recipe the recipe of this take alone, every default filled in
/// @param made how it came about
/// @param trace tensors by name for `--trace`, empty unless asked for
public record Take(
        Recipe recipe, Made made, Picture picture, Spectrogram spectrogram, Sound sound, Map<String, Tensor> trace) {
    public Take {
        trace = Map.copyOf(trace);
    }
}
