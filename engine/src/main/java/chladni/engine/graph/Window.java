package chladni.engine.graph;

/// How a convolution's kernel moves, the same along every axis: its stride, the distance between its taps, and the zeros
/// put before and after.
public record Window(int stride, int dilation, int before, int after) {
    /// A kernel of `size` taps (odd) that keeps lengths as they are.
    public static Window keeping(int size) {
        return dilated(size, 1);
    }

    /// A kernel of `size` taps (odd), `dilation` apart, that keeps lengths as they are.
    public static Window dilated(int size, int dilation) {
        int padding = dilation * (size - 1) / 2;
        return new Window(1, dilation, padding, padding);
    }

    /// A kernel of three taps that halves lengths, rounding up, with one zero on both sides.
    public static Window halving() {
        return new Window(2, 1, 1, 1);
    }

    /// A kernel of three taps that halves lengths with one zero at the end only, as the autoencoders do.
    public static Window halvingAtEnd() {
        return new Window(2, 1, 0, 1);
    }

    /// A kernel of `size` taps that cuts into pieces of that size, without overlap.
    public static Window patches(int size) {
        return new Window(size, 1, 0, 0);
    }

    Dim applied(Dim length) {
        return switch (stride) {
            case 1 -> length;
            case 2 -> length.halved();
            default -> length.isKnown() ? Dim.of(length.length() / stride) : Dim.named(length + "/" + stride);
        };
    }
}
