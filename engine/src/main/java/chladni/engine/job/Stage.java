package chladni.engine.job;

/// The stages that a take passes through.
public enum Stage {
    LOADING("Loading models"),
    READING("Reading the prompts"),
    ENCODING("Encoding the canvas"),
    DENOISING("Denoising"),
    DECODING("Decoding"),
    SOUNDING("Making the sound"),
    WRITING("Writing the take");

    private final String label;

    Stage(String label) {
        this.label = label;
    }

    /// For people: "Denoising".
    public String label() {
        return label;
    }
}
