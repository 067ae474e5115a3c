package chladni.engine.score;

import chladni.engine.take.Made;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// The best of many takes, as the paper picks them: those in the top share by looks *and* by sound (PUBLISHED.md, point 7: the top 20 % of
/// 100 by both). That may be none, or too few; the rest follows by joint rank, so that the answer is never empty.
///
/// @param share of the takes that counts as the top, 0 … 1
public record JointRank(double share) {
    /// The published code's.
    public static final JointRank PAPER = new JointRank(0.2);

    public JointRank {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("a share must be above 0 and at most 1, not " + share);
        }
    }

    /// Indices of the takes, best first: those in both tops before all others, each group by its worse rank, then by the sum of both ranks,
    /// then in the order they came. A side that nobody judged ranks no one.
    public List<Integer> order(List<Made> takes) {
        int[] looks = ranks(takes, made -> made.scores().getOrDefault(Made.LOOKS, Double.NaN));
        int[] sounds = ranks(takes, made -> made.scores().getOrDefault(Made.SOUNDS, Double.NaN));
        int top = Math.max(1, (int) Math.ceil(share * takes.size()));
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < takes.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.<Integer>comparingInt(i -> Math.max(looks[i], sounds[i]) < top ? 0 : 1)
                .thenComparingInt(i -> Math.max(looks[i], sounds[i])).thenComparingInt(i -> looks[i] + sounds[i]));
        return order;
    }

    /// 0 for the best; equal scores share a rank. Takes without a score come last, unless none has one.
    private static int[] ranks(List<Made> takes, ToDoubleFunction<Made> score) {
        int[] ranks = new int[takes.size()];
        for (int i = 0; i < ranks.length; i++) {
            double own = score.applyAsDouble(takes.get(i));
            for (Made other : takes) {
                double rival = score.applyAsDouble(other);
                ranks[i] += Double.isNaN(own) ? Double.isNaN(rival) ? 0 : 1 : rival > own ? 1 : 0;
            }
        }
        return ranks;
    }
}
