package chladni.engine.score;

import chladni.engine.failure.BadInput;
import chladni.engine.onnx.Device;
import chladni.engine.pack.PackFolder;
import chladni.engine.pack.PackKind;
import chladni.engine.pack.PackStore;
import java.util.Optional;

/// Finds judges among the packs: one by its id, or the first of its kind.
///
/// @param clip id of the CLIP pack; empty for the first one found
/// @param clap id of the CLAP pack; empty for the first one found
public record JudgePacks(String clip, String clap) {
    /// Whatever is found first.
    public static final JudgePacks ANY = new JudgePacks("", "");

    /// Empty when none was named and there is none.
    ///
    /// @throws chladni.engine.failure.PackMissing when the named one is not there
    /// @throws chladni.engine.failure.PackBroken when it is damaged
    /// @throws BadInput when the named one is of another kind
    public Optional<ClipJudge> looks(PackStore packs, Device device) {
        return find(packs, clip, PackKind.CLIP).map(pack -> ClipJudge.open(pack, device));
    }

    /// As [#looks].
    public Optional<ClapJudge> sounds(PackStore packs, Device device) {
        return find(packs, clap, PackKind.CLAP).map(pack -> ClapJudge.open(pack, device));
    }

    private static Optional<PackFolder> find(PackStore packs, String id, PackKind kind) {
        if (id.isEmpty()) {
            return packs.list().stream().filter(pack -> pack.manifest().kind() == kind).findFirst();
        }
        PackFolder pack = packs.find(id);
        if (pack.manifest().kind() != kind) {
            throw new BadInput("The pack " + id + " is of the kind " + pack.manifest().kind().id() + ", not " + kind.id() + ".");
        }
        return Optional.of(pack);
    }
}
