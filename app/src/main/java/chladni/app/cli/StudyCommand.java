package chladni.app.cli;

import chladni.engine.Engine;
import chladni.engine.failure.CancelSignal;
import chladni.engine.media.Picture;
import chladni.engine.media.Sound;
import chladni.engine.recipe.StudyJson;
import chladni.engine.recipe.StudyTable;
import chladni.engine.score.Judge;
import chladni.engine.score.JudgePacks;
import chladni.engine.score.Scorer;
import chladni.engine.study.Study;
import chladni.engine.study.StudySummary;
import chladni.engine.take.Unfinished;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `chladni study`: a grid of recipes over pairs of prompts, judged.
@Command(
        name = "study",
        description = {
            "Make a grid of recipes over pairs of prompts, and judge every take. Run again, it goes on where it was left.",
            "DIR then holds study.csv (every take), summary.csv and summary.md (the table), table.png (the takes as pictures), and the takes."
        },
        footerHeading = "%nThe fields of a table:%n",
        footer = {
            "  recipe      a compose recipe with two voices, the picture's and the sound's; its takes for each pair, from its seed (default 1)",
            "  pictures    prompts; sounds likewise; pairs: all (default) or alike, the first with the first and so on",
            "  methods     any of joint, imprint, distil, picture, sound (default: joint)",
            "  vary        lists: start ({\"picture\": 0.1, \"sound\": 0}), guidance, balance (the sound's share), vocoder (pack, griffin-lim),",
            "              style (words added to the picture's prompts); every value with every other",
            "  ratio       of imprints; distil: iterations, rate, decay, times of distillations; title"
        },
        mixinStandardHelpOptions = true)
final class StudyCommand implements Callable<Integer> {
    private final CancelSignal cancel;
    private final Output output;

    @Parameters(paramLabel = "TABLE.json", description = "What to compare; assets/presets has the tables of the paper.")
    private Path file = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder of the study.")
    private Path out = Path.of("");

    @Mixin
    private PackOptions packs = new PackOptions();

    @Option(names = "--json", description = "Print one JSON line per take instead of the table.")
    private boolean json;

    StudyCommand(CommandFactory shared) {
        cancel = shared.cancel();
        output = shared.output();
    }

    @Override
    public Integer call() {
        StudyTable table = StudyJson.read(file);
        try (Engine engine = packs.engine(); Scorer scorer = scorer(engine); ProgressPrinter progress = new ProgressPrinter(output, cancel)) {
            engine.keepUnfinished(Unfinished.in(out));
            StudySummary summary = new Study(table, out, engine::run, scorer).run(progress, row -> {
                if (json) {
                    progress.clear();
                    output.results().println(row.json());
                }
            });
            progress.clear();
            if (!json) {
                output.results().print(summary.words());
                output.results().println(out.resolve("table.png"));
            }
        }
        return 0;
    }

    private Scorer scorer(Engine engine) {
        Optional<Judge<Picture>> looks = JudgePacks.ANY.looking(engine.packs(), engine.device());
        Optional<Judge<Sound>> sounds = JudgePacks.ANY.listening(engine.packs(), engine.device());
        if (looks.isEmpty() && sounds.isEmpty()) {
            output.messages().println("Note: there is no pack to judge with, so the takes are made without scores. Once there is one, "
                    + "the same command judges them.");
        }
        return new Scorer(looks, sounds);
    }
}
