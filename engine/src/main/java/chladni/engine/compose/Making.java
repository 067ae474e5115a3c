package chladni.engine.compose;

import chladni.engine.take.Made;
import java.util.LinkedHashMap;
import java.util.Map;

/// The facts of a finished take.
final class Making {
    private final Map<String, String> packs = new LinkedHashMap<>();

    /// These packs took part.
    Making used(Ensemble ensemble) {
        ensemble.members().forEach(member -> packs.put(member.pack().id(), member.pack().fingerprint()));
        return this;
    }

    Making used(String pack, String fingerprint) {
        packs.put(pack, fingerprint);
        return this;
    }

    /// Id → fingerprint of those that took part.
    Map<String, String> packs() {
        return Map.copyOf(packs);
    }

    Made made(StageClock clock, NoteBook notes, int steps) {
        return new Made(Version.PROGRAM, packs, clock.seconds(), notes.all(), steps, Map.of(), notes.facts());
    }
}
