package chladni.engine.sound;

import java.util.stream.IntStream;

/// Frames shared out among the cores, a stretch of neighbours to each, so that what a worker writes on while it works is set up once a stretch.
final class Stretches {
    /// Fewer frames than this are not worth another thread.
    private static final int LEAST = 64;

    private Stretches() {}

    @FunctionalInterface
    interface Work {
        /// @param end the first frame after the stretch
        void stretch(int first, int end);
    }

    static void share(int frames, Work work) {
        int count = Math.clamp(frames / LEAST, 1, Runtime.getRuntime().availableProcessors());
        IntStream.range(0, count).parallel().forEach(i -> work.stretch((int) ((long) frames * i / count), (int) ((long) frames * (i + 1) / count)));
    }
}
