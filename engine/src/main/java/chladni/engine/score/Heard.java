package chladni.engine.score;

import chladni.engine.network.Embedding;

/// Everything that CLAP says of one sound and one text.
///
/// @param audioScale what a cosine is multiplied with to give the logit of a sound among texts
/// @param textScale the same of a text among sounds
public record Heard(String judge, ReadText text, Embedding sound, double audioScale, double textScale) {
    /// Cosine between the sound and the text: its score.
    public double cosine() {
        return sound.cosine(0, text.embedding(), 0);
    }
}
