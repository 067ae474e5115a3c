package chladni.engine.score;

import static org.assertj.core.api.Assertions.assertThat;

import chladni.engine.take.Made;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JointRankTest {
    private static Made scored(double looks, double sounds) {
        return new Made("", Map.of(), Map.of(), List.of(), 1).withScores(Map.of(Made.LOOKS, looks, Made.SOUNDS, sounds));
    }

    private static List<Integer> order(double share, Made... takes) {
        return new JointRank(share).order(List.of(takes));
    }

    @Test
    void whoIsInBothTopsComesFirst() {
        assertThat(order(0.4, scored(0.9, 0.1), scored(0.8, 0.8), scored(0.1, 0.9), scored(0.2, 0.2), scored(0.3, 0.3))).first().isEqualTo(1);
    }

    @Test
    void itIsNeverEmptyWhereNobodyIsInBoth() {
        assertThat(order(0.2, scored(0.9, 0.1), scored(0.1, 0.9), scored(0.5, 0.5))).containsExactly(2, 0, 1);
    }

    @Test
    void aHundredTakesGiveTheIntersectionOfTheTwoTopTwenties() {
        Random random = new Random(3);
        List<Made> takes = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            double common = random.nextDouble();
            takes.add(scored(common + random.nextDouble(), common + random.nextDouble()));
        }
        List<Integer> both = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            if (better(takes, i, Made.LOOKS) < 20 && better(takes, i, Made.SOUNDS) < 20) {
                both.add(i);
            }
        }
        assertThat(both).isNotEmpty();
        assertThat(JointRank.PAPER.order(takes).subList(0, both.size())).containsExactlyInAnyOrderElementsOf(both);
    }

    private static long better(List<Made> takes, int i, String side) {
        return takes.stream().filter(other -> other.scores().get(side) > takes.get(i).scores().get(side)).count();
    }

    @Test
    void aSideThatNobodyJudgedRanksNoOne() {
        Made low = new Made("", Map.of(), Map.of(), List.of(), 1).withScores(Map.of(Made.LOOKS, 0.1));
        Made high = new Made("", Map.of(), Map.of(), List.of(), 1).withScores(Map.of(Made.LOOKS, 0.7));
        Made none = new Made("", Map.of(), Map.of(), List.of(), 1);
        assertThat(order(0.2, low, none, high)).containsExactly(2, 0, 1);
        assertThat(order(0.2, none, none)).containsExactly(0, 1);
    }
}
