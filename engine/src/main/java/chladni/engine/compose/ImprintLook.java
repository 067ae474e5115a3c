package chladni.engine.compose;

import chladni.engine.media.Picture;
import chladni.engine.media.Spectrogram;
import chladni.engine.recipe.Tone;
import java.nio.file.Path;

/// What an imprint of a file will be, before it is made: quick enough to follow a slider.
public final class ImprintLook {
    private final Spectrogram sounding;
    private final Picture grey;
    private final CanvasContent.Columns covered;

    private ImprintLook(Spectrogram sounding, Picture grey, CanvasContent.Columns covered) {
        this.sounding = sounding;
        this.grey = grey;
        this.covered = covered;
    }

    /// @throws chladni.engine.failure.BadInput when the file is nothing that can be pressed
    public static ImprintLook of(Path picture, Spectrogram sounding) {
        CanvasContent content = CanvasContent.read(picture, sounding.format(), sounding.columns());
        return new ImprintLook(sounding, content.toSee().grey(), content.covered());
    }

    /// @throws chladni.engine.failure.BadInput when the tone leaves no band
    public Spectrogram pressed(double ratio, Tone tone) {
        return new Press(ratio, tone).into(sounding, grey, covered);
    }
}
