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
/// @param clipSkip how many of the text encoder's last layers the prompt is read without; as in diffusers, the negative prompt keeps them
public record Voice(String pack, String prompt, String negative, @Nullable Double guidance, Weight weight, double from, double to, int clipSkip) {
    /// Deeper than any text encoder; the pack's own depth is checked when it is opened.
    static final int MOST_SKIPPED = 48;
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
        Ranges.integer("clip_skip", clipSkip, 0, MOST_SKIPPED);
        if (from >= to) {
            throw new BadInput("\"from\" (%s) of a voice must be below its \"to\" (%s).".formatted(from, to));
        }
    }

    /// A voice that takes part from the first step to the last, with the pack's own guidance.
    public static Voice of(String pack, String prompt) {
        return new Voice(pack, prompt, "", null, Weight.of(0.5), 0, 1, 0);
    }

    public Voice withClipSkip(int clipSkip) {
        return new Voice(pack, prompt, negative, guidance, weight, from, to, clipSkip);
    }

    public Voice withGuidance(double guidance) {
        return new Voice(pack, prompt, negative, guidance, weight, from, to, clipSkip);
    }

    public Voice withWeight(Weight weight) {
        return new Voice(pack, prompt, negative, guidance, weight, from, to, clipSkip);
    }

    public Voice withPrompt(String prompt) {
        return new Voice(pack, prompt, negative, guidance, weight, from, to, clipSkip);
    }

    public Voice withFrom(double from) {
        return new Voice(pack, prompt, negative, guidance, weight, from, to, clipSkip);
    }
}
