package chladni.app.control;

/// How the frequency axis is drawn. Only the display: rows of a spectrogram are always mel bands.
public enum FrequencyScale {
    MEL("Mel"),
    LOG("Logarithmic"),
    LINEAR("Linear");

    private final String label;

    FrequencyScale(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
