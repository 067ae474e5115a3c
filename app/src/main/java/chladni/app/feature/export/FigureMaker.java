package chladni.app.feature.export;

import chladni.app.control.Axes;
import chladni.app.control.ColourMap;
import chladni.engine.codec.Figure;
import chladni.engine.codec.Figure.Mark;
import chladni.engine.media.Picture;
import chladni.engine.media.Spectrogram;
import chladni.engine.sound.Levels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A spectrogram in the canvas's colours, with marks at its axes.
final class FigureMaker {
    private static final double[] FREQUENCIES = {100, 500, 1000, 2000, 4000, 8000};
    private static final double[] STEPS = {0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 60};
    private static final int MOST_MARKS = 12;
    private static final int BAR_COLOURS = 256;
    private static final int RGB = 0xFFFFFF;
    private static final double KILO = 1000;

    private final Spectrogram spectrogram;
    private final Axes axes;
    private final ExportWish.Look look;
    private final double start;
    private final double floor;

    /// @param start seconds at the left edge
    FigureMaker(Spectrogram spectrogram, ExportWish.Look look, double start) {
        this.spectrogram = spectrogram;
        this.look = look;
        this.start = start;
        axes = new Axes(spectrogram.format(), spectrogram.columns());
        floor = new Levels(spectrogram.format()).levelOfDecibels(look.floorDecibels());
    }

    Figure figure(String title) {
        return new Figure(coloured(), title, frequencies(), times(), levels(), bar());
    }

    private Picture coloured() {
        ColourMap map = new ColourMap(look.scale(), floor, new Levels(spectrogram.format()).levelOfDecibels(look.ceilingDecibels()));
        int cells = spectrogram.levels().length;
        float[] values = new float[3 * cells];
        for (int i = 0; i < cells; i++) {
            int argb = map.at(spectrogram.levels()[i]);
            for (int c = 0; c < 3; c++) {
                values[c * cells + i] = (argb >> 8 * (2 - c) & 0xFF) / 255f;
            }
        }
        return new Picture(3, spectrogram.rows(), spectrogram.columns(), values);
    }

    private List<Mark> frequencies() {
        List<Mark> marks = new ArrayList<>();
        for (double hertz : FREQUENCIES) {
            double place = 1 - Math.max(0, axes.yOf(hertz)) / axes.rows();
            if (hertz <= spectrogram.format().fMax() && place >= 0) {
                marks.add(new Mark(place, hertz < KILO ? "%.0f Hz".formatted(hertz) : "%.0f kHz".formatted(hertz / KILO)));
            }
        }
        return marks;
    }

    private List<Mark> times() {
        double seconds = axes.seconds();
        double step = STEPS[STEPS.length - 1];
        for (int i = STEPS.length - 1; i >= 0 && seconds / STEPS[i] <= MOST_MARKS; i--) {
            step = STEPS[i];
        }
        List<Mark> marks = new ArrayList<>();
        for (long i = (long) Math.ceil(start / step - 1e-6); i * step <= start + seconds + 1e-9; i++) {
            String digits = String.format(Locale.ROOT, step < 1 ? "%.1f" : "%.0f", i * step);
            marks.add(new Mark((i * step - start) / seconds, digits + " s"));
        }
        return marks;
    }

    private List<Mark> levels() {
        List<Mark> marks = new ArrayList<>();
        double range = Math.max(1, look.ceilingDecibels() - look.floorDecibels());
        for (int decibels = 0; decibels >= look.floorDecibels(); decibels -= 20) {
            if (decibels <= look.ceilingDecibels()) {
                marks.add(new Mark((decibels - look.floorDecibels()) / range, (decibels == 0 ? "0" : "−" + -decibels) + " dB"));
            }
        }
        return marks;
    }

    private List<Integer> bar() {
        List<Integer> colours = new ArrayList<>();
        for (int i = 0; i < BAR_COLOURS; i++) {
            colours.add(look.scale().argb(i / (BAR_COLOURS - 1.0)) & RGB);
        }
        return colours;
    }
}
