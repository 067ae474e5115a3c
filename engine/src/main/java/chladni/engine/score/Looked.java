package chladni.engine.score;

import chladni.engine.network.Embedding;
import java.util.List;

/// Everything that CLIP says of one picture and one text.
///
/// @param whole the picture as CLIP's own preparation cuts it: its middle square
/// @param windows what is seen through each of [PictureWindows], from left to right
/// @param logitScale what a cosine is multiplied with to give a logit
public record Looked(String judge, ReadText text, Embedding whole, List<Embedding> windows, double logitScale) {
    /// Cosine between the middle square and the text.
    public double cosine() {
        return whole.cosine(0, text.embedding(), 0);
    }

    public List<Double> windowCosines() {
        return windows.stream().map(window -> window.cosine(0, text.embedding(), 0)).toList();
    }

    /// Their mean: the score of a take.
    public double mean() {
        return windowCosines().stream().mapToDouble(Double::doubleValue).sum() / windows.size();
    }
}
