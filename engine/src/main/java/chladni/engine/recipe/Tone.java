package chladni.engine.recipe;

import chladni.engine.failure.BadInput;
import org.jspecify.annotations.Nullable;

/// How a picture is taken before it is pressed into a sound.
///
/// @param invert black for white
/// @param gamma grey → grey^γ, 0.1 … 10
/// @param levels what black and white do to the sound; null: the recipe's ratio says it
/// @param low lowest frequency that the picture covers, in Hz; 0: the lowest there is
/// @param high highest, in Hz; 0: the highest there is
public record Tone(boolean invert, double gamma, @Nullable Levels levels, double low, double high) {
    public static final Tone PLAIN = new Tone(false, 1, null, 0, 0);
    public static final double LOWEST_GAMMA = 0.1;
    public static final double HIGHEST_GAMMA = 10;
    public static final double MOST_DECIBELS = 150;
    private static final double MOST_HERTZ = 24_000;

    /// @param black decibels by which the sound changes where the picture is black, −150 … 150
    /// @param white decibels where it is white
    public record Levels(double black, double white) {
        /// How much quieter black is where only white is given.
        public static final double DEFAULT_BLACK = -60;

        public Levels {
            Ranges.number("black", black, -MOST_DECIBELS, MOST_DECIBELS);
            Ranges.number("white", white, -MOST_DECIBELS, MOST_DECIBELS);
        }

        /// Decibels at a grey of 0 … 1.
        public double at(double grey) {
            return black + (white - black) * grey;
        }
    }

    public Tone {
        Ranges.number("gamma", gamma, LOWEST_GAMMA, HIGHEST_GAMMA);
        Ranges.number("low", low, 0, MOST_HERTZ);
        Ranges.number("high", high, 0, MOST_HERTZ);
        if (high != 0 && low >= high) {
            throw new BadInput("\"low\" (%s Hz) must be below \"high\" (%s Hz).".formatted(low, high));
        }
    }
}
