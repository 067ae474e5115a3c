package chladni.engine.codec;

import chladni.engine.media.SpectrogramFormat;
import java.util.List;
import java.util.Optional;

/// The format in which a sound of ours was drawn, so that it is seen in the same bands again.
public final class DrawnFormat {
    private static final List<SpectrogramFormat> KNOWN = List.of(SpectrogramFormat.STARTER, SpectrogramFormat.AUFFUSION);

    private DrawnFormat() {}

    /// Empty for a sound that comes from elsewhere, or says something that no pack has.
    public static Optional<SpectrogramFormat> of(SoundContents contents) {
        return contents.recipe().flatMap(CalibrationJson::inRecipe).filter(KNOWN::contains);
    }
}
