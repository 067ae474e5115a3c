package chladni.engine.recipe;

import java.nio.file.Path;

/// Change a take inside a mask without any model: louder or quieter, silent, or blurred. Outside the mask picture and sound stay bit for
/// bit.
///
/// @param seed the repaired take's, only to be shown; nothing here is drawn by chance
/// @param from the folder of the take
/// @param mask a picture over the take, white = in full, black = not at all
public record Repair(long seed, Path from, Path mask, Act act) implements Recipe {
    /// What is done inside the mask.
    public sealed interface Act {
        /// For people: "6 dB quieter".
        String words();

        /// @param decibels −60 … 60
        record Gain(double decibels) implements Act {
            public Gain {
                Ranges.number("decibels", decibels, -60, 60);
            }

            @Override
            public String words() {
                return "%.0f dB %s".formatted(Math.abs(decibels), decibels < 0 ? "quieter" : "louder");
            }
        }

        record Silence() implements Act {
            @Override
            public String words() {
                return "silenced";
            }
        }

        /// @param radius pixels over which levels are spread, 1 … 64
        record Blur(int radius) implements Act {
            public static final int RADIUS = 6;

            public Blur {
                Ranges.integer("radius", radius, 1, 64);
            }

            @Override
            public String words() {
                return "blurred";
            }
        }
    }

    @Override
    public int takes() {
        return 1;
    }

    @Override
    public Repair single(int index) {
        return this;
    }
}
