package chladni.app.mask;

import chladni.engine.sound.FrequencyAxis;
import java.util.List;
import java.util.stream.IntStream;

/// The harmonic brush: a stroke repeated at twice, three times … the frequency, as far up as the canvas goes.
public record Comb(List<Capsule> teeth) implements Shape {
    private static final double LEAST_HERTZ = 20;
    private static final int MOST_TEETH = 64;

    public Comb {
        teeth = List.copyOf(teeth);
    }

    /// The teeth over a stroke's newest part.
    ///
    /// @param part the stroke at the fundamental, with the radius of one tooth
    public static Comb over(Capsule part, FrequencyAxis axis) {
        double from = Math.max(LEAST_HERTZ, axis.hertz(part.y0() - 0.5));
        double to = Math.max(LEAST_HERTZ, axis.hertz(part.y1() - 0.5));
        return new Comb(IntStream.rangeClosed(1, MOST_TEETH)
                .mapToObj(k -> new Capsule(part.x0(), axis.row(k * from) + 0.5, part.x1(), axis.row(k * to) + 0.5, part.radius()))
                .takeWhile(tooth -> Math.max(tooth.y0(), tooth.y1()) > -part.radius())
                .toList());
    }

    @Override
    public void cover(Coverage coverage) {
        teeth.forEach(tooth -> tooth.cover(coverage));
    }
}
