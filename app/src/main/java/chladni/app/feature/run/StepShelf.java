package chladni.app.feature.run;

import chladni.app.document.StepLog;
import chladni.app.document.TakeItem;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Gives finished takes the estimates from which they formed. Only the newest takes keep theirs, and all of them together hold only so much
/// memory: the takes that were finished first forget theirs first.
final class StepShelf {
    static final int MOST_TAKES = 16;
    /// All of these takes of the starter, four at full size.
    private static final long MOST_BYTES = 64L << 20;

    private final Deque<TakeItem> keeping = new ArrayDeque<>();
    private long bytes;

    void keep(TakeItem item, @Nullable StepLog log) {
        if (log == null) {
            return;
        }
        item.keepSteps(log);
        keeping.addLast(item);
        bytes += log.bytes();
        while (keeping.size() > MOST_TAKES || bytes > MOST_BYTES && keeping.size() > 1) {
            TakeItem oldest = keeping.removeFirst();
            StepLog gone = oldest.stepsProperty().get();
            bytes -= gone == null ? 0 : gone.bytes();
            oldest.keepSteps(null);
        }
    }
}
