package chladni.app.feature.canvas;

import chladni.engine.sound.Note;
import java.util.Locale;

/// A place on the canvas in the units that people use.
///
/// @param decibels 0 is full scale
public record Readout(double seconds, double hertz, double decibels) {
    private static final double AUDIBLE_HERTZ = 16;
    private static final double KILO = 1000;

    /// "3.42 s · 1.24 kHz · D♯6 −6 c · −38 dB".
    public String text() {
        return "%s · %s%s · %s dB".formatted(
                number(seconds, 2) + " s", frequency(), hertz < AUDIBLE_HERTZ ? "" : " · " + Note.of(hertz).label(), number(decibels, 0));
    }

    private String frequency() {
        return Math.round(hertz) < KILO ? number(hertz, 0) + " Hz" : number(hertz / KILO, 2) + " kHz";
    }

    private static String number(double value, int decimals) {
        String digits = String.format(Locale.ROOT, "%." + decimals + "f", Math.abs(value));
        return (value < 0 && Double.parseDouble(digits) != 0 ? "−" : "") + digits;
    }
}
