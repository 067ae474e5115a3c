package chladni.app.feature.voices;

import chladni.app.bench.Bench;
import chladni.app.document.Shown;
import chladni.engine.recipe.Recipe;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Takes of very many steps that were left before they were finished; they can go on from where they are.
public final class UnfinishedTakes {
    private final Bench bench;
    private final Executor background;
    private final Consumer<Recipe> start;
    private final ObservableList<Rest> all = FXCollections.observableArrayList();

    /// One that was left.
    ///
    /// @param done iterations that are done
    /// @param iterations iterations in all
    public record Rest(Bench.Left left, String title, int done, int iterations) {
        /// "120 of 400 · castle towers × bell ringing".
        public String words() {
            return done + " of " + iterations + " · " + title;
        }
    }

    /// @param start puts a recipe into the queue
    public UnfinishedTakes(Bench bench, Executor background, Consumer<Recipe> start) {
        this.bench = bench;
        this.background = background;
        this.start = start;
    }

    /// Newest first.
    public ObservableList<Rest> all() {
        return all;
    }

    /// Looks again at what is there; to be called when a run has ended.
    public void refresh() {
        background.execute(() -> {
            List<Rest> found = bench.left().stream()
                    .map(one -> new Rest(one, Shown.titleOf(one.recipe()), one.done(), one.recipe().iterations())).toList();
            Platform.runLater(() -> {
                if (!all.equals(found)) {
                    all.setAll(found);
                }
            });
        });
    }

    /// Goes on with the one that was left last.
    public void goOn() {
        if (!all.isEmpty()) {
            goOn(all.getFirst());
        }
    }

    void goOn(Rest rest) {
        all.remove(rest);
        start.accept(rest.left().recipe());
    }

    void giveUp(Rest rest) {
        all.remove(rest);
        background.execute(() -> bench.giveUp(rest.left()));
    }
}
