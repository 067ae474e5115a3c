package chladni.engine.compose;

import chladni.engine.codec.PictureFile;
import chladni.engine.diffusion.Share;
import chladni.engine.media.Picture;
import chladni.engine.recipe.Weight;

/// A recipe's weight as a share over the latent cells.
final class Weights {
    private Weights() {}

    static Share share(Weight weight, Frame frame, Turn turn) {
        return switch (weight) {
            case Weight.Even even -> Share.of(even.share());
            case Weight.Painted painted -> {
                Picture map = turn.of(frame.stretched(PictureFile.read(painted.map()).picture()));
                yield Share.of(LatentMask.averaged(map, frame)
                        .map(level -> painted.low() + level * (painted.high() - painted.low())));
            }
        };
    }
}
