package chladni.engine.compose;

import chladni.engine.diffusion.NoiseSchedule;
import chladni.engine.failure.BadInput;
import chladni.engine.network.NetworkConfig;
import chladni.engine.pack.Pack;
import chladni.engine.pack.PackKind;
import chladni.engine.recipe.Sampling;
import chladni.engine.recipe.Voice;
import java.util.List;
import java.util.function.Function;

/// The voices of a recipe with their packs opened and checked against one another: they can only share one canvas when their
/// schedules noise alike and their latents have the same shape.
///
/// @param members in the recipe's order, guidance filled in from the pack where the recipe leaves it open
record Ensemble(List<Member> members) {
    /// @param schedule the noise that the pack was trained with, and what it predicts
    record Member(Voice voice, Pack pack, NoiseSchedule.Settings schedule) {}

    static Ensemble of(List<Voice> voices, Function<String, Pack> packs) {
        List<Member> members = voices.stream().map(voice -> member(voice, packs.apply(voice.pack()))).toList();
        Member first = members.getFirst();
        for (Member other : members) {
            requireSameNoise(first, other);
            requireSameLatents(first.pack(), other.pack());
        }
        return new Ensemble(members);
    }

    private static Member member(Voice voice, Pack pack) {
        Double guidance = voice.guidance();
        Voice complete = guidance == null ? voice.withGuidance(pack.manifest().guidance()) : voice;
        return new Member(complete, pack, SchedulerConfig.read(pack.schedule(), Sampling.DEFAULT.sampler()));
    }

    private static void requireSameNoise(Member one, Member other) {
        if (!one.schedule().sameNoiseAs(other.schedule())) {
            throw new BadInput("The packs %s and %s cannot share a canvas: their noise schedules differ (β %s–%s and %s–%s).".formatted(
                    one.pack().id(), other.pack().id(), one.schedule().betaStart(), one.schedule().betaEnd(),
                    other.schedule().betaStart(), other.schedule().betaEnd()));
        }
    }

    private static void requireSameLatents(Pack one, Pack other) {
        if (one.latentChannels() != other.latentChannels() || one.pixelsPerCell() != other.pixelsPerCell()) {
            throw new BadInput("The packs %s and %s cannot share a canvas: their latents differ (%d channels, %d pixels a cell; %d, %d)."
                    .formatted(one.id(), other.id(), one.latentChannels(), one.pixelsPerCell(), other.latentChannels(),
                            other.pixelsPerCell()));
        }
        if (one.format().mels() != other.format().mels()) {
            throw new BadInput("The packs %s and %s cannot share a canvas: their spectrograms have %d and %d bands.".formatted(
                    one.id(), other.id(), one.format().mels(), other.format().mels()));
        }
    }

    /// The pack whose decoder gives the picture.
    Pack pictureEye() {
        return eye(PackKind.PICTURE).pack();
    }

    /// The pack whose decoder gives the spectrogram, and whose vocoder the sound.
    Pack soundEye() {
        return eye(PackKind.SOUND).pack();
    }

    /// The sampler walks the picture pack's schedule, as the published code does.
    ///
    /// @throws chladni.engine.failure.PackBroken when that asks the sampler for what is not built
    NoiseSchedule schedule(String sampler) {
        NetworkConfig file = eye(PackKind.PICTURE).pack().schedule();
        SchedulerConfig.requireBuilt(file, sampler);
        return new NoiseSchedule(SchedulerConfig.read(file, sampler));
    }

    /// The picture pack's schedule, for whoever takes no steps along it.
    NoiseSchedule schedule() {
        return new NoiseSchedule(eye(PackKind.PICTURE).schedule());
    }

    private Member eye(PackKind kind) {
        return members.stream().filter(member -> member.pack().manifest().kind() == kind).findFirst().orElse(members.getFirst());
    }

    boolean isSingle() {
        return members.size() == 1;
    }
}
