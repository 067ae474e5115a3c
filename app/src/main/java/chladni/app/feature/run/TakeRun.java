package chladni.app.feature.run;

import chladni.app.bench.Previews;
import chladni.app.document.Shown;
import chladni.app.document.StepLog;
import chladni.engine.job.Job;
import chladni.engine.job.Monitor;
import chladni.engine.recipe.Recipe;
import chladni.engine.take.SavedTake;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One press of Generate: a recipe on its way through the lane. Finished takes wait here until the window's next frame.
final class TakeRun implements Job {
    private final Recipe recipe;
    private final int until;
    private final Supplier<Previews> previews;
    private final Making making;
    private final Map<Integer, StepLog> steps = Watching.logs();
    private final Queue<SavedTake> finished = new ConcurrentLinkedQueue<>();

    /// What the engine is asked to do.
    @FunctionalInterface
    interface Making {
        void make(Monitor monitor, Consumer<SavedTake> onTake);
    }

    /// @param until steps after which each take ends; 0: all of them
    /// @param previews asked at each step, on the engine's thread
    TakeRun(Recipe recipe, int until, Supplier<Previews> previews, Making making) {
        this.recipe = recipe;
        this.until = until;
        this.previews = previews;
        this.making = making;
    }

    /// The estimates from which a take formed; only once.
    @Nullable StepLog stepsOf(int take) {
        return steps.remove(take);
    }

    Recipe recipe() {
        return recipe;
    }

    @Nullable SavedTake nextFinished() {
        return finished.poll();
    }

    @Override
    public String title() {
        return Shown.titleOf(recipe);
    }

    @Override
    public void run(Monitor monitor) {
        making.make(new Watching(monitor, until, previews, steps), finished::add);
    }
}
