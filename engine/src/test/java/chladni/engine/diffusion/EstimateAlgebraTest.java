package chladni.engine.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import chladni.engine.Parity;
import chladni.engine.failure.Cancelled;
import chladni.engine.tensor.Noise;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class EstimateAlgebraTest {
    private static final Shape LATENT = Shape.of(1, 4, 2, 3);
    private final Tensor x = Noise.single(3).normal(LATENT);
    private final NoiseEstimate a = (latents, _) -> latents.times(2);
    private final NoiseEstimate b = (latents, _) -> latents.times(-4);

    private static Step step(int index, int count) {
        return new Step(index, count, 0, 0.5f);
    }

    private static Mixed.Term term(NoiseEstimate estimate, double share) {
        return new Mixed.Term(estimate, Share.of(share));
    }

    @Test
    void guidanceRunsBothConditionsInOneBatchAndEqualsPyTorch() {
        Parity parity = Parity.open();
        Tensor uncond = parity.load("cfg/uncond");
        Tensor cond = parity.load("cfg/cond");
        float scale = (float) parity.settings().get("guidance").get(0).asDouble();
        List<Shape> seen = new ArrayList<>();
        Denoiser network = (latents, _, context) -> {
            seen.add(latents.shape());
            assertThat(context.data()).containsExactly(0, 1); // row 0 without the prompt, row 1 with it
            return Tensor.stack(List.of(uncond, cond));
        };
        Tensor one = Tensor.filled(Shape.of(1, 1, 1), 1);
        Tensor zero = Tensor.zeros(Shape.of(1, 1, 1));

        Tensor combined = new Guided(network, one, zero, scale).at(Tensor.zeros(uncond.shape()), step(0, 1));

        parity.check("cfg/combined", combined);
        assertThat(seen).containsExactly(uncond.shape().with(0, 2));
    }

    @Test
    void voicesAreWeightedByTheirSharesOfTheSum() {
        Tensor mixed = new Mixed(List.of(term(a, 3), term(b, 1))).at(x, step(0, 1));
        assertThat(mixed).isEqualTo(x.map(v -> 0.75f * (float) (2 * v) + 0.25f * (float) (-4 * v)));
    }

    @Test
    void voicesBesideOneAnotherAreAskedAtTheSameTimeAndMixAlike() {
        CyclicBarrier both = new CyclicBarrier(2);
        UnaryOperator<NoiseEstimate> meeting = estimate -> (latents, t) -> {
            try {
                both.await(20, TimeUnit.SECONDS); // alone it would wait in vain
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            return estimate.at(latents, t);
        };
        List<Mixed.Term> terms = List.of(term(meeting.apply(a), 3), term(meeting.apply(b), 1));
        assertThat(new Mixed(terms, true).at(x, step(0, 1))).isEqualTo(new Mixed(List.of(term(a, 3), term(b, 1))).at(x, step(0, 1)));
    }

    @Test
    void whatStopsOneOfTheVoicesBesideOneAnotherIsThrownAsItIs() {
        NoiseEstimate stopped = (_, _) -> {
            throw new Cancelled();
        };
        Mixed mixed = new Mixed(List.of(term(a, 1), term(stopped, 1)), true);
        assertThatExceptionOfType(Cancelled.class).isThrownBy(() -> mixed.at(x, step(0, 1)));
    }

    @Test
    void weightsOneAndZeroEqualTheSingleVoiceExactlyAndDoNotEvaluateTheOther() {
        NoiseEstimate never = (_, _) -> {
            throw new AssertionError("a voice of weight 0 was evaluated");
        };
        assertThat(new Mixed(List.of(term(a, 1), term(never, 0))).at(x, step(0, 1))).isEqualTo(a.at(x, step(0, 1)));
    }

    @Test
    void aVoiceJoinsAtTheRoundedFractionOfTheSteps() {
        During voice = new During(0.1, 0.9, a);
        assertThat(voice.activeAt(step(9, 100))).isFalse();
        assertThat(voice.activeAt(step(10, 100))).isTrue();
        assertThat(voice.activeAt(step(89, 100))).isTrue();
        assertThat(voice.activeAt(step(90, 100))).isFalse();
    }

    @Test
    void beforeTheSecondVoiceJoinsTheFirstIsHeardAlone() {
        Mixed mixed = new Mixed(List.of(term(new During(0.5, 1, a), 0.5), term(b, 0.5)));
        assertThat(mixed.at(x, step(0, 2))).isEqualTo(b.at(x, step(0, 2)));
        assertThat(mixed.at(x, step(1, 2))).isNotEqualTo(b.at(x, step(1, 2)));
    }

    @Test
    void aStepWithoutAnyActiveVoiceUsesThoseWithWeight() {
        Mixed late = new Mixed(List.of(term(new During(0.5, 1, a), 1)));
        assertThat(late.at(x, step(0, 2))).isEqualTo(a.at(x, step(0, 2)));
    }

    @Test
    void paintedWeightsChooseTheVoicePerCell() {
        Tensor left = Tensor.of(Shape.of(1, 1, 2, 3), new float[] {1, 1, 0, 1, 1, 0});
        Tensor right = left.map(v -> 1 - v);
        Tensor mixed = new Mixed(List.of(new Mixed.Term(a, Share.of(left)), new Mixed.Term(b, Share.of(right)))).at(x, step(0, 1));
        for (int channel = 0; channel < 4; channel++) {
            assertThat(mixed.at(0, channel, 1, 0)).isEqualTo(2 * x.at(0, channel, 1, 0));
            assertThat(mixed.at(0, channel, 1, 2)).isEqualTo(-4 * x.at(0, channel, 1, 2));
        }
    }

    @Test
    void aMixOfNothingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Mixed(List.of(term(a, 0), term(b, 0))));
    }

    @Test
    void keptCellsFollowTheKnownLatentsAndTheRestIsLeftAlone() {
        Tensor mask = Tensor.of(Shape.of(1, 1, 2, 3), new float[] {0, 1, 1, 1, 1, 1});
        Tensor known = Tensor.filled(LATENT, 7);
        Tensor held = new Kept(mask, known, x).apply(x, known);
        assertThat(held.at(0, 2, 0, 0)).isEqualTo(7);
        assertThat(held.at(0, 2, 1, 2)).isEqualTo(x.at(0, 2, 1, 2));
    }
}
