package chladni.app.document;

import chladni.engine.take.SavedTake;
import chladni.engine.take.Take;
import chladni.engine.take.TakeStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Holds the pictures and sounds of a few takes: of those that are shown, and of those that were made or looked at last. However many takes
/// there are, no more of them is in memory; the files are the truth. For any thread.
final class TakeMemory {
    /// One at full size takes some 5 MB.
    static final int MOST = 8;

    private final Map<StoredTake, Take> held = new LinkedHashMap<>(MOST * 2, 0.75f, true);
    private Set<StoredTake> shown = Set.of();

    /// A take that has just been made or read; as the newest it is held for a while.
    StoredTake keep(SavedTake saved) {
        StoredTake kept = new StoredTake(this, saved);
        hold(kept, saved.take());
        return kept;
    }

    /// These stay, whatever else is read.
    synchronized void show(Set<StoredTake> now) {
        shown = now;
        trim();
    }

    /// What is in memory; null: it would have to be read.
    synchronized @Nullable Take now(StoredTake take) {
        return held.get(take);
    }

    /// A take, from its files where it is not in memory.
    ///
    /// @throws chladni.engine.failure.BadInput when its files are gone or damaged
    Take of(StoredTake take) {
        synchronized (take) { // two who ask at once, such as eye and ear, read it once
            Take now = now(take);
            if (now == null) {
                now = TakeStore.read(take.folder()).take();
                hold(take, now);
            }
            return now;
        }
    }

    private synchronized void hold(StoredTake take, Take content) {
        held.put(take, content);
        trim();
    }

    private void trim() {
        List<StoredTake> oldestFirst = new ArrayList<>(held.keySet());
        for (int i = 0; held.size() > MOST && i < oldestFirst.size(); i++) {
            if (!shown.contains(oldestFirst.get(i))) {
                held.remove(oldestFirst.get(i));
            }
        }
    }
}
