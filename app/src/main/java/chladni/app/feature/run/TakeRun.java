package chladni.app.feature.run;

import chladni.app.bench.Bench;
import chladni.app.document.Shown;
import chladni.engine.job.Job;
import chladni.engine.job.Monitor;
import chladni.engine.recipe.Recipe;
import chladni.engine.take.SavedTake;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/// One press of Generate: a recipe on its way through the lane. Finished takes wait here until the window's next frame.
final class TakeRun implements Job {
    private final Bench bench;
    private final Recipe recipe;
    private final Queue<SavedTake> finished = new ConcurrentLinkedQueue<>();

    TakeRun(Bench bench, Recipe recipe) {
        this.bench = bench;
        this.recipe = recipe;
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
        bench.make(recipe, monitor, finished::add);
    }
}
