package chladni.app.cli;

import chladni.engine.failure.CancelSignal;
import chladni.engine.job.Monitor;
import chladni.engine.job.Progress;
import chladni.engine.job.Stage;
import java.util.Locale;

/// Progress on stderr: one redrawn line with a bar on a terminal, plain lines elsewhere, few enough for a log.
final class ProgressPrinter implements Monitor, AutoCloseable {
    private static final int BAR = 24;
    private static final int WIDTH = 78;
    private static final int LINES_PER_TAKE = 5;

    private final Output output;
    private final CancelSignal cancel;
    private long stageStarted = System.nanoTime();
    private boolean drawn;

    ProgressPrinter(Output output, CancelSignal cancel) {
        this.output = output;
        this.cancel = cancel;
    }

    @Override
    public CancelSignal cancel() {
        return cancel;
    }

    @Override
    public void progress(Progress progress) {
        if (progress.step() == 0) {
            stageStarted = System.nanoTime();
        }
        if (output.isTerminal()) {
            draw(progress);
        } else if (progress.stage() == Stage.DENOISING && isWorthALine(progress)) {
            output.messages().println(words(progress));
        }
    }

    @Override
    public void note(String sentence) {
        clear();
        output.messages().println("Note: " + sentence);
    }

    /// Wipes the bar so that a result can be printed.
    void clear() {
        if (drawn) {
            output.messages().print("\r" + " ".repeat(WIDTH) + "\r");
            output.messages().flush();
            drawn = false;
        }
    }

    @Override
    public void close() {
        clear();
    }

    private void draw(Progress progress) {
        int full = BAR * progress.step() / progress.steps();
        String line = "[" + "█".repeat(full) + "·".repeat(BAR - full) + "] " + words(progress);
        output.messages().print("\r" + line + " ".repeat(Math.max(0, WIDTH - line.length())));
        output.messages().flush();
        drawn = true;
    }

    private static boolean isWorthALine(Progress progress) {
        int every = Math.max(1, progress.steps() / LINES_PER_TAKE);
        return progress.step() > 0 && (progress.step() % every == 0 || progress.step() == progress.steps());
    }

    private String words(Progress progress) {
        String take = progress.takes() == 1 ? "" : "take %d of %d, ".formatted(progress.take() + 1, progress.takes());
        if (progress.stage() != Stage.DENOISING) {
            return take + progress.stage().label();
        }
        double seconds = (System.nanoTime() - stageStarted) / 1e9;
        String left = progress.step() == 0 ? "" : String.format(Locale.ROOT, ", %.1f steps/s, %.0f s left",
                progress.step() / seconds, seconds / progress.step() * (progress.steps() - progress.step()));
        return take + "step %d of %d".formatted(progress.step(), progress.steps()) + left;
    }
}
