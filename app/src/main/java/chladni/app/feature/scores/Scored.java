package chladni.app.feature.scores;

import chladni.app.document.TakeItem;
import java.util.List;

/// A take with both scores.
///
/// @param looks how right it looks, the cosine of picture and words
/// @param sounds how right it sounds
public record Scored(TakeItem item, double looks, double sounds) {
    boolean isBeatenBy(Scored other) {
        return other.looks >= looks && other.sounds >= sounds && (other.looks > looks || other.sounds > sounds);
    }

    /// Whether none of the others is at least as good in both and better in one: the Pareto front.
    boolean isOnFrontOf(List<Scored> all) {
        return all.stream().noneMatch(this::isBeatenBy);
    }
}
