package chladni.engine.sound;

/// A frequency as a musician reads it, in equal temperament with A4 = 440 Hz.
///
/// @param number MIDI note number: 69 is A4, 60 is C4
/// @param cents hundredths of a semitone above that note, −50 … 50
public record Note(int number, double cents) {
    private static final String[] NAMES = {"C", "C♯", "D", "D♯", "E", "F", "F♯", "G", "G♯", "A", "A♯", "B"};
    private static final int A4 = 69;
    private static final double A4_HERTZ = 440;

    /// The note nearest to a frequency.
    ///
    /// @param hertz above 0
    public static Note of(double hertz) {
        if (!(hertz > 0) || Double.isInfinite(hertz)) {
            throw new IllegalArgumentException(hertz + " Hz has no note");
        }
        double exact = A4 + 12 * Math.log(hertz / A4_HERTZ) / Math.log(2);
        int number = (int) Math.round(exact);
        return new Note(number, 100 * (exact - number));
    }

    public double hertz() {
        return A4_HERTZ * Math.pow(2, (number + cents / 100 - A4) / 12);
    }

    /// Name and octave, C4 being middle C: "D♯6".
    public String name() {
        return NAMES[Math.floorMod(number, 12)] + (Math.floorDiv(number, 12) - 1);
    }

    /// Name, octave and whole cents: "D♯6 −6 c".
    public String label() {
        long whole = Math.round(cents);
        return name() + (whole < 0 ? " −" + -whole : " +" + whole) + " c";
    }
}
