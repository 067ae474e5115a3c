package chladni.app.control;

/// Colours from quiet to loud. Each is a few anchors between which sRGB is interpolated; magma, viridis and cividis are
/// sampled from matplotlib's tables at equal distances.
public enum ColourScale {
    GREY("Grey", 0x000000, 0xFFFFFF),
    INVERSE("Inverse", 0xFFFFFF, 0x000000),
    MAGMA("Magma", 0x000004, 0x180F3D, 0x440F76, 0x721F81, 0x9E2F7F, 0xCD4071, 0xF1605D, 0xFD9668, 0xFECA8D, 0xFCFDBF),
    VIRIDIS("Viridis", 0x440154, 0x482878, 0x3E4989, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6ECE58, 0xB5DE2B, 0xFDE725),
    CIVIDIS("Cividis", 0x00224E, 0x123570, 0x3B496C, 0x575D6D, 0x707173, 0x8A8678, 0xA59C74, 0xC3B369, 0xE1CC55, 0xFEE838),
    ICE("Ice", 0x03051A, 0x12284C, 0x1F4E79, 0x2E7BA6, 0x58A9C4, 0x9CD3DE, 0xEAF7F8);

    private static final int OPAQUE = 0xFF000000;

    private final String label;
    private final int[] anchors;

    ColourScale(String label, int... anchors) {
        this.label = label;
        this.anchors = anchors;
    }

    public String label() {
        return label;
    }

    /// @param share 0 quiet … 1 loud
    public int argb(double share) {
        double place = Math.clamp(share, 0, 1) * (anchors.length - 1);
        int low = Math.min((int) place, anchors.length - 2);
        double between = place - low;
        return OPAQUE | channel(low, between, 16) | channel(low, between, 8) | channel(low, between, 0);
    }

    private int channel(int low, double between, int shift) {
        int a = anchors[low] >> shift & 0xFF;
        int b = anchors[low + 1] >> shift & 0xFF;
        return (int) Math.round(a + (b - a) * between) << shift;
    }
}
