package chladni.engine.codec;

import chladni.engine.media.Picture;
import chladni.engine.media.Sound;
import java.util.List;

/// A picture with its sound, to be watched: a line moves over the picture from left to right while the sound plays.
///
/// @param captions lines of text below the picture, such as the two prompts
public record Film(Picture picture, Sound sound, List<String> captions) {
    public Film {
        captions = List.copyOf(captions);
        if (sound.length() == 0) {
            throw new IllegalArgumentException("a film needs a sound that lasts");
        }
    }
}
