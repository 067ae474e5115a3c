package chladni.app.feature.run;

import chladni.app.bench.Bench;
import chladni.engine.take.Accidents;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Duration;

/// Takes that were cancelled, failed or were forming when the program ended: what was kept of them can still become a take.
public final class CutShort {
    private static final Duration TOLD_FOR = Duration.seconds(30);

    private final Bench bench;
    private final Executor background;
    private final RunViewModel run;
    private final ObservableList<Accidents.Left> all = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final PauseTransition told = new PauseTransition(TOLD_FOR);

    public CutShort(Bench bench, Executor background, RunViewModel run) {
        this.bench = bench;
        this.background = background;
        this.run = run;
        told.setOnFinished(_ -> note.set(""));
    }

    /// That something was cut short just now and how it comes back; empty otherwise.
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /// Newest first.
    public ObservableList<Accidents.Left> all() {
        return all;
    }

    /// Looks at what is there.
    public void refresh() {
        background.execute(() -> {
            List<Accidents.Left> found = bench.accidents();
            Platform.runLater(() -> show(found));
        });
    }

    /// A run is over: what it left is told of.
    public void ended() {
        background.execute(() -> {
            List<Accidents.Left> found = bench.accidents();
            Platform.runLater(() -> {
                Accidents.Left newest = found.isEmpty() ? null : found.getFirst();
                if (newest != null && !all.contains(newest)) {
                    note.set("Cut short after step %d of %d; it can be brought back: Make, Bring back"
                            .formatted(newest.step(), newest.recipe().sampling().steps()));
                    told.playFromStart();
                }
                show(found);
            });
        });
    }

    private void show(List<Accidents.Left> found) {
        if (!all.equals(found)) {
            all.setAll(found);
        }
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
