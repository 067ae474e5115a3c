package chladni.app.cli;

import chladni.engine.failure.CancelSignal;
import chladni.engine.failure.PackMissing;
import chladni.engine.media.Picture;
import chladni.engine.onnx.Device;
import chladni.engine.pack.PackStore;
import chladni.engine.score.ClapJudge;
import chladni.engine.score.ClipJudge;
import chladni.engine.score.Heard;
import chladni.engine.score.Judge;
import chladni.engine.score.JudgePacks;
import chladni.engine.score.Judged;
import chladni.engine.score.Looked;
import chladni.engine.score.Scorer;
import chladni.engine.score.StarterJudge;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `chladni score`: does a take look right, does it sound right.
@Command(
        name = "score",
        description = {
            "Score takes, pictures and sounds against words: CLIP looks, CLAP listens, and where they are not there the starter's "
                    + "judges. Without --picture and --sound the words are those "
                    + "that the take was made from.",
            "A take's picture is seen through square windows as high as it is, an eighth apart, and their cosines are averaged; a picture "
                    + "file by itself is seen as CLIP's own preparation cuts it. Of a sound the first ten seconds are heard."
        },
        footerHeading = "%nThe fields of --json:%n",
        footer = {
            "  file      what was scored",
            "  looks     score of the picture, a cosine: take → clip.windows.mean, picture file → clip.cosine; null when not judged",
            "  sounds    score of the sound, a cosine: clap.cosine; null when not judged",
            "  clip      pack, text, cosine and logit (logit_scale · cosine) of the middle square; windows: size, step, cosines, mean",
            "  clap      pack, text, cosine, logit_per_audio and logit_per_text with their scales logit_scale_a, logit_scale_t",
            "  starter   pack, looks and sounds (shares, 0 to 1) of the starter's judges, where CLIP or CLAP is not there",
            "  notes     what had to be cut or left out",
            "With --trace also clip.image_embeds, clip.text_embeds, clap.audio_embeds, clap.text_embeds (of length one), the projections "
                    + "they come from (…_raw), clip.token_ids and clap.token_ids."
        },
        mixinStandardHelpOptions = true)
final class ScoreCommand implements Callable<Integer> {
    private final CancelSignal cancel;
    private final Output output;

    @Parameters(arity = "1..*", paramLabel = "TAKE", description = "A take's folder, a picture or a sound.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--picture", paramLabel = "TEXT", description = "What pictures should look like.")
    private String picture = "";

    @Option(names = "--sound", paramLabel = "TEXT", description = "What sounds should sound like.")
    private String sound = "";

    @Option(names = "--clip", paramLabel = "ID", description = "The CLIP pack. Default: the first that is found.")
    private String clip = "";

    @Option(names = "--clap", paramLabel = "ID", description = "The CLAP pack. Default: the first that is found.")
    private String clap = "";

    @Mixin
    private PackOptions packs = new PackOptions();

    @Option(names = "--trace", description = "Also tell embeddings and token ids (with --json).")
    private boolean trace;

    @Option(names = "--json", description = "Print one JSON line per file instead of two numbers.")
    private boolean json;

    ScoreCommand(CommandFactory shared) {
        cancel = shared.cancel();
        output = shared.output();
    }

    @Override
    public Integer call() {
        PackStore store = packs.store();
        List<ScoreSubject> subjects = files.stream().map(file -> ScoreSubject.of(file, store, picture, sound)).toList();
        Device device = packs.device();
        JudgePacks wanted = new JudgePacks(clip, clap);
        boolean looking = subjects.stream().anyMatch(subject -> subject.picture().isPresent());
        boolean listening = subjects.stream().anyMatch(subject -> subject.sound().isPresent());
        Optional<ClipJudge> looks = looking ? wanted.looks(store, device) : Optional.empty();
        try {
            Optional<ClapJudge> sounds = listening ? wanted.sounds(store, device) : Optional.empty();
            try {
                try (Scorer starter = starter(looking && looks.isEmpty(), listening && sounds.isEmpty(), store)) {
                    boolean any = looks.isPresent() || sounds.isPresent() || starter.looks().isPresent() || starter.sounds().isPresent();
                    requireJudge(any, looking ? "CLIP" : "CLAP", store);
                    subjects.forEach(subject -> score(subject, looks, sounds, starter));
                }
            } finally {
                sounds.ifPresent(ClapJudge::close);
            }
        } finally {
            looks.ifPresent(ClipJudge::close);
        }
        return 0;
    }

    /// The starter's judges for the sides that have no other.
    private Scorer starter(boolean looks, boolean sounds, PackStore store) {
        Optional<Judge<Picture>> looking = looks ? StarterJudge.firstToLook(store, packs.device()) : Optional.empty();
        return new Scorer(looking, sounds ? StarterJudge.firstToListen(store, packs.device()) : Optional.empty());
    }

    private void score(ScoreSubject subject, Optional<ClipJudge> looks, Optional<ClapJudge> sounds, Scorer starter) {
        boolean judged = subject.isTake() || (subject.picture().isPresent() ? looks.isPresent() || starter.looks().isPresent()
                : sounds.isPresent() || starter.sounds().isPresent());
        requireJudge(judged, subject.picture().isPresent() ? "CLIP" : "CLAP", packs.store());
        Optional<Looked> looked = looks.flatMap(judge -> subject.picture().map(it -> judge.look(it.what(), it.text(), cancel)));
        Optional<Heard> heard = sounds.flatMap(judge -> subject.sound().map(it -> judge.hear(it.what(), it.text(), cancel)));
        ScoreLine line = new ScoreLine(subject, looked, heard, starter.score(new Judged(subject.picture(), subject.sound()), cancel));
        if (!json) {
            line.notes().forEach(note -> output.messages().println("Note: " + subject.file() + ": " + note));
        }
        output.results().println(json ? line.json(trace) : line.words());
    }

    private static void requireJudge(boolean there, String kind, PackStore store) {
        if (!there) {
            throw new PackMissing("There is no " + kind + " pack to judge with (looked in " + store.placesInWords() + "). It is a folder with config.json, "
                    + "weights, preprocessor_config.json and the tokenizer's files, as "
                    + (kind.equals("CLIP") ? "openai/clip-vit-base-patch32" : "laion/clap-htsat-unfused")
                    + " is published. Name it with --packs, or put it on the shelf with 'chladni packs add DIR'.");
        }
    }
}
