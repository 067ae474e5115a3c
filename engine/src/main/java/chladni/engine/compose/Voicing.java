package chladni.engine.compose;

import chladni.engine.diffusion.Denoiser;
import chladni.engine.diffusion.During;
import chladni.engine.diffusion.Guided;
import chladni.engine.diffusion.Mixed;
import chladni.engine.diffusion.NoiseEstimate;
import chladni.engine.diffusion.Prediction;
import chladni.engine.diffusion.Share;
import chladni.engine.diffusion.Step;
import chladni.engine.failure.BadInput;
import chladni.engine.failure.CancelSignal;
import chladni.engine.pack.Pack;
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
        if (shares.stream().allMatch(Share::isZero)) {
            throw new BadInput("Every voice's \"weight\" is 0, so nobody has a say. Give at least one a weight above 0.");
        }
        boolean beside = shares.stream().filter(share -> !share.isZero()).count() > 1
                && ensemble.members().stream().allMatch(member -> member.pack().predictsBeside());
        List<Mixed.Term> terms = new ArrayList<>();
        for (int i = 0; i < contexts.size(); i++) {
            Ensemble.Member member = ensemble.members().get(i);
            terms.add(new Mixed.Term(voiced(member, contexts.get(i)), shares.get(i)));
        }
        return new Mixed(terms, beside);
    }

    private NoiseEstimate voiced(Ensemble.Member member, Tensor context) {
        Voice voice = member.voice();
        double guidance = voice.guidance() == null ? 1 : voice.guidance();
        Denoiser denoiser = new Network(member.pack(), member.schedule().prediction(), cancel);
        return new During(voice.from(), voice.to(), new Guided(denoiser, context.row(1), context.row(0), (float) guidance));
    }

    /// The pack's network as a predictor of ε, whatever it was trained to predict.
    private record Network(Pack pack, Prediction prediction, CancelSignal cancel) implements Denoiser {
        @Override
        public Tensor at(Tensor x, Step t, Tensor context) {
            return prediction.epsilon(pack.predict(x, t.timestep(), context, cancel), x, t.alphaBar());
        }

        @Override
        public Tensor besideAt(Tensor x, Step t, Tensor context) {
            return prediction.epsilon(pack.predictBeside(x, t.timestep(), context, cancel), x, t.alphaBar());
        }
    }
}
