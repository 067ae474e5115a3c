package chladni.app.feature.run;

import chladni.app.document.TakeItem;
import chladni.engine.job.Preview;
import chladni.engine.job.Ticket;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// A run in the queue, with its ticket and the take in the strip that forms now.
public final class QueueItem {
    final TakeRun run;
    final Ticket ticket;
    final Pace pace = new Pace();
    @Nullable TakeItem item;
    int takesSeen;
    @Nullable Preview seen;
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("waits");

    QueueItem(TakeRun run, Ticket ticket) {
        this.run = run;
        this.ticket = ticket;
    }

    /// "castle towers × bell ringing".
    public String title() {
        return run.title();
    }

    /// How many takes it will make.
    public int takes() {
        return run.recipe().takes();
    }

    /// Whether it can still be moved in the queue.
    public boolean isWaiting() {
        return ticket.state() == Ticket.State.WAITING;
    }

    /// 0 … 1.
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// Where it stands: "waits", "step 34 of 50 · 14 it/s · 1 s left".
    public ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    void at(double share, String where) {
        progress.set(share);
        words.set(where);
    }
}
