package chladni.app.document;

/// A stretch of time in seconds, `from` before `to`.
public record Span(double from, double to) {
    /// Between two moments in any order.
    public static Span between(double one, double other) {
        return new Span(Math.min(one, other), Math.max(one, other));
    }

    public double seconds() {
        return to - from;
    }
}
