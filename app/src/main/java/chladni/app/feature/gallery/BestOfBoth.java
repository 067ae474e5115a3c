package chladni.app.feature.gallery;

import chladni.engine.take.TakeEntry;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The rule by which Images that Sound keeps takes: among the top fifth by looks and among the top fifth by sound.
final class BestOfBoth {
    private static final double TOP = 0.2;

    private BestOfBoth() {}

    /// In the order they came; where the two tops have nothing in common, those that no other take beats in both.
    static List<TakeEntry> of(List<TakeEntry> takes) {
        List<TakeEntry> judged = takes.stream().filter(take -> take.looks() != null && take.sounds() != null).toList();
        int top = Math.max(1, (int) Math.ceil(TOP * judged.size()));
        List<TakeEntry> both = judged.stream().filter(take -> better(judged, take, TakeEntry::looks) < top
                && better(judged, take, TakeEntry::sounds) < top).toList();
        return both.isEmpty() ? judged.stream().filter(take -> judged.stream().noneMatch(other -> beats(other, take))).toList() : both;
    }

    private static long better(List<TakeEntry> takes, TakeEntry take, Function<TakeEntry, @Nullable Double> score) {
        return takes.stream().filter(other -> value(score.apply(other)) > value(score.apply(take))).count();
    }

    private static boolean beats(TakeEntry one, TakeEntry other) {
        boolean asGood = value(one.looks()) >= value(other.looks()) && value(one.sounds()) >= value(other.sounds());
        return asGood && (value(one.looks()) > value(other.looks()) || value(one.sounds()) > value(other.sounds()));
    }

    private static double value(@Nullable Double score) {
        return score == null ? Double.NEGATIVE_INFINITY : score;
    }
}
