package chladni.app.feature.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import chladni.engine.take.TakeEntry;
import chladni.engine.take.TakeNotes;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BestOfBothTest {
    private static TakeEntry take(long seed, @Nullable Double looks, @Nullable Double sounds) {
        return new TakeEntry(Path.of("take-" + seed), "", "compose", List.of(), seed, Instant.EPOCH, TakeNotes.NONE, looks, sounds, null);
    }

    @Test
    void whoIsInTheTopFifthOfBothStays() {
        List<TakeEntry> takes = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            takes.add(take(i, i / 10.0, i == 3 ? 2 : i / 20.0));
        }
        assertThat(BestOfBoth.of(takes)).extracting(TakeEntry::seed).containsExactly(9L); // 8 and 9 lead in looks, 3 and 9 in sound
    }

    @Test
    void whereTheTopsHaveNothingInCommonTheFrontStays() {
        List<TakeEntry> takes = List.of(take(1, 0.9, 0.1), take(2, 0.5, 0.5), take(3, 0.4, 0.4), take(4, 0.1, 0.9), take(5, null, 0.99));
        assertThat(BestOfBoth.of(takes)).extracting(TakeEntry::seed).containsExactly(1L, 2L, 4L);
    }

    @Test
    void unjudgedTakesAreNeverTheBest() {
        assertThat(BestOfBoth.of(List.of(take(1, null, null)))).isEmpty();
    }
}
