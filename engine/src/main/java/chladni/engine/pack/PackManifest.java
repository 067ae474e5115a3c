package chladni.engine.pack;

import chladni.engine.media.SpectrogramFormat;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a pack says about itself in `chladni-pack.json`, or what is taken for granted about a foreign one that lacks it.
///
/// @param id what recipes call it
/// @param title for people
/// @param kind what it makes
/// @param origin who made it and what may be done with it
/// @param spectrogram how its pictures are sounds
/// @param columns length of a take where a recipe names none
/// @param defaults settings where a recipe names none
/// @param prompts a few that it does well
/// @param sha256 checksum, in lower-case hexadecimal, per file name relative to the pack; empty when not known
public record PackManifest(
        String id,
        String title,
        PackKind kind,
        Origin origin,
        SpectrogramFormat spectrogram,
        int columns,
        Defaults defaults,
        List<String> prompts,
        Map<String, String> sha256) {

    /// Empty texts where nothing is known.
    public record Origin(String licence, String source, String version) {
        static final Origin UNKNOWN = new Origin("", "", "");
    }

    /// @param guidance classifier-free guidance scale
    /// @param steps denoising steps
    /// @param balance share of the sound voice beside a picture voice, 0 … 1
    /// @param start fraction of the steps after which the picture voice joins, 0 … 1
    public record Defaults(double guidance, int steps, double balance, double start) {
        /// The paper's settings (Images that Sound, section 4.1).
        static final Defaults PAPER = new Defaults(10, 100, 0.5, 0.1);
    }

    public PackManifest {
        prompts = List.copyOf(prompts);
        SortedMap<String, String> sums = new TreeMap<>(sha256);
        sha256 = Collections.unmodifiableSortedMap(sums);
    }

    public double guidance() {
        return defaults.guidance();
    }

    /// Whether both packs are known to hold the very same `file`.
    public boolean sameFile(String file, PackManifest other) {
        String sum = sha256.get(file);
        return sum != null && sum.equals(other.sha256.get(file));
    }
}
