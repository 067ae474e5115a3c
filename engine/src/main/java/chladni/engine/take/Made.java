package chladni.engine.take;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Facts about the making of a take, kept in its `recipe.json` under "made".
///
/// @param version program version
/// @param packs pack id → sha-256 of its weights' fingerprints
/// @param seconds stage → seconds
/// @param notes what the user was told, such as a prompt that had to be cut
/// @param steps steps done; fewer than asked for when the user stopped here
/// @param scores what judges said: `looks` and `sounds`, each where it was judged
/// @param facts what else is known, such as the hash of a sound that was left unchanged
public record Made(String version, Map<String, String> packs, Map<String, Double> seconds, List<String> notes, int steps,
        Map<String, Double> scores, Map<String, String> facts) {
    /// SHA-256 of the 16-bit samples of sound.wav, little-endian: the bytes of its data chunk.
    public static final String SOUND_SHA_256 = "sound_sha256";
    /// Score of the picture against its words.
    public static final String LOOKS = "looks";
    /// Score of the sound against its words.
    public static final String SOUNDS = "sounds";
    /// Who judged: pack ids.
    public static final String JUDGES = "judges";

    /// How much quieter the sound is than its spectrogram says, so that it fits into full scale: "21 dB".
    public static final String TURNED_DOWN = "turned_down";

    public Made(String version, Map<String, String> packs, Map<String, Double> seconds, List<String> notes, int steps) {
        this(version, packs, seconds, notes, steps, Map.of(), Map.of());
    }

    public Made {
        packs = Map.copyOf(packs);
        seconds = Map.copyOf(seconds);
        notes = List.copyOf(notes);
        scores = Map.copyOf(scores);
        facts = Map.copyOf(facts);
    }

    public Made withFact(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(facts);
        more.put(name, value);
        return new Made(version, packs, seconds, notes, steps, scores, more);
    }

    public Made withNote(String sentence) {
        List<String> more = new ArrayList<>(notes);
        more.add(sentence);
        return new Made(version, packs, seconds, more, steps, scores, facts);
    }

    /// With what a further stage took.
    public Made withSeconds(String stage, double took) {
        Map<String, Double> more = new LinkedHashMap<>(seconds);
        more.put(stage, took);
        return new Made(version, packs, more, notes, steps, scores, facts);
    }

    public Made withScores(Map<String, Double> scores) {
        return new Made(version, packs, seconds, notes, steps, scores, facts);
    }
}
