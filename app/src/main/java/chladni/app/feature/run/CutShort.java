package chladni.app.feature.run;

import chladni.app.bench.Bench;
import chladni.engine.take.Accidents;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Takes that were cancelled, failed or were forming when the program ended: what was kept of them can still become a take.
public final class CutShort {
    private final Bench bench;
    private final Executor background;
    private final RunViewModel run;
    private final ObservableList<Accidents.Left> all = FXCollections.observableArrayList();

    public CutShort(Bench bench, Executor background, RunViewModel run) {
        this.bench = bench;
        this.background = background;
        this.run = run;
    }

    /// Newest first.
    public ObservableList<Accidents.Left> all() {
        return all;
    }

    /// Looks again at what is there; to be called when a run has ended.
    public void refresh() {
        background.execute(() -> {
            List<Accidents.Left> found = bench.accidents();
            Platform.runLater(() -> {
                if (!all.equals(found)) {
                    all.setAll(found);
                }
            });
        });
    }

    /// The one that was cut short last becomes a take.
    public void bringBack() {
        if (!all.isEmpty()) {
            bringBack(all.getFirst());
        }
    }

    void bringBack(Accidents.Left left) {
        all.remove(left);
        run.bringBack(left);
    }

    void forget(Accidents.Left left) {
        all.remove(left);
        background.execute(() -> bench.forget(left));
    }
}
