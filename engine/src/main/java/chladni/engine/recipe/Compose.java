package chladni.engine.recipe;

import chladni.engine.failure.BadInput;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Denoise one latent with several voices at once (Images that Sound, section 3.2).
///
/// @param columns length in spectrogram columns; 0: the pack decides
/// @param crop columns cut from the right end, with their samples (PUBLISHED.md, point 6)
/// @param voices at least one; those with equal times and even weights of 0 are left out of the mix
/// @param canvas what to start from; null: pure noise
/// @param variations how the seed's noise is varied, one after another; empty: not at all. Where there are some, take *k* keeps the seed, and
///   the last variation's seed is that + *k*
public record Compose(
        long seed, int takes, Sampling sampling, int columns, int crop, List<Voice> voices, @Nullable Canvas canvas, List<Variation> variations)
        implements Recipe {
    public static final int MAX_COLUMNS = 8192;

    public Compose {
        voices = List.copyOf(voices);
        variations = List.copyOf(variations);
        Ranges.integer("takes", takes, 1, 1000);
        Ranges.integer("columns", columns, 0, MAX_COLUMNS);
        Ranges.integer("crop", crop, 0, MAX_COLUMNS);
        if (voices.isEmpty()) {
            throw new BadInput("A recipe needs at least one voice.");
        }
    }

    /// One take of the voices with every other setting at its default.
    public static Compose of(long seed, List<Voice> voices) {
        return new Compose(seed, 1, Sampling.DEFAULT, 0, 0, voices, null, List.of());
    }

    public Compose withSampling(Sampling sampling) {
        return new Compose(seed, takes, sampling, columns, crop, voices, canvas, variations);
    }

    public Compose withSeed(long seed) {
        return new Compose(seed, takes, sampling, columns, crop, voices, canvas, variations);
    }

    public Compose withTakes(int takes) {
        return new Compose(seed, takes, sampling, columns, crop, voices, canvas, variations);
    }

    public Compose withColumns(int columns) {
        return new Compose(seed, takes, sampling, columns, crop, voices, canvas, variations);
    }

    public Compose withVoices(List<Voice> voices) {
        return new Compose(seed, takes, sampling, columns, crop, voices, canvas, variations);
    }

    public Compose withCanvas(@Nullable Canvas canvas) {
        return new Compose(seed, takes, sampling, columns, crop, voices, canvas, variations);
    }

    /// Varied once more: the noise that it has now is moved along the arc to another seed's.
    public Compose varied(Variation further) {
        List<Variation> all = new ArrayList<>(variations);
        all.add(further);
        return withVariations(all);
    }

    public Compose withVariations(List<Variation> variations) {
        return new Compose(seed, takes, sampling, columns, crop, voices, canvas, variations);
    }

    @Override
    public Compose single(int index) {
        if (variations.isEmpty()) {
            return withTakes(1).withSeed(seed + index);
        }
        List<Variation> own = new ArrayList<>(variations);
        own.add(own.removeLast().next(index));
        return withTakes(1).withVariations(own);
    }
}
