package chladni.engine.compose;

import chladni.engine.codec.FileKind;
import chladni.engine.codec.PictureContents;
import chladni.engine.codec.PictureFile;
import chladni.engine.codec.SoundFile;
import chladni.engine.media.Sound;
import chladni.engine.media.SpectrogramFormat;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.Distil;
import chladni.engine.recipe.Recipe;
import chladni.engine.recipe.RecipeJson;
import chladni.engine.recipe.Voice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a file that sounds says about itself: how fine and how long it is, and who made it.
final class SoundSource {
    private SoundSource() {}

    /// @param columns length of its spectrogram
    record Extent(SpectrogramFormat format, int columns) {
        /// Where nothing says otherwise, the starter's.
        static final Extent DEFAULT = new Extent(SpectrogramFormat.STARTER, 512);
    }

    /// A take and a playable spectrogram keep their own, a sound its length; a plain picture has none.
    static Extent extent(Path path) {
        if (Files.isDirectory(path)) {
            Path spectrogram = path.resolve("spectrogram.png");
            return Files.isRegularFile(spectrogram) ? extent(PictureFile.read(spectrogram)) : Extent.DEFAULT;
        }
        if (path.toString().endsWith(".npy") || !Files.isRegularFile(path)) {
            return Extent.DEFAULT;
        }
        FileKind kind = FileKind.of(path);
        if (kind.isPicture()) {
            return extent(PictureFile.read(path));
        }
        return kind.isSound() ? extent(SoundFile.read(path).sound()) : Extent.DEFAULT;
    }

    private static Extent extent(PictureContents picture) {
        return picture.text().calibration().map(format -> new Extent(format, picture.picture().width())).orElse(Extent.DEFAULT);
    }

    private static Extent extent(Sound sound) {
        SpectrogramFormat format = Extent.DEFAULT.format;
        double columns = Math.ceil(sound.seconds() * format.sampleRate() / format.hop());
        return new Extent(format, (int) Math.clamp(columns, 1, Compose.MAX_COLUMNS));
    }

    /// The pack whose voice is heard in a take.
    static Optional<String> packOf(Path folder) {
        Path file = folder.resolve("recipe.json");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Recipe recipe = RecipeJson.read(file);
        List<Voice> voices = switch (recipe) {
            case Compose compose -> compose.voices();
            case Distil distil -> distil.voices();
            default -> List.of();
        };
        return voices.isEmpty() ? Optional.empty() : Optional.of(voices.getLast().pack());
    }
}
