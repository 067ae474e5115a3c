package chladni.app.feature.run;

import chladni.app.document.TimeWords;
import chladni.engine.job.Progress;
import chladni.engine.job.Stage;
import java.util.Locale;

/// How fast steps go by and how long the rest will take.
final class Pace {
    private static final double NANOS = 1e9;
    private static final double SMOOTHING = 0.2;

    private long lastNanos;
    private int lastDone = -1;
    private double secondsPerStep;

    /// Notes where the run stands at a moment; steps may come several at a time.
    void note(Progress progress, long nanos) {
        if (progress.stage() != Stage.DENOISING) {
            return;
        }
        int done = progress.take() * progress.steps() + progress.step();
        if (lastDone >= 0 && done > lastDone && progress.step() > 0) {
            double measured = (nanos - lastNanos) / NANOS / (done - lastDone);
            secondsPerStep = secondsPerStep == 0 ? measured : secondsPerStep + SMOOTHING * (measured - secondsPerStep);
        }
        if (done != lastDone) {
            lastDone = done;
            lastNanos = nanos;
        }
    }

    /// "take 4 of 4 · step 34 of 50 · 14 it/s · 1 s left", as far as it is known.
    String text(Progress progress) {
        String take = progress.takes() > 1 ? "take %d of %d · ".formatted(progress.take() + 1, progress.takes()) : "";
        if (progress.stage() != Stage.DENOISING) {
            return take + progress.stage().label().toLowerCase(Locale.ROOT);
        }
        String step = take + "step %d of %d".formatted(progress.step(), progress.steps());
        if (secondsPerStep == 0) {
            return step;
        }
        int left = (progress.takes() - progress.take()) * progress.steps() - progress.step();
        return step + " · " + rate() + " · " + TimeWords.of(left * secondsPerStep) + " left";
    }

    private String rate() {
        double rate = 1 / secondsPerStep;
        return rate >= 1
                ? String.format(Locale.ROOT, rate >= 10 ? "%.0f it/s" : "%.1f it/s", rate)
                : String.format(Locale.ROOT, "%.1f s/it", secondsPerStep);
    }

    /// How much of all is done, 0 … 1.
    static double share(Progress progress) {
        return (progress.take() + shareOfTake(progress)) / progress.takes();
    }

    /// How much of the take in work is done, 0 … 1.
    static double shareOfTake(Progress progress) {
        if (progress.stage().ordinal() > Stage.DENOISING.ordinal()) {
            return 1;
        }
        return progress.stage() == Stage.DENOISING ? (double) progress.step() / Math.max(1, progress.steps()) : 0;
    }
}
