package chladni.app.control;

import java.util.Locale;

/// What a number in the window may be and how it is written.
///
/// @param step what one press of ↑ adds
/// @param decimals digits behind the point, in the unit shown
/// @param factor 100 shows a share as per cent
/// @param unit written behind the number, with its space
public record NumberScale(double low, double high, double step, int decimals, double factor, String unit) {
    public static NumberScale whole(double low, double high) {
        return new NumberScale(low, high, 1, 0, 1, "");
    }

    public static NumberScale decimal(double low, double high, double step, int decimals) {
        return new NumberScale(low, high, step, decimals, 1, "");
    }

    public static NumberScale percent(double low, double high) {
        return new NumberScale(low, high, 0.01, 0, 100, " %");
    }

    /// The nearest number that can be written and is allowed.
    public double fit(double wish) {
        double digits = Math.pow(10, decimals) * factor;
        return Math.clamp(Math.rint(wish * digits) / digits, low, high);
    }

    public String text(double value) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value * factor).replace('-', '−') + unit;
    }

    /// @throws NumberFormatException when it is no number
    public double parse(String text) {
        String digits = text.replace(unit.strip(), "").replace(',', '.').replace('−', '-').strip();
        double value = Double.parseDouble(digits);
        if (Double.isNaN(value)) {
            throw new NumberFormatException("NaN");
        }
        return fit(value / factor);
    }
}
