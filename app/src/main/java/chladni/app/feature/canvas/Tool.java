package chladni.app.feature.canvas;

/// What the pointer is on the canvas.
public enum Tool {
    MOVE("Move", "mdrmz-near_me"),
    HAND("Hand", "mdrmz-pan_tool"),
    BRUSH("Brush", "mdral-brush"),
    ERASER("Eraser", "mdral-backspace"),
    RECTANGLE("Rectangle", "mdral-crop_16_9"),
    LASSO("Lasso", "mdral-gesture"),
    POLYGON("Polygon", "mdral-change_history"),
    HARMONIC("Harmonic brush", "mdrmz-reorder"),
    BALANCE("Balance brush", "mdral-invert_colors");

    private final String label;
    private final String icon;

    Tool(String label, String icon) {
        this.label = label;
        this.icon = icon;
    }

    public String label() {
        return label;
    }

    public String icon() {
        return icon;
    }

    /// Whether it has a round tip.
    public boolean isBrush() {
        return this == BRUSH || this == ERASER || this == HARMONIC || this == BALANCE;
    }

    /// The next of the shapes, as pressing their key again and again goes through them.
    Tool nextShape() {
        return switch (this) {
            case RECTANGLE -> LASSO;
            case LASSO -> POLYGON;
            case POLYGON -> HARMONIC;
            default -> RECTANGLE;
        };
    }
}
