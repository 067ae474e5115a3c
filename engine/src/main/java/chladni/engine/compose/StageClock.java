package chladni.engine.compose;

import chladni.engine.job.Monitor;
import chladni.engine.job.Progress;
import chladni.engine.job.Stage;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// Tells the monitor which stage a take is in and adds up the seconds of each for the take's record.
final class StageClock {
    private final Monitor monitor;
    private final int take;
    private final int takes;
    private final Map<Stage, Long> nanos = new EnumMap<>(Stage.class);
    private Stage stage = Stage.LOADING;
    private int steps = 1;
    private long since = System.nanoTime();

    StageClock(Monitor monitor, int take, int takes) {
        this.monitor = monitor;
        this.take = take;
        this.takes = takes;
    }

    /// A stage begins and the one before ends.
    void enter(Stage next, int steps) {
        monitor.cancel().throwIfRaised();
        stop();
        this.stage = next;
        this.steps = steps;
        step(0);
    }

    void step(int done) {
        monitor.progress(new Progress(stage, take, takes, done, steps));
    }

    int take() {
        return take;
    }

    /// Ends the last stage: seconds by stage name, in the order they came.
    Map<String, Double> seconds() {
        stop();
        Map<String, Double> seconds = new LinkedHashMap<>();
        nanos.forEach((key, value) -> seconds.put(key.name().toLowerCase(java.util.Locale.ROOT), Math.round(value / 1e6) / 1e3));
        return seconds;
    }

    private void stop() {
        long now = System.nanoTime();
        nanos.merge(stage, now - since, Long::sum);
        since = now;
    }
}
