package chladni.engine.score;

import chladni.engine.failure.BadInput;
import chladni.engine.media.Picture;
import chladni.engine.media.Sound;
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

    /// Whoever can look: CLIP, or else the starter's judge.
    public Optional<Judge<Picture>> looking(PackStore packs, Device device) {
        Optional<Judge<Picture>> clip = looks(packs, device).map(judge -> judge);
        return clip.isPresent() ? clip : StarterJudge.firstToLook(packs, device);
    }

    /// Whoever can listen: CLAP, or else the starter's judge.
    public Optional<Judge<Sound>> listening(PackStore packs, Device device) {
        Optional<Judge<Sound>> clap = sounds(packs, device).map(judge -> judge);
        return clap.isPresent() ? clap : StarterJudge.firstToListen(packs, device);
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
