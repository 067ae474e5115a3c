package chladni.engine.compose;

import chladni.engine.job.ForwardingMonitor;
import chladni.engine.job.Monitor;
import chladni.engine.job.Preview;

/// Shows the previews of a turned canvas the right way round.
record TurnedMonitor(Monitor monitor, Turn back) implements ForwardingMonitor {
    static Monitor of(Monitor monitor, Turn turn) {
        return turn.columns() == 0 ? monitor : new TurnedMonitor(monitor, turn.back());
    }

    @Override
    public void preview(Preview preview) {
        monitor.preview(new Preview(preview.take(), preview.step(), back.of(preview.picture()), back.of(preview.spectrogram())));
    }
}
