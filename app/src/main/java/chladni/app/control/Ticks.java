package chladni.app.control;

import chladni.engine.sound.Note;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Where a ruler is marked.
final class Ticks {
    private static final double[] STEPS = {0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 60};
    private static final double[] LANDMARKS = {1000, 4000, 2000, 8000, 200, 500, 100, 6000, 3000, 1500};
    private static final double[] FINER = {1000, 500, 100, 50, 10, 5};
    private static final int ENOUGH = 5;
    private static final double KILO = 1000;

    private static final int[][] NOTES = {{0}, {7}, {4, 9}, {2, 5, 11}, {1, 3, 6, 8, 10}};
    private static final int LOWEST_NOTE = 12;
    private static final int HIGHEST_NOTE = 131;

    private Ticks() {}

    /// @param place pixels from the ruler's start
    /// @param text empty for a mark between two named ones
    record Tick(double place, String text) {}

    /// What a ruler has to mark.
    ///
    /// @param length pixels of the ruler
    /// @param apart least distance of two names in pixels
    record Span(Axes axes, Viewport view, double length, double apart) {}

    static List<Tick> time(Span span) {
        Axes axes = span.axes();
        Viewport view = span.view();
        double pixelsPerSecond = span.length() / axes.secondsAt(view.width());
        double step = stepOf(span.apart() / pixelsPerSecond);
        double start = axes.secondsAt(view.left());
        double end = start + axes.secondsAt(view.width());
        List<Tick> ticks = new ArrayList<>();
        int parts = 5;
        for (long i = (long) Math.ceil(start / step * parts - 1e-6); i * step / parts <= end + 1e-9; i++) {
            double seconds = i * step / parts;
            ticks.add(new Tick((seconds - start) * pixelsPerSecond, i % parts == 0 ? timeText(seconds, step) : ""));
        }
        return ticks;
    }

    /// Landmarks first, then whatever finer frequencies find room between them.
    static List<Tick> frequency(Span span) {
        List<Tick> ticks = new ArrayList<>();
        for (double hertz : LANDMARKS) {
            addIfRoom(ticks, span, hertz);
        }
        for (double step : FINER) {
            if (ticks.size() >= ENOUGH) {
                break;
            }
            for (double hertz = step; hertz <= span.axes().format().fMax(); hertz += step) {
                addIfRoom(ticks, span, hertz);
            }
        }
        return ticks;
    }

    /// Every C, then the other naturals and then every note where there is room.
    static List<Tick> notes(Span span) {
        List<Tick> ticks = new ArrayList<>();
        for (int[] wanted : NOTES) {
            for (int number = LOWEST_NOTE; number <= HIGHEST_NOTE; number++) {
                Note note = new Note(number, 0);
                if (contains(wanted, Math.floorMod(number, 12))) {
                    addIfRoom(ticks, span, note.hertz(), note.name());
                }
            }
        }
        return ticks;
    }

    private static boolean contains(int[] wanted, int degree) {
        return Arrays.stream(wanted).anyMatch(one -> one == degree);
    }

    private static void addIfRoom(List<Tick> ticks, Span span, double hertz) {
        addIfRoom(ticks, span, hertz, frequencyText(hertz));
    }

    private static void addIfRoom(List<Tick> ticks, Span span, double hertz, String text) {
        double y = Math.max(0, span.axes().yOf(hertz));
        double place = (y - span.view().top()) / span.view().height() * span.length();
        boolean room = ticks.stream().allMatch(tick -> Math.abs(tick.place() - place) >= span.apart());
        if (room && place >= 0 && place <= span.length()) {
            ticks.add(new Tick(place, text));
        }
    }

    private static double stepOf(double seconds) {
        for (double step : STEPS) {
            if (step >= seconds) {
                return step;
            }
        }
        return STEPS[STEPS.length - 1];
    }

    private static String timeText(double seconds, double step) {
        int decimals = step >= 1 ? 0 : step >= 0.1 ? 1 : 2;
        String digits = String.format(Locale.ROOT, "%." + decimals + "f", seconds);
        return seconds == 0 ? "0 s" : digits;
    }

    private static String frequencyText(double hertz) {
        if (hertz < KILO) {
            return String.format(Locale.ROOT, "%.0f", hertz);
        }
        double kilo = hertz / KILO;
        return (kilo == Math.rint(kilo) ? String.format(Locale.ROOT, "%.0f", kilo) : Double.toString(kilo)) + "k";
    }
}
