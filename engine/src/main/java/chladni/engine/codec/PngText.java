package chladni.engine.codec;

import chladni.engine.media.SpectrogramFormat;
import java.util.Optional;

/// What a PNG says about itself beside its pixels.
///
/// @param parameters words for people and other image tools (keyword `parameters`)
/// @param recipe JSON of the recipe that made it (keyword `chladni`), not checked here
/// @param calibration what its rows, columns and levels mean, if it is a spectrogram (keyword `chladni-calibration`)
public record PngText(Optional<String> parameters, Optional<String> recipe, Optional<SpectrogramFormat> calibration) {
    public static final PngText NONE = new PngText(Optional.empty(), Optional.empty(), Optional.empty());

    public PngText withParameters(String words) {
        return new PngText(Optional.of(words), recipe, calibration);
    }

    public PngText withRecipe(String json) {
        return new PngText(parameters, Optional.of(json), calibration);
    }

    public PngText withCalibration(SpectrogramFormat format) {
        return new PngText(parameters, recipe, Optional.of(format));
    }
}
