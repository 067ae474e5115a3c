package chladni.app.document;

import chladni.engine.job.Preview;
import chladni.engine.media.Picture;
import chladni.engine.media.Spectrogram;
import chladni.engine.media.SpectrogramFormat;
import java.util.ArrayList;
import java.util.List;

/// The estimates x̂₀ of a take while it formed, in 8 bits, to be looked through and heard afterwards. When there are too many, every second
/// one goes, so that what is left is spread evenly however long the run was. Written by the engine thread, read by the window.
public final class StepLog {
    private static final int MOST = 32;
    private static final float WHITE = 255;

    private final List<Frame> frames = new ArrayList<>();
    private int apart = 1;
    private int seen;

    private record Frame(int take, int step, Grey[] picture, Grey spectrogram, SpectrogramFormat format) {
        long bytes() {
            long bytes = spectrogram.levels().length;
            for (Grey channel : picture) {
                bytes += channel.levels().length;
            }
            return bytes;
        }
    }

    /// One channel in 8 bits.
    private record Grey(int height, int width, byte[] levels) {}

    public synchronized void add(Preview preview) {
        if (seen++ % apart != 0) {
            return;
        }
        frames.add(new Frame(preview.take(), preview.step(), packed(preview.picture()), packed(preview.spectrogram().picture())[0],
                preview.spectrogram().format()));
        if (frames.size() > MOST) {
            for (int i = frames.size() - 2; i > 0; i -= 2) {
                frames.remove(i);
            }
            apart *= 2;
        }
    }

    /// How many estimates are kept.
    public synchronized int size() {
        return frames.size();
    }

    /// How many steps had been done at one of them.
    public synchronized int step(int index) {
        return frames.get(index).step();
    }

    /// @param index 0 … size − 1, in the order they were made
    public synchronized Preview at(int index) {
        Frame frame = frames.get(index);
        Grey heard = frame.spectrogram();
        return new Preview(frame.take(), frame.step(), unpacked(frame.picture()), new Spectrogram(frame.format(), heard.width(),
                unpacked(new Grey[] {heard}).values()));
    }

    /// Memory that it holds on to.
    public synchronized long bytes() {
        return frames.stream().mapToLong(Frame::bytes).sum();
    }

    /// Channels that are all the same are kept once.
    private static Grey[] packed(Picture picture) {
        int plane = picture.height() * picture.width();
        byte[][] channels = new byte[picture.channels()][plane];
        boolean grey = true;
        for (int i = 0; i < plane; i++) {
            for (int c = 0; c < channels.length; c++) {
                channels[c][i] = (byte) Math.clamp(Math.round(picture.values()[c * plane + i] * WHITE), 0, (int) WHITE);
                grey &= channels[c][i] == channels[0][i];
            }
        }
        Grey[] kept = new Grey[grey ? 1 : channels.length];
        for (int c = 0; c < kept.length; c++) {
            kept[c] = new Grey(picture.height(), picture.width(), channels[c]);
        }
        return kept;
    }

    private static Picture unpacked(Grey[] channels) {
        int plane = channels[0].levels().length;
        float[] values = new float[channels.length * plane];
        for (int i = 0; i < values.length; i++) {
            values[i] = (channels[i / plane].levels()[i % plane] & 0xFF) / WHITE;
        }
        return new Picture(channels.length, channels[0].height(), channels[0].width(), values);
    }
}
