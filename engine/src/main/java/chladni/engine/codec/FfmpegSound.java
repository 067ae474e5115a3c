package chladni.engine.codec;

import chladni.engine.failure.BadInput;
import chladni.engine.media.Sound;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;

/// Sound in whatever coding FFmpeg knows: the first sound track, all its channels, at its own rate.
final class FfmpegSound {
    private static final int FIRST_CAPACITY = 1 << 16;

    private final String name;
    private final int rate;
    private float[][] channels;
    private int length;

    private FfmpegSound(String name, int rate, int channelCount) {
        this.name = name;
        this.rate = rate;
        channels = new float[channelCount][FIRST_CAPACITY];
    }

    static SoundContents read(Path file) throws IOException {
        try (FFmpegFrameGrabber grabber = Ffmpeg.grabber(file)) {
            grabber.setSampleMode(FrameGrabber.SampleMode.FLOAT);
            grabber.start();
            int channelCount = grabber.getAudioChannels();
            if (channelCount < 1) {
                throw new BadInput(file + " has no sound track.");
            }
            if (channelCount > SoundLimits.MOST_CHANNELS) {
                throw new BadInput(file + " has " + channelCount + " channels; at most " + SoundLimits.MOST_CHANNELS + " can be read.");
            }
            SoundLimits.checkRate(grabber.getSampleRate(), file.toString());
            FfmpegSound sound = new FfmpegSound(file.toString(), grabber.getSampleRate(), channelCount);
            for (Frame frame = grabber.grabSamples(); frame != null; frame = grabber.grabSamples()) {
                sound.add(frame);
            }
            return new SoundContents(sound.finished(), tag(grabber, SoundExport.COMMENT_TAG), tag(grabber, SoundExport.RECIPE_TAG),
                    Optional.empty());
        }
    }

    /// Of the file, or of its sound track, where Ogg keeps them.
    private static Optional<String> tag(FFmpegFrameGrabber grabber, String key) {
        return Optional.ofNullable(grabber.getMetadata(key)).or(() -> Optional.ofNullable(grabber.getAudioMetadata(key)));
    }

    private void add(Frame frame) {
        FloatBuffer interleaved = (FloatBuffer) frame.samples[0];
        int count = interleaved.remaining() / channels.length;
        SoundLimits.checkLength((long) length + count, channels.length, rate, name);
        makeRoomFor(length + count);
        for (int i = 0; i < count; i++) {
            for (float[] channel : channels) {
                channel[length + i] = interleaved.get();
            }
        }
        length += count;
    }

    private void makeRoomFor(int needed) {
        if (needed > channels[0].length) {
            int capacity = Math.max(needed, 2 * channels[0].length);
            channels = Arrays.stream(channels).map(channel -> Arrays.copyOf(channel, capacity)).toArray(float[][]::new);
        }
    }

    private Sound finished() {
        return new Sound(rate, Arrays.stream(channels).map(channel -> Arrays.copyOf(channel, length)).toArray(float[][]::new));
    }
}
