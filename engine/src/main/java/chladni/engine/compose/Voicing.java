package chladni.engine.compose;

import chladni.engine.diffusion.Denoiser;
import chladni.engine.diffusion.During;
import chladni.engine.diffusion.Guided;
import chladni.engine.diffusion.Mixed;
import chladni.engine.diffusion.NoiseEstimate;
import chladni.engine.diffusion.Prediction;
import chladni.engine.diffusion.Share;
import chladni.engine.failure.CancelSignal;
import chladni.engine.recipe.Voice;
import chladni.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// Turns voices into noise estimates: network → ε → guided by the prompt → active in its part of the steps → mixed.
final class Voicing {
    private final CancelSignal cancel;

    Voicing(CancelSignal cancel) {
        this.cancel = cancel;
    }

    /// Each member's text states: row 0 without the prompt (or with the negative one), row 1 with it, `[2, l, d]`.
    List<Tensor> contexts(Ensemble ensemble, NoteBook notes) {
        List<Tensor> contexts = new ArrayList<>();
        for (Ensemble.Member member : ensemble.members()) {
            Tensor without = member.pack().context(member.voice().negative(), 0, cancel, notes::add);
            Tensor with = member.pack().context(member.voice().prompt(), member.voice().clipSkip(), cancel, notes::add);
            contexts.add(Tensor.stack(List.of(without, with))); // 2 × [1, l, d] → [2, l, d]
        }
        return contexts;
    }

    /// @param contexts for each member row 0 without the prompt, row 1 with it, `[2, l, d]`
    /// @param shares each member's weight
    NoiseEstimate estimate(Ensemble ensemble, List<Tensor> contexts, List<Share> shares) {
        boolean beside = shares.stream().filter(share -> !share.isZero()).count() > 1
                && ensemble.members().stream().allMatch(member -> member.pack().predictsBeside());
        List<Mixed.Term> terms = new ArrayList<>();
        for (int i = 0; i < contexts.size(); i++) {
            Ensemble.Member member = ensemble.members().get(i);
            terms.add(new Mixed.Term(voiced(member, contexts.get(i), beside), shares.get(i)));
        }
        return new Mixed(terms, beside);
    }

    private NoiseEstimate voiced(Ensemble.Member member, Tensor context, boolean beside) {
        Voice voice = member.voice();
        double guidance = voice.guidance() == null ? 1 : voice.guidance();
        Denoiser denoiser = denoiser(member, beside ? member.pack()::predictBeside : member.pack()::predict);
        return new During(voice.from(), voice.to(), new Guided(denoiser, context.row(1), context.row(0), (float) guidance));
    }

    /// The pack's network as a predictor of ε, whatever it was trained to predict.
    private Denoiser denoiser(Ensemble.Member member, Network network) {
        Prediction prediction = member.schedule().prediction();
        return (x, t, context) -> prediction.epsilon(network.predict(x, t.timestep(), context, cancel), x, t.alphaBar());
    }

    @FunctionalInterface
    private interface Network {
        Tensor predict(Tensor x, float timestep, Tensor context, CancelSignal cancel);
    }
}
