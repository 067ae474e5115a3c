package chladni.engine.recipe;

import chladni.engine.failure.BadInput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Denoise one latent with several voices at once (Images that Sound, section 3.2).
///
/// @param columns length in spectrogram columns; 0: the pack decides
/// @param crop columns cut from the right end, with their samples (PUBLISHED.md, point 6)
/// @param voices at least one; those with equal times and even weights of 0 are left out of the mix
/// @param canvas what to start from; null: pure noise
public record Compose(
        long seed, int takes, Sampling sampling, int columns, int crop, List<Voice> voices, @Nullable Canvas canvas)
        implements Recipe {
    public static final int MAX_COLUMNS = 8192;

    public Compose {
        voices = List.copyOf(voices);
        Ranges.integer("takes", takes, 1, 1000);
        Ranges.integer("columns", columns, 0, MAX_COLUMNS);
        Ranges.integer("crop", crop, 0, MAX_COLUMNS);
        if (voices.isEmpty()) {
            throw new BadInput("A recipe needs at least one voice.");
        }
    }

    /// One take of the voices with every other setting at its default.
    public static Compose of(long seed, List<Voice> voices) {
        return new Compose(seed, 1, Sampling.DEFAULT, 0, 0, voices, null);
    }

    public Compose withSampling(Sampling sampling) {
        return new Compose(seed, takes, sampling, columns, crop, voices, canvas);
    }

    public Compose withSeed(long seed) {
        return new Compose(seed, takes, sampling, columns, crop, voices, canvas);
    }

    public Compose withTakes(int takes) {
        return new Compose(seed, takes, sampling, columns, crop, voices, canvas);
    }

    public Compose withColumns(int columns) {
        return new Compose(seed, takes, sampling, columns, crop, voices, canvas);
    }

    public Compose withVoices(List<Voice> voices) {
        return new Compose(seed, takes, sampling, columns, crop, voices, canvas);
    }

    public Compose withCanvas(@Nullable Canvas canvas) {
        return new Compose(seed, takes, sampling, columns, crop, voices, canvas);
    }

    @Override
    public Compose single(int index) {
        return new Compose(seed + index, 1, sampling, columns, crop, voices, canvas);
    }
}
