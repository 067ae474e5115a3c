package chladni.engine.compose;

import chladni.engine.media.Picture;
import chladni.engine.media.Spectrogram;
import chladni.engine.recipe.Tone;
import java.nio.file.Path;

/// What an imprint of a file will be, before it is made: quick enough to follow a slider.
///
/// @param sounding what is pressed into
/// @param grey the picture, fitted to its size
public record ImprintLook(Spectrogram sounding, Picture grey) {
    /// @throws chladni.engine.failure.BadInput when the file is nothing that can be pressed
    public static ImprintLook of(Path picture, Spectrogram sounding) {
        return new ImprintLook(sounding, CanvasContent.read(picture, sounding.format(), sounding.columns()).toSee().grey());
    }

    /// @throws chladni.engine.failure.BadInput when the tone leaves no band
    public Spectrogram pressed(double ratio, Tone tone) {
        return new Press(ratio, tone).into(sounding, grey);
    }
}
