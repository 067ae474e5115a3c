package chladni.engine.compose;

import chladni.engine.failure.CancelSignal;
import chladni.engine.job.Monitor;
import chladni.engine.job.Preview;
import chladni.engine.job.Progress;

/// Shows the previews of a turned canvas the right way round.
record TurnedMonitor(Monitor monitor, Turn back) implements Monitor {
    static Monitor of(Monitor monitor, Turn turn) {
        return turn.columns() == 0 ? monitor : new TurnedMonitor(monitor, turn.back());
    }

    @Override
    public CancelSignal cancel() {
        return monitor.cancel();
    }

    @Override
    public void progress(Progress progress) {
        monitor.progress(progress);
    }

    @Override
    public void preview(Preview preview) {
        monitor.preview(new Preview(preview.take(), preview.step(), back.of(preview.picture()), back.of(preview.spectrogram())));
    }

    @Override
    public boolean wantsPreview(int step, int steps) {
        return monitor.wantsPreview(step, steps);
    }

    @Override
    public void note(String sentence) {
        monitor.note(sentence);
    }

    @Override
    public boolean stopHere() {
        return monitor.stopHere();
    }
}
