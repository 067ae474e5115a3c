package chladni.engine.score;

import chladni.engine.failure.CancelSignal;
import chladni.engine.failure.Cancelled;
import chladni.engine.failure.ChladniFailure;
import chladni.engine.media.Picture;
import chladni.engine.onnx.Device;
import chladni.engine.pack.PackStore;
import chladni.engine.take.Made;
import chladni.engine.take.Take;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Gives every finished take its two scores. Judges are opened when the first take comes and kept.
public final class TakeScorer implements AutoCloseable {
    private final PackStore packs;
    private final Device device;
    private @Nullable Scorer scorer;

    public TakeScorer(PackStore packs, Device device) {
        this.packs = packs;
        this.device = device;
    }

    /// The take with its scores under `made`; as it was where there is no judge, or nothing to compare with. A take is never lost for want
    /// of a score: cancelling leaves it without one, and a judge that fails does so in a note.
    public Take scored(Take take, CancelSignal cancel) {
        try {
            return judged(take, cancel);
        } catch (Cancelled unscored) {
            return take;
        } catch (ChladniFailure failed) {
            return with(take, take.made().withNote("The take was not scored. " + failed.getMessage()));
        }
    }

    private Take judged(Take take, CancelSignal cancel) {
        long began = System.nanoTime();
        TakePrompts words = TakePrompts.of(take.recipe(), packs);
        Scores scores = scorer().score(Judged.of(take.picture(), words.picture(), take.sound(), words.sound()), cancel);
        Map<String, Double> numbers = new LinkedHashMap<>();
        Set<String> judges = new LinkedHashSet<>();
        note(scores.looks(), Made.LOOKS, numbers, judges);
        note(scores.sounds(), Made.SOUNDS, numbers, judges);
        if (numbers.isEmpty()) {
            return take;
        }
        double seconds = Math.round((System.nanoTime() - began) / 1e6) / 1e3;
        Made made = take.made().withScores(numbers).withFact(Made.JUDGES, String.join(", ", judges)).withSeconds("scoring", seconds);
        return with(take, made);
    }

    private static Take with(Take take, Made made) {
        return new Take(take.recipe(), made, take.picture(), take.spectrogram(), take.sound(), take.trace());
    }

    private static void note(Optional<Score> score, String name, Map<String, Double> numbers, Set<String> judges) {
        score.ifPresent(it -> {
            numbers.put(name, it.value());
            judges.add(it.judge());
        });
    }

    private synchronized Scorer scorer() {
        if (scorer == null) {
            Optional<Judge<Picture>> looks = JudgePacks.ANY.looking(packs, device);
            scorer = new Scorer(looks, JudgePacks.ANY.listening(packs, device));
        }
        return scorer;
    }

    @Override
    public synchronized void close() {
        if (scorer != null) {
            scorer.close();
            scorer = null;
        }
    }
}
