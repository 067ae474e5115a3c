package chladni.app.cli;

import chladni.engine.pack.ByteWatch;
import java.util.Locale;

/// Progress of long work on files, on stderr: one redrawn line on a terminal, a line every ten per cent elsewhere.
final class ByteBar implements ByteWatch, AutoCloseable {
    private static final int WIDTH = 78;
    private static final long REDRAW_NANOS = 100_000_000;

    private final Output output;
    private long lastDrawn = System.nanoTime() - REDRAW_NANOS;
    private long lastTenth;
    private boolean drawn;

    ByteBar(Output output) {
        this.output = output;
    }

    @Override
    public void at(String file, long done, long total) {
        if (output.isTerminal()) {
            draw(words(file, done, total));
        } else if (total > 0 && done * 10 / total > lastTenth) {
            lastTenth = done * 10 / total;
            output.messages().println(words(file, done, total));
        }
    }

    private void draw(String words) {
        if (System.nanoTime() - lastDrawn < REDRAW_NANOS) {
            return;
        }
        String line = words.length() > WIDTH ? words.substring(0, WIDTH) : words;
        output.messages().print("\r" + line + " ".repeat(WIDTH - line.length()));
        output.messages().flush();
        lastDrawn = System.nanoTime();
        drawn = true;
    }

    private static String words(String file, long done, long total) {
        String share = total > 0
                ? String.format(Locale.ROOT, "%3d %% of %.1f MB", done * 100 / total, total / 1e6)
                : String.format(Locale.ROOT, "%.1f MB", done / 1e6);
        return share + "  " + file;
    }

    @Override
    public void close() {
        if (drawn) {
            output.messages().print("\r" + " ".repeat(WIDTH) + "\r");
            output.messages().flush();
        }
    }
}
