package chladni.engine.recipe;

import java.nio.file.Path;

/// Press a picture into a sound's spectrogram (Images that Sound, section 4.1, the imprint baseline):
/// spectrogram · (1 − ratio · (1 − grey)); or, as a tool, by decibels and over a part of the bands.
///
/// @param ratio ρ, 0 leaves the sound as it is, 1 silences it wherever the picture is black
/// @param columns length in spectrogram columns; 0: the pack decides
/// @param tone how the picture is taken
public record Imprint(long seed, int takes, Source picture, Source sound, double ratio, int columns, Tone tone) implements Recipe {
    public static final double DEFAULT_RATIO = 0.5;

    public Imprint {
        Ranges.integer("takes", takes, 1, 1000);
        Ranges.number("ratio", ratio, 0, 1);
        Ranges.integer("columns", columns, 0, Compose.MAX_COLUMNS);
    }

    /// Where the picture or the sound comes from.
    public sealed interface Source {
        /// A picture, sound, playable spectrogram or take folder.
        record File(Path path) implements Source {}

        /// Made by one voice alone, with its own number of steps.
        record Made(Voice voice, Sampling sampling) implements Source {}
    }

    @Override
    public Imprint single(int index) {
        return new Imprint(seed + index, 1, picture, sound, ratio, columns, tone);
    }
}
