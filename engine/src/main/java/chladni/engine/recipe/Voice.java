package chladni.engine.recipe;

import chladni.engine.failure.BadInput;
import org.jspecify.annotations.Nullable;

/// One model's part in a composition: which pack, what it is told, how strongly and when.
///
/// @param pack id of the pack
/// @param prompt what it should look or sound like
/// @param negative what it should not; empty for the plain unconditional estimate
/// @param guidance classifier-free guidance scale 0 … 30; null: the pack's own default
/// @param weight share in the mix of estimates
/// @param from fraction of the steps after which the voice joins, 0 … 1
/// @param to fraction of the steps after which it leaves, 0 … 1
public record Voice(String pack, String prompt, String negative, @Nullable Double guidance, Weight weight, double from, double to) {
    static final double MAX_GUIDANCE = 30;

    public Voice {
        if (pack.isBlank()) {
            throw new BadInput("\"pack\" of a voice must name a pack.");
        }
        Ranges.prompt("prompt", prompt);
        Ranges.prompt("negative", negative);
        if (guidance != null) {
            Ranges.number("guidance", guidance, 0, MAX_GUIDANCE);
        }
        Ranges.number("from", from, 0, 1);
        Ranges.number("to", to, 0, 1);
        if (from >= to) {
            throw new BadInput("\"from\" (%s) of a voice must be below its \"to\" (%s).".formatted(from, to));
        }
    }

    /// A voice that takes part from the first step to the last, with the pack's own guidance.
    public static Voice of(String pack, String prompt) {
        return new Voice(pack, prompt, "", null, Weight.of(0.5), 0, 1);
    }

    public Voice withGuidance(double guidance) {
        return new Voice(pack, prompt, negative, guidance, weight, from, to);
    }

    public Voice withWeight(Weight weight) {
        return new Voice(pack, prompt, negative, guidance, weight, from, to);
    }

    public Voice withPrompt(String prompt) {
        return new Voice(pack, prompt, negative, guidance, weight, from, to);
    }

    public Voice withFrom(double from) {
        return new Voice(pack, prompt, negative, guidance, weight, from, to);
    }
}
