package chladni.engine.diffusion;

import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import java.util.List;
import java.util.function.Predicate;

/// The mean of several voices' estimates, Σ wᵢεᵢ / Σ wᵢ over the voices active at the step (Images that Sound, equation 4, for any
/// number of voices and for weights that vary over the picture).
///
/// A voice of weight 0 is not evaluated and a voice that is alone is passed through untouched, so weights 1 and 0 equal the single
/// voice bit for bit. Where a step has no active voice of weight above 0, the voices of weight above 0 take part whatever their times,
/// because some estimate is needed.
///
/// @param beside whether the voices are asked at the same time, each on a thread of its own, or one after the other
public record Mixed(List<Term> terms, boolean beside) implements NoiseEstimate {
    /// One voice and its weight.
    public record Term(NoiseEstimate estimate, Share share) {}

    public Mixed {
        terms = List.copyOf(terms);
        if (terms.stream().allMatch(term -> term.share().isZero())) {
            throw new IllegalArgumentException("at least one voice needs a weight above 0");
        }
    }

    /// Voices that are asked one after the other.
    public Mixed(List<Term> terms) {
        this(terms, false);
    }

    @Override
    public Tensor at(Tensor x, Step t) {
        List<Term> active = chosen(term -> term.estimate().activeAt(t));
        if (active.isEmpty()) {
            active = chosen(_ -> true);
        }
        return active.size() == 1 ? active.getFirst().estimate().at(x, t) : mean(active, x, t);
    }

    private List<Term> chosen(Predicate<Term> condition) {
        return terms.stream().filter(term -> !term.share().isZero()).filter(condition).toList();
    }

    private Tensor mean(List<Term> active, Tensor x, Step t) {
        Shape shape = x.shape();
        Tensor weights = Tensor.zeros(shape);
        for (Term term : active) {
            weights = weights.plus(term.share().over(shape));
        }
        List<Tensor> estimates = beside ? Beside.at(active, x, t) : active.stream().map(term -> term.estimate().at(x, t)).toList();
        float[] out = new float[shape.size()];
        for (int voice = 0; voice < active.size(); voice++) {
            float[] w = active.get(voice).share().over(shape).data();
            float[] e = estimates.get(voice).data();
            for (int i = 0; i < out.length; i++) {
                float total = weights.data()[i];
                // where every painted weight is 0 the voices share the cell equally
                out[i] += (total > 0 ? w[i] / total : 1f / active.size()) * e[i];
            }
        }
        return Tensor.of(shape, out);
    }
}
