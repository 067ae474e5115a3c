package chladni.app.control;

/// How levels are shown: a table of colours over the visible range of levels. Concerns only the screen, never the sound or
/// the playable PNG.
public final class ColourMap {
    private static final int ENTRIES = 1024;

    private final int[] table = new int[ENTRIES];
    private final double floor;
    private final double entriesPerLevel;

    /// @param floor level shown as the scale's first colour
    /// @param ceiling level shown as its last
    public ColourMap(ColourScale scale, double floor, double ceiling) {
        this.floor = floor;
        entriesPerLevel = (ENTRIES - 1) / Math.max(1e-6, ceiling - floor);
        for (int i = 0; i < ENTRIES; i++) {
            table[i] = scale.argb(i / (ENTRIES - 1.0));
        }
    }

    public int at(float level) {
        return table[(int) Math.clamp((level - floor) * entriesPerLevel + 0.5, 0, ENTRIES - 1)];
    }
}
