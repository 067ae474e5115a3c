package chladni.app.feature.export;

import chladni.app.control.Axes;
import chladni.app.document.Shown;
import chladni.engine.codec.Figure;
import chladni.engine.codec.Figure.Mark;
import chladni.engine.codec.SoundFile;
import chladni.engine.media.Picture;
import chladni.engine.media.Spectrogram;
import chladni.engine.sound.Proof;
import chladni.engine.take.SavedTake;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Shows that the sound on disk is the picture: what was drawn, below it what the WAV gives when it is analysed again, and where the two
/// are apart, one above the other over the same seconds.
final class ProofMaker {
    private static final int GAP = 10;
    private static final int BAR_COLOURS = 256;
    /// Shown white in the third panel.
    private static final double FAR_DECIBELS = 40;
    private static final double[] FREQUENCIES = {500, 2000, 8000};
    private static final double KILO = 1000;
    private static final double MOST_MARKS = 12;

    private final SavedTake take;
    private final Proof proof;

    ProofMaker(SavedTake take) {
        this.take = take;
        proof = Proof.of(take.take().spectrogram(), SoundFile.read(take.sound()).sound());
    }

    /// "castle × bell: the sound is the picture within 2.1 dB on average, correlation 0.98".
    String words() {
        return Shown.titleOf(take.take().recipe()) + ": the " + result();
    }

    private String title() {
        return "The %s. Below: how far apart, white is %.0f dB".formatted(result(), FAR_DECIBELS);
    }

    private String result() {
        return String.format(Locale.ROOT, "sound is the picture within %.1f dB on average, correlation %.3f", proof.apart(), proof.alike());
    }

    Figure figure() {
        Spectrogram drawn = proof.drawn();
        int rows = drawn.rows();
        int height = 3 * rows + 2 * GAP;
        float[] values = new float[height * drawn.columns()];
        java.util.Arrays.fill(values, 1);
        double decibels = drawn.format().rangeDecibels();
        for (int i = 0; i < rows * drawn.columns(); i++) {
            int second = i + (rows + GAP) * drawn.columns();
            values[i] = drawn.levels()[i];
            values[second] = proof.again().levels()[i];
            values[second + (rows + GAP) * drawn.columns()] =
                    (float) Math.min(1, Math.abs(drawn.levels()[i] - proof.again().levels()[i]) * decibels / FAR_DECIBELS);
        }
        float[] rgb = new float[3 * values.length];
        for (int c = 0; c < 3; c++) {
            System.arraycopy(values, 0, rgb, c * values.length, values.length);
        }
        return new Figure(new Picture(3, height, drawn.columns(), rgb), title(), frequencies(height), times(), names(height), bar());
    }

    private List<Mark> frequencies(int height) {
        Axes axes = new Axes(proof.drawn().format(), proof.drawn().columns());
        List<Mark> marks = new ArrayList<>();
        for (int panel = 0; panel < 3; panel++) {
            for (double hertz : FREQUENCIES) {
                double y = Math.max(0, axes.yOf(hertz)) + panel * (double) (axes.rows() + GAP);
                marks.add(new Mark(1 - y / height, hertz < KILO ? "%.0f Hz".formatted(hertz) : "%.0f kHz".formatted(hertz / KILO)));
            }
        }
        return marks;
    }

    private List<Mark> times() {
        double seconds = proof.drawn().seconds();
        double step = seconds <= MOST_MARKS ? 1 : Math.ceil(seconds / MOST_MARKS);
        List<Mark> marks = new ArrayList<>();
        for (double at = 0; at <= seconds; at += step) {
            marks.add(new Mark(at / seconds, "%.0f s".formatted(at)));
        }
        return marks;
    }

    /// What each panel is, at its middle.
    private List<Mark> names(int height) {
        double rows = proof.drawn().rows();
        List<Mark> marks = new ArrayList<>();
        List<String> names = List.of("drawn", "heard", "apart");
        for (int panel = 0; panel < names.size(); panel++) {
            marks.add(new Mark(1 - (rows / 2 + panel * (rows + GAP)) / height, names.get(panel)));
        }
        return marks;
    }

    private static List<Integer> bar() {
        List<Integer> colours = new ArrayList<>();
        for (int i = 0; i < BAR_COLOURS; i++) {
            colours.add(i * 0x010101);
        }
        return colours;
    }
}
