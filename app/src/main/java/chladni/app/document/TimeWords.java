package chladni.app.document;

/// Seconds as people say them.
public final class TimeWords {
    private static final long MINUTE = 60;
    private static final long HOUR = 3600;

    private TimeWords() {}

    /// "8 s", "2 min 05 s", "3 h 20 min".
    public static String of(double seconds) {
        long whole = Math.round(seconds);
        if (whole < MINUTE) {
            return whole + " s";
        }
        return whole < HOUR ? "%d min %02d s".formatted(whole / MINUTE, whole % MINUTE)
                : "%d h %02d min".formatted(whole / HOUR, whole % HOUR / MINUTE);
    }
}
