package chladni.app.feature.listen;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/// The loudspeaker.
final class LineOut implements AudioOut {
    private static final int BITS = 16;
    private static final double BUFFER_SECONDS = 0.12;

    private final SourceDataLine line;

    private LineOut(SourceDataLine line) {
        this.line = line;
    }

    /// The system's default output, or silence with its reason.
    static AudioOut open(int sampleRate) {
        AudioFormat format = new AudioFormat(sampleRate, BITS, 1, true, false);
        try {
            SourceDataLine line = AudioSystem.getSourceDataLine(format);
            line.open(format, (int) (sampleRate * BUFFER_SECONDS) * 2);
            line.start();
            return new SteadyClock(new LineOut(line), sampleRate, System::nanoTime);
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException none) {
            return new SilentOut(sampleRate, "No audio device");
        }
    }

    @Override
    public int room() {
        return line.available() / 2;
    }

    @Override
    public void write(byte[] pcm) {
        line.write(pcm, 0, pcm.length);
    }

    @Override
    public long framesPlayed() {
        return line.getLongFramePosition();
    }

    @Override
    public void drop() {
        line.stop();
        line.flush();
        line.start();
    }

    @Override
    public String silentBecause() {
        return "";
    }

    @Override
    public void close() {
        line.close();
    }
}
