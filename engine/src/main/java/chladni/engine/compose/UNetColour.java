package chladni.engine.compose;

import chladni.engine.diffusion.Denoiser;
import chladni.engine.diffusion.Guided;
import chladni.engine.diffusion.NoiseEstimate;
import chladni.engine.diffusion.NoiseSchedule;
import chladni.engine.diffusion.Prediction;
import chladni.engine.diffusion.Sampler;
import chladni.engine.diffusion.sampler.Ddim;
import chladni.engine.failure.CancelSignal;
import chladni.engine.pack.ColourPack;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import java.util.List;

/// The starter's colour model: a small `UNet2DConditionModel` over pixels, walked by DDIM.
record UNetColour(ColourPack pack, NoiseSchedule.Settings schedule, CancelSignal cancel, NoteBook notes) implements ColourModel {
    static UNetColour of(ColourPack pack, CancelSignal cancel, NoteBook notes) {
        return new UNetColour(pack, SchedulerConfig.read(pack.scheduler()), cancel, notes);
    }

    @Override
    public Size size(int height, int width) {
        int multiple = pack.sizeMultiple();
        int wide = Math.max(1, Math.round((float) width * pack.rows() / height / multiple)) * multiple;
        return new Size(pack.rows(), wide);
    }

    @Override
    public Sampler.Walk walk(int steps) {
        return new Ddim(0).begin(new NoiseSchedule(schedule), steps);
    }

    @Override
    public Tensor context(Wish wish) {
        Tensor without = pack.context(wish.negative(), cancel, notes::add);
        return Tensor.stack(List.of(without, pack.context(wish.prompt(), cancel, notes::add))); // 2 × [1, l, d] → [2, l, d]
    }

    @Override
    public NoiseEstimate estimate(Wish wish, Tensor grey) {
        Tensor context = context(wish);
        return new Guided(denoiser(grey), context.row(1), context.row(0), (float) wish.guidance());
    }

    private Denoiser denoiser(Tensor grey) {
        Prediction prediction = schedule.prediction();
        return (x, t, context) -> {
            Tensor seen = pack.seesGrey() ? joined(x, grey) : x; // [n, 3, h, w] → [n, 4, h, w]
            return prediction.epsilon(pack.predict(seen, t.timestep(), context, cancel), x, t.alphaBar());
        };
    }

    /// The grey as one more channel of every row.
    private static Tensor joined(Tensor x, Tensor grey) {
        int rows = x.shape().length(0);
        int row = x.size() / rows;
        int plane = grey.size();
        float[] out = new float[rows * (row + plane)];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(x.data(), i * row, out, i * (row + plane), row);
            System.arraycopy(grey.data(), 0, out, i * (row + plane) + row, plane);
        }
        return Tensor.of(Shape.of(rows, x.shape().length(1) + 1, x.shape().length(2), x.shape().length(3)), out);
    }
}
