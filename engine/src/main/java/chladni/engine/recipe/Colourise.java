package chladni.engine.recipe;

import chladni.engine.failure.BadInput;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Give a take colours without touching its sound (Images that Sound, section 3.2 and appendix A.3; Factorized Diffusion): the grey of
/// the result is the take's spectrogram, pixel for pixel.
///
/// @param takes tries: take *k* uses seed + *k*
/// @param take the take's folder
/// @param pack id of a colour pack
/// @param prompt what it should look like; empty: a colourful photo of what the take was to look like
/// @param start the step to begin with, counted from 0; what lies before it is skipped, so that the grey gives the structure
/// @param guidance null: the pack decides
/// @param enlarger id of a pack that makes the pack's picture larger (DeepFloyd IF stage II); empty: the colours are enlarged plainly
public record Colourise(long seed, int takes, Path take, String pack, String prompt, String negative, int steps, int start,
        @Nullable Double guidance, String enlarger) implements Recipe {
    public static final int DEFAULT_TRIES = 16;
    public static final int DEFAULT_STEPS = 30;
    public static final String DEFAULT_PACK = "starter-colour";
    /// The paper's, of 30.
    private static final int PAPER_START = 7;

    public Colourise {
        Ranges.integer("takes", takes, 1, 1000);
        Ranges.integer("steps", steps, 1, 1000);
        Ranges.prompt("prompt", prompt);
        Ranges.prompt("negative", negative);
        if (guidance != null) {
            Ranges.number("guidance", guidance, 0, Voice.MAX_GUIDANCE);
        }
        if (start < 0 || start >= steps) {
            throw new BadInput("\"start\" must be a whole number from 0 to %d (below \"steps\"), not %d.".formatted(steps - 1, start));
        }
    }

    /// The paper's step 7 of 30, for any number of steps.
    public static int startOf(int steps) {
        return (int) Math.round((double) PAPER_START * steps / DEFAULT_STEPS);
    }

    /// One try after another with every setting at its default.
    public static Colourise of(long seed, Path take, String prompt) {
        return new Colourise(seed, DEFAULT_TRIES, take, DEFAULT_PACK, prompt, "", DEFAULT_STEPS, PAPER_START, null, "");
    }

    public Colourise withSeed(long seed) {
        return new Colourise(seed, takes, take, pack, prompt, negative, steps, start, guidance, enlarger);
    }

    public Colourise withTakes(int takes) {
        return new Colourise(seed, takes, take, pack, prompt, negative, steps, start, guidance, enlarger);
    }

    public Colourise withPrompt(String prompt) {
        return new Colourise(seed, takes, take, pack, prompt, negative, steps, start, guidance, enlarger);
    }

    public Colourise withGuidance(double guidance) {
        return new Colourise(seed, takes, take, pack, prompt, negative, steps, start, guidance, enlarger);
    }

    /// With the start step in the same proportion.
    public Colourise withSteps(int steps) {
        int start = (int) Math.min(steps - 1, Math.round((double) this.start * steps / this.steps));
        return new Colourise(seed, takes, take, pack, prompt, negative, steps, start, guidance, enlarger);
    }

    @Override
    public Colourise single(int index) {
        return withSeed(seed + index).withTakes(1);
    }
}
