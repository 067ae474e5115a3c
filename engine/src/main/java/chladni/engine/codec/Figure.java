package chladni.engine.codec;

import chladni.engine.media.Picture;
import java.util.List;

/// A spectrogram as it is printed: the coloured picture with its axes and its bar of levels. Not to be played.
///
/// @param picture in colours, red-green-blue
/// @param title above it; may be empty
/// @param frequencies marks at the left, 0 the bottom, 1 the top
/// @param times marks below, 0 the left edge, 1 the right one
/// @param levels marks at the bar, 0 its bottom, 1 its top
/// @param bar the bar's colours from bottom to top, 0xRRGGBB
public record Figure(Picture picture, String title, List<Mark> frequencies, List<Mark> times, List<Mark> levels, List<Integer> bar) {
    public Figure {
        frequencies = List.copyOf(frequencies);
        times = List.copyOf(times);
        levels = List.copyOf(levels);
        bar = List.copyOf(bar);
        if (picture.channels() != 3) {
            throw new IllegalArgumentException("a figure's picture is in colours");
        }
    }

    /// @param place 0 … 1 along its axis
    public record Mark(double place, String label) {}
}
