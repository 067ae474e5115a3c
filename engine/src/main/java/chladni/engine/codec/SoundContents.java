package chladni.engine.codec;

import chladni.engine.media.Sound;
import java.util.Optional;

/// What a sound file holds.
///
/// @param comment words for people (WAV: LIST/INFO ICMT)
/// @param recipe JSON of the recipe that made it (WAV: our own chunk), not checked here
/// @param loop the part that repeats (WAV: `smpl`)
public record SoundContents(Sound sound, Optional<String> comment, Optional<String> recipe, Optional<Loop> loop) {
    public static SoundContents of(Sound sound) {
        return new SoundContents(sound, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public SoundContents withComment(String words) {
        return new SoundContents(sound, Optional.of(words), recipe, loop);
    }

    public SoundContents withRecipe(String json) {
        return new SoundContents(sound, comment, Optional.of(json), loop);
    }

    public SoundContents withLoop(Loop repeated) {
        return new SoundContents(sound, comment, recipe, Optional.of(repeated));
    }
}
