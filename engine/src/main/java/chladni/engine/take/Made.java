package chladni.engine.take;

import java.util.List;
import java.util.Map;

/// Facts about the making of a take, kept in its `recipe.json` under "made".
///
/// @param version program version
/// @param packs pack id → sha-256 of its weights' fingerprints
/// @param seconds stage → seconds
/// @param notes what the user was told, such as a prompt that had to be cut
/// @param steps steps done; fewer than asked for when the user stopped here
public record Made(String version, Map<String, String> packs, Map<String, Double> seconds, List<String> notes, int steps) {
    public Made {
        packs = Map.copyOf(packs);
        seconds = Map.copyOf(seconds);
        notes = List.copyOf(notes);
    }
}
