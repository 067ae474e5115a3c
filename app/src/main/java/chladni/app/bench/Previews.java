package chladni.app.bench;

import chladni.engine.job.PreviewDepth;

/// How early looks at a take that forms are made (STUDIO section 3).
public enum Previews {
    OFF("Off", PreviewDepth.FAST),
    FAST("Fast", PreviewDepth.FAST),
    AS_IT_PAYS("As it pays", PreviewDepth.AS_IT_PAYS),
    FULL("Full", PreviewDepth.FULL);

    private final String label;
    private final PreviewDepth depth;

    Previews(String label, PreviewDepth depth) {
        this.label = label;
        this.depth = depth;
    }

    public String label() {
        return label;
    }

    /// Of no meaning while they are off.
    public PreviewDepth depth() {
        return depth;
    }
}
