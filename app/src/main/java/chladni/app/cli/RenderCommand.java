package chladni.app.cli;

import chladni.engine.Engine;
import chladni.engine.compose.Tracing;
import chladni.engine.failure.CancelSignal;
import chladni.engine.recipe.Recipe;
import chladni.engine.take.SavedTake;
import chladni.engine.take.TakeStore;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `chladni render`: makes the takes of a recipe, or of prompts given as options.
@Command(name = "render", description = "Make takes from a recipe, or from prompts.", mixinStandardHelpOptions = true)
final class RenderCommand implements Callable<Integer> {
    private final CancelSignal cancel;
    private final Output output;
    private final Writing writing;

    @Mixin
    private RecipeOptions wishes = new RecipeOptions();

    @Mixin
    private PackOptions packs = new PackOptions();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for the takes: DIR/0001, DIR/0002 …")
    private Path out = Path.of("");

    @Option(names = "--trace", description = "Also write the latents of every step and other arrays as .npy files.")
    private boolean trace;

    @Option(names = "--json", description = "Print one JSON line per take instead of its folder.")
    private boolean json;

    RenderCommand(CommandFactory shared) {
        cancel = shared.cancel();
        output = shared.output();
        writing = shared.writing();
    }

    @Override
    public Integer call() {
        TakeStore takes = new TakeStore(out, TakeStore.Naming.NUMBERED);
        try (Engine engine = packs.engine()) {
            Recipe recipe = wishes.recipe(engine.packs(), packs.folders());
            takes.prepare();
            try (ProgressPrinter progress = new ProgressPrinter(output, cancel)) {
                engine.run(recipe, trace ? Tracing.ON : Tracing.OFF, progress, take -> {
                    SavedTake saved = writing.whole(() -> takes.save(take));
                    progress.clear();
                    output.results().println(json ? TakeLine.json(saved) : saved.folder().toString());
                });
            }
        }
        return 0;
    }
}
