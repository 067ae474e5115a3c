package chladni.engine.graph;

/// The length of one axis: a number, or a name for one that is known only when the graph runs. Equal names mean equal lengths.
public record Dim(String name, int length) {
    private static final int UNKNOWN = -1;

    public static Dim of(int length) {
        if (length < 0) {
            throw new IllegalArgumentException("an axis cannot have the length " + length);
        }
        return new Dim("", length);
    }

    /// A length known only when the graph runs, such as `h`.
    public static Dim named(String name) {
        return new Dim(name, UNKNOWN);
    }

    public boolean isKnown() {
        return length != UNKNOWN;
    }

    /// Half of it, rounded up: what a convolution of stride two leaves.
    public Dim halved() {
        return isKnown() ? of((length + 1) / 2) : named(name + "/2");
    }

    /// `factor` times as long.
    public Dim times(int factor) {
        return isKnown() ? of(length * factor) : named(name + "·" + factor);
    }

    public Dim plus(Dim other) {
        return isKnown() && other.isKnown() ? of(length + other.length) : named("(" + this + "+" + other + ")");
    }

    @Override
    public String toString() {
        return isKnown() ? Integer.toString(length) : name;
    }
}
