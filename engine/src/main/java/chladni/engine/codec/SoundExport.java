package chladni.engine.codec;

import chladni.engine.media.Sound;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import org.bytedeco.javacv.FFmpegFrameRecorder;

/// Writes sounds as FLAC, MP3 or Ogg, with comment and recipe as tags that [SoundFile] reads back.
public final class SoundExport {
    static final String RECIPE_TAG = "chladni";
    static final String COMMENT_TAG = "comment";

    private SoundExport() {}

    /// @throws chladni.engine.failure.StorageFailed when it cannot be written; nothing is left behind then
    public static void write(Path file, SoundContents contents, SoundCoding coding) {
        SafeWrite.channel(file, channel -> encode(new EncoderOutput(channel), contents, coding));
    }

    private static void encode(EncoderOutput out, SoundContents contents, SoundCoding coding) throws IOException {
        Sound sound = contents.sound();
        Ffmpeg.silence();
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(out, sound.channels().length)) {
            recorder.setFormat(coding.container());
            recorder.setAudioCodec(coding.codec());
            recorder.setSampleRate(coding.rateFor(sound.sampleRate()));
            recorder.setSampleFormat(coding.sampleFormat());
            if (coding.bitRate() > 0) {
                recorder.setAudioBitrate(coding.bitRate());
            }
            contents.comment().ifPresent(words -> recorder.setMetadata(COMMENT_TAG, words));
            contents.recipe().ifPresent(json -> recorder.setMetadata(RECIPE_TAG, json));
            recorder.start();
            recorder.recordSamples(sound.sampleRate(), sound.channels().length, interleaved(sound, 0, sound.length()));
            recorder.stop();
        }
        out.throwIfFailed();
    }

    /// Samples `from` (inclusive) to `to` of all channels, in turn.
    static FloatBuffer interleaved(Sound sound, int from, int to) {
        FloatBuffer out = FloatBuffer.allocate(Math.multiplyExact(to - from, sound.channels().length));
        for (int i = from; i < to; i++) {
            for (float[] channel : sound.channels()) {
                out.put(channel[i]);
            }
        }
        return out.flip();
    }
}
