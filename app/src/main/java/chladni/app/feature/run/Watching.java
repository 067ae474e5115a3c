package chladni.app.feature.run;

import chladni.app.bench.Previews;
import chladni.app.document.StepLog;
import chladni.engine.job.ForwardingMonitor;
import chladni.engine.job.Monitor;
import chladni.engine.job.Preview;
import chladni.engine.job.PreviewDepth;
import chladni.engine.job.Progress;
import chladni.engine.job.Stage;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// Stands between the engine and the ticket: keeps the estimates of each take, and ends each take after a number of steps where it is to
/// remain a draft. Progress then counts to that number.
final class Watching implements ForwardingMonitor {
    private final Monitor monitor;
    private final int until;
    private final Supplier<Previews> previews;
    private final Map<Integer, StepLog> logs;
    /// Steps done of the take in work; 0 while it is not being denoised.
    private int step;

    /// @param until steps after which a take ends; 0: all of them
    /// @param previews asked at each step
    /// @param logs takes the estimates, by take
    Watching(Monitor monitor, int until, Supplier<Previews> previews, Map<Integer, StepLog> logs) {
        this.monitor = monitor;
        this.until = until;
        this.previews = previews;
        this.logs = logs;
    }

    static Map<Integer, StepLog> logs() {
        return new ConcurrentHashMap<>();
    }

    @Override
    public Monitor monitor() {
        return monitor;
    }

    @Override
    public void progress(Progress progress) {
        boolean walking = progress.stage() == Stage.DENOISING;
        step = walking ? progress.step() : 0;
        monitor.progress(!walking || until == 0 || progress.steps() <= until ? progress
                : new Progress(progress.stage(), progress.take(), progress.takes(), Math.min(progress.step(), until), until));
    }

    @Override
    public void preview(Preview preview) {
        logs.computeIfAbsent(preview.take(), _ -> new StepLog()).add(preview);
        monitor.preview(preview);
    }

    @Override
    public boolean wantsPreview(int step, int steps) {
        return previews.get() != Previews.OFF && monitor.wantsPreview(step, steps);
    }

    @Override
    public PreviewDepth previewDepth() {
        return previews.get().depth();
    }

    @Override
    public boolean stopHere() {
        return monitor.stopHere() || until > 0 && step >= until;
    }
}
