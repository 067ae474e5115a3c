package chladni.app.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chladni.engine.media.SpectrogramFormat;
import chladni.engine.sound.FrequencyAxis;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MaskTest {
    private static final int ADD = 255;
    private static final int SUBTRACT = 0;

    private final Layer mask = new Layer(128, 512, 0);

    @Test
    void aBrushCoversACircleAndAStrokeACapsule() {
        draw(ADD, new Capsule(100, 60, 100, 60, 20));
        assertThat(sum()).isCloseTo(Math.PI * 400, within(4.0));
        draw(ADD, new Capsule(200, 60, 260, 60, 20));
        assertThat(sum()).isCloseTo(2 * Math.PI * 400 + 60 * 40, within(10.0));
    }

    @Test
    void edgesCoverPixelsInPart() {
        draw(ADD, new Box(10.25, 20, 14.5, 22));
        assertThat(mask.at(20, 10)).isEqualTo(191);
        assertThat(mask.at(20, 11)).isEqualTo(255);
        assertThat(mask.at(20, 14)).isEqualTo(128);
        assertThat(mask.at(22, 11)).isZero();
        assertThat(mask.painted()).isEqualTo(new Area(10, 20, 15, 22));
    }

    @Test
    void aClosedLineCoversItsInside() {
        draw(ADD, new Outline(new double[] {10, 110, 10}, new double[] {10, 10, 90}));
        assertThat(sum()).as("half of 100 × 80").isCloseTo(4000, within(20.0));
        draw(SUBTRACT, new Outline(new double[] {-50, 600, 600, -50}, new double[] {-50, -50, 200, 200}));
        assertThat(mask.isBlank()).isTrue();
    }

    @Test
    void goingOverAPlaceTwiceInOneStrokeIsOnce() {
        Stroke stroke = new Stroke(mask, ADD);
        stroke.draw(new Box(5.5, 5, 7, 6));
        stroke.draw(new Box(5.5, 5, 7, 6));
        assertThat(mask.at(5, 5)).isEqualTo(128);
    }

    @Test
    void aPatchHoldsOnlyWhatChangedAndPutsItBack() {
        draw(ADD, new Box(0, 0, 300, 100));
        Layer before = mask.copy();
        Stroke stroke = new Stroke(mask, SUBTRACT);
        stroke.draw(new Capsule(50, 50, 60, 50, 4));
        Patch patch = stroke.finish();
        assertThat(patch.area().width()).isBetween(18, 20);
        assertThat(patch.bytes()).isLessThan(500);
        Layer after = mask.copy();
        patch.undo(mask);
        assertThat(Patch.between(before, mask).isEmpty()).isTrue();
        patch.redo(mask);
        assertThat(Patch.between(after, mask).isEmpty()).isTrue();
    }

    @Test
    void growingAPixelByFourGivesTheLatticeDiscOfRadiusFour() {
        draw(ADD, new Box(100, 60, 101, 61));
        // Gauss's circle problem, OEIS A000328: 49 points of the lattice lie within 4 of one of them, 197 within 8
        assertThat(new Shaping(4, 0, false).of(mask).count()).isEqualTo(49);
        assertThat(new Shaping(8, 0, false).of(mask).count()).isEqualTo(197);
    }

    @Test
    void distancesAreThoseOfTryingEveryPixel() {
        Random random = new Random(7);
        Layer dots = new Layer(23, 31, 0);
        for (int i = 0; i < 9; i++) {
            dots.set(random.nextInt(23), random.nextInt(31), 255);
        }
        float[] quick = Distance.to(dots, 128);
        for (int i = 0; i < quick.length; i++) {
            double nearest = Double.MAX_VALUE;
            for (int j = 0; j < quick.length; j++) {
                if (dots.at(j / 31, j % 31) == 255) {
                    nearest = Math.min(nearest, Math.hypot(i / 31 - j / 31, i % 31 - j % 31));
                }
            }
            assertThat((double) quick[i]).isCloseTo(nearest, within(1e-4));
        }
    }

    @Test
    void featheringFadesOutwardsAndLeavesThePaintedPartWhole() {
        draw(ADD, new Box(100, 40, 140, 80));
        Layer used = new Shaping(4, 8, false).of(mask);
        assertThat(used.at(60, 120)).isEqualTo(255);
        assertThat(used.at(60, 143)).as("grown by 4").isEqualTo(255);
        int before = 255;
        for (int column = 144; column < 152; column++) {
            assertThat(used.at(60, column)).isLessThan(before).isPositive();
            before = used.at(60, column);
        }
        assertThat(used.at(60, 152)).as("grown by 4 and feathered over 8").isZero();
    }

    @Test
    void snappingTakesWholeCells() {
        draw(ADD, new Box(101, 61, 102, 62));
        Layer used = new Shaping(0, 0, true).of(mask);
        assertThat(used.painted()).isEqualTo(new Area(96, 56, 104, 64));
        assertThat(used.count()).isEqualTo(64);
    }

    @Test
    void anEmptyMaskStaysEmpty() {
        assertThat(Shaping.DEFAULT.of(mask).isBlank()).isTrue();
    }

    @Test
    void theHarmonicBrushStandsAtMultiplesOfTheFrequency() {
        FrequencyAxis axis = new FrequencyAxis(SpectrogramFormat.STARTER);
        double y = axis.row(700) + 0.5;
        Comb comb = Comb.over(new Capsule(10, y, 20, y, 1), axis);
        assertThat(comb.teeth()).as("700 … 7700 Hz below 8 kHz").hasSize(11);
        for (int k = 1; k <= 11; k++) {
            assertThat(axis.hertz(comb.teeth().get(k - 1).y0() - 0.5)).isCloseTo(700.0 * k, within(1e-6));
        }
        draw(ADD, comb);
        assertThat(mask.at((int) Math.round(axis.row(2100)), 15)).isEqualTo(255);
        assertThat(mask.at((int) Math.round(axis.row(1750)), 15)).isZero();
    }

    private void draw(int target, Shape shape) {
        new Stroke(mask, target).draw(shape);
    }

    private double sum() {
        double sum = 0;
        for (int i = 0; i < mask.rows() * mask.columns(); i++) {
            sum += mask.at(i / mask.columns(), i % mask.columns()) / 255.0;
        }
        return sum;
    }
}
