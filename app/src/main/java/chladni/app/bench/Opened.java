package chladni.app.bench;

import chladni.engine.media.Picture;
import chladni.engine.media.Sound;
import chladni.engine.media.Spectrogram;
import chladni.engine.recipe.Recipe;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A file that was opened or dropped: how it looks, how it sounds, and the recipe it carries if we wrote it.
///
/// @param kind what the file is by its content
/// @param picture the picture itself; for a sound its spectrogram
/// @param spectrogram the picture fitted to a spectrogram, or the sound's own
/// @param sound the sound itself; null for a picture
/// @param recipe the settings in the file; null when there are none
public record Opened(
        Path file, Kind kind, Picture picture, Spectrogram spectrogram, @Nullable Sound sound,
        @Nullable Recipe recipe) {
    public enum Kind { PICTURE, SOUND }

    public String name() {
        Path last = file.getFileName();
        return last == null ? file.toString() : last.toString();
    }
}
