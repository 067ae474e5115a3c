package chladni.engine.compose;

import chladni.engine.job.Monitor;
import chladni.engine.job.Preview;
import chladni.engine.media.Picture;
import chladni.engine.media.Spectrogram;
import chladni.engine.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Shows x̂₀ while it forms: decoded at every step where that is quick or costs less than the step itself, else guessed cell by cell and decoded at
/// every tenth step (STUDIO section 3).
final class Previewer {
    private static final int FULL_EVERY = 10;
    /// Decoding may always cost this much: on a busy machine, too, the small packs are seen as they are.
    private static final double CHEAP_NANOS = 0.3e9;

    private final Eyes eyes;
    private final Monitor monitor;
    private final int take;
    private long lastStep = System.nanoTime();
    private @Nullable QuickLook seen;
    private @Nullable QuickLook heard;

    Previewer(Eyes eyes, Monitor monitor, int take) {
        this.eyes = eyes;
        this.monitor = monitor;
        this.take = take;
    }

    /// Called after each step with the estimate of the finished latents.
    void look(int done, int steps, Tensor x0) {
        long stepNanos = System.nanoTime() - lastStep;
        if (monitor.wantsPreview(done, steps)) {
            boolean whole = switch (monitor.previewDepth()) {
                case FAST -> isCheap(x0, stepNanos);
                case AS_IT_PAYS -> isCheap(x0, stepNanos) || done % FULL_EVERY == 0;
                case FULL -> true;
            };
            monitor.preview(whole ? eyes.look(x0).preview(take, done) : guessed(done, x0));
        }
        lastStep = System.nanoTime();
    }

    private boolean isCheap(Tensor x0, long stepNanos) {
        if (seen == null || heard == null) {
            seen = QuickLook.fit(eyes.pictureEye(), monitor.cancel());
            heard = eyes.pictureEye().sharesDecoderWith(eyes.soundEye()) ? seen : QuickLook.fit(eyes.soundEye(), monitor.cancel());
        }
        double cells = x0.shape().length(2) * x0.shape().length(3);
        return heard.nanosPerCell() * cells < Math.max(CHEAP_NANOS, stepNanos);
    }

    private Preview guessed(int done, Tensor x0) {
        int cell = eyes.soundEye().pixelsPerCell();
        Picture grey = heard == null ? eyes.look(x0).picture() : heard.picture(x0, cell);
        Picture picture = seen == null ? grey : seen.picture(x0, cell);
        return new Preview(take, done, picture, new Spectrogram(eyes.soundEye().format(), grey.width(), grey.values()));
    }
}
