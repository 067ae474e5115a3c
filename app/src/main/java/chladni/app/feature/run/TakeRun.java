package chladni.app.feature.run;

import chladni.app.bench.Bench;
import chladni.app.document.Shown;
import chladni.app.document.StepLog;
import chladni.engine.job.Job;
import chladni.engine.job.Monitor;
import chladni.engine.recipe.Recipe;
import chladni.engine.take.SavedTake;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/// One press of Generate: a recipe on its way through the lane. Finished takes wait here until the window's next frame.
final class TakeRun implements Job {
    private final Bench bench;
    private final Recipe recipe;
    private final int until;
    private final Map<Integer, StepLog> steps = Watching.logs();
    private final Queue<SavedTake> finished = new ConcurrentLinkedQueue<>();

    /// @param until steps after which each take ends; 0: all of them
    TakeRun(Bench bench, Recipe recipe, int until) {
        this.bench = bench;
        this.recipe = recipe;
        this.until = until;
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
        bench.make(recipe, new Watching(monitor, until, steps), finished::add);
    }
}
