package chladni.engine.recipe;

import chladni.engine.failure.BadInput;
import java.util.List;
import java.util.Locale;

/// Optimise one picture under the scores of several voices at once (Images that Sound, section 4.1, the baseline by multimodal score
/// distillation).
///
/// @param columns length in spectrogram columns; 0: the pack decides
/// @param voices as in a composition; `from` and `to` are fractions of the iterations
/// @param iterations how often the picture is improved
/// @param rate of AdamW
/// @param decay of AdamW's weights
/// @param times which noise levels the scores are asked at
public record Distil(long seed, int takes, int columns, List<Voice> voices, int iterations, double rate, double decay, Times times)
        implements Recipe {
    /// Chosen for the starter on two cores; the paper has 40 000 iterations at a rate of 1e-4.
    public static final int DEFAULT_ITERATIONS = 400;
    public static final double DEFAULT_RATE = 0.003;
    public static final double DEFAULT_DECAY = 0.001;
    public static final int MAX_ITERATIONS = 200_000;

    /// How the noise levels come.
    public enum Times {
        /// From almost pure noise to almost none, once: settles in hundreds of iterations.
        FALLING,
        /// Anew for every iteration, evenly between 2 % and 98 % (DreamFusion, and the paper): needs tens of thousands.
        RANDOM;

        /// As in a recipe.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Times of(String id) {
            return switch (id) {
                case "falling" -> FALLING;
                case "random" -> RANDOM;
                default -> throw new BadInput("\"times\" must be falling or random, not \"" + id + "\".");
            };
        }
    }

    public Distil {
        voices = List.copyOf(voices);
        Ranges.integer("takes", takes, 1, 1000);
        Ranges.integer("columns", columns, 0, Compose.MAX_COLUMNS);
        Ranges.integer("iterations", iterations, 1, MAX_ITERATIONS);
        Ranges.number("rate", rate, 0.000_001, 1);
        Ranges.number("decay", decay, 0, 1);
        if (voices.isEmpty()) {
            throw new BadInput("A recipe needs at least one voice.");
        }
    }

    /// One take of the voices with every other setting at its default.
    public static Distil of(long seed, List<Voice> voices) {
        return new Distil(seed, 1, 0, voices, DEFAULT_ITERATIONS, DEFAULT_RATE, DEFAULT_DECAY, Times.FALLING);
    }

    public Distil withSeed(long seed) {
        return new Distil(seed, takes, columns, voices, iterations, rate, decay, times);
    }

    public Distil withTakes(int takes) {
        return new Distil(seed, takes, columns, voices, iterations, rate, decay, times);
    }

    public Distil withColumns(int columns) {
        return new Distil(seed, takes, columns, voices, iterations, rate, decay, times);
    }

    public Distil withVoices(List<Voice> voices) {
        return new Distil(seed, takes, columns, voices, iterations, rate, decay, times);
    }

    public Distil withIterations(int iterations) {
        return new Distil(seed, takes, columns, voices, iterations, rate, decay, times);
    }

    @Override
    public Distil single(int index) {
        return withSeed(seed + index).withTakes(1);
    }
}
