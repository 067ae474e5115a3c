package chladni.app.feature.packs;

import chladni.engine.failure.CancelSignal;
import chladni.engine.pack.ByteWatch;
import java.util.Locale;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Something long that is being done with a pack. The worker writes to it as often as it likes; the window samples it.
public final class PackWork implements ByteWatch {
    private static final double GIGA = 1e9;
    private static final double MEGA = 1e6;

    private final String title;
    private final CancelSignal cancel = new CancelSignal();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private volatile String file = "";
    private volatile long done;
    private volatile long total;

    /// @param title "Verifying"
    PackWork(String title) {
        this.title = title;
        words.set(title + "…");
    }

    @Override
    public void at(String file, long done, long total) {
        this.file = file;
        this.done = done;
        this.total = total;
    }

    CancelSignal cancel() {
        return cancel;
    }

    /// 0 … 1; −1 when not known.
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// "Fetching · 1.2 of 2.1 GB · unet/config.json".
    public ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /// Once a frame.
    void sample() {
        progress.set(total > 0 ? (double) done / total : -1);
        if (!file.isEmpty()) {
            words.set(title + " · " + amount() + " · " + file + (cancel.isRaised() ? " · stopping" : ""));
        }
    }

    private String amount() {
        return total > 0 ? "%s of %s".formatted(size(done), size(total)) : size(done);
    }

    static String size(long bytes) {
        return bytes >= GIGA ? String.format(Locale.ROOT, "%.1f GB", bytes / GIGA) : String.format(Locale.ROOT, "%.0f MB", Math.ceil(bytes / MEGA));
    }
}
