package chladni.engine.score;

import java.util.Optional;

/// What the judges say of a take; empty where there was no judge, or no words to compare with.
///
/// @param looks how well the picture looks like its words
/// @param sounds how well the sound sounds like its words
public record Scores(Optional<Score> looks, Optional<Score> sounds) {
    public static final Scores NONE = new Scores(Optional.empty(), Optional.empty());
}
