package chladni.engine.score;

import chladni.engine.media.Picture;
import chladni.engine.media.Sound;
import java.util.Optional;

/// What is shown to the judges: a take's picture and sound with the words of its prompts. A side without words is not judged.
///
/// @param picture grey or colour, of any size, and what it should look like
/// @param sound at any rate, and what it should sound like
public record Judged(Optional<Seen<Picture>> picture, Optional<Seen<Sound>> sound) {
    /// Something and the words that it should fit.
    public record Seen<T>(T what, String text) {}

    public static Judged of(Picture picture, String pictureText, Sound sound, String soundText) {
        return new Judged(pair(picture, pictureText), pair(sound, soundText));
    }

    private static <T> Optional<Seen<T>> pair(T what, String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(new Seen<>(what, text));
    }
}
