package chladni.app.cli;

import chladni.engine.Engine;
import chladni.engine.codec.OutputFolder;
import chladni.engine.compose.Tracing;
import chladni.engine.failure.BadInput;
import chladni.engine.failure.CancelSignal;
import chladni.engine.recipe.Recipe;
import chladni.engine.take.SavedTake;
import chladni.engine.take.TakeStore;
import chladni.engine.take.Unfinished;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `chladni render`: makes the takes of a recipe, or of prompts given as options.
@Command(
        name = "render",
        description = "Make takes from a recipe, or from prompts.",
        footerHeading = "%nThe kinds of recipes (one of each is in assets/presets/starter):%n",
        footer = {
            "  compose     voices share every step of one canvas",
            "  colourise   colours over a take, whose sound stays the same: take, pack, prompt, steps, start, guidance, takes, enlarger;",
            "              several tries also come as DIR/grid.png",
            "  imprint     a picture pressed into a sound, each a file or made by a voice: picture, sound, ratio or black and white (dB),",
            "              invert, gamma, low and high (Hz)",
            "  distil      one picture improved under the scores of all voices: voices, iterations, rate, decay, times; stopped, it goes on",
            "              when the same recipe is rendered into the same DIR again",
            "  repair      levels inside a mask changed without a model: from, mask, act"
        },
        mixinStandardHelpOptions = true)
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

    @Option(names = "--keep", paramLabel = "K", description = "Keep the K best of the takes in DIR, by looks and sound; the others go to DIR/rest.")
    private @Nullable Integer keep;

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
        if (keep != null && keep < 1) {
            throw new BadInput("--keep must be at least 1, not " + keep + ".");
        }
        TakeStore takes = new TakeStore(out, TakeStore.Naming.NUMBERED);
        List<SavedTake> made = new ArrayList<>();
        try (Engine engine = packs.engine()) {
            Recipe recipe = wishes.recipe(engine.packs(), packs.folders());
            OutputFolder.Made folder = takes.prepare();
            engine.keepUnfinished(Unfinished.in(out));
            try (ProgressPrinter progress = new ProgressPrinter(output, cancel)) {
                engine.run(recipe, trace ? Tracing.ON : Tracing.OFF, progress, take -> {
                    SavedTake saved = writing.whole(() -> takes.save(take));
                    progress.clear();
                    made.add(saved);
                    if (keep == null) {
                        tell(saved);
                    }
                });
            } finally {
                if (made.isEmpty()) {
                    folder.removeIfEmpty();
                }
                writing.whole(() -> new TryGrid(out).of(made)).ifPresent(file -> output.messages().println("The tries side by side: " + file));
            }
        }
        if (keep != null) {
            int best = keep;
            writing.whole(() -> new BestTakes(out, best).of(made, output.messages())).forEach(this::tell);
        }
        return 0;
    }

    private void tell(SavedTake saved) {
        output.results().println(json ? TakeLine.json(saved) : saved.folder().toString());
    }
}
