package chladni.engine.codec;

import chladni.engine.failure.CancelSignal;
import chladni.engine.media.Sound;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;

/// Writes a film as MP4: H.264 at 60 frames a second and AAC.
public final class FilmExport {
    static final int FRAMES_PER_SECOND = 60;

    private static final int VIDEO_BIT_RATE = 6_000_000;
    private static final int AUDIO_BIT_RATE = 192_000;

    private FilmExport() {}

    /// @throws chladni.engine.failure.StorageFailed when it cannot be written; nothing is left behind then
    /// @throws chladni.engine.failure.Cancelled within one frame; nothing is left behind then
    public static void write(Path file, Film film, CancelSignal cancel) {
        write(file, film, cancel, _ -> {});
    }

    /// @param progress told, on this thread, what share is done, 0 … 1
    public static void write(Path file, Film film, CancelSignal cancel, DoubleConsumer progress) {
        SafeWrite.channel(file, channel -> encode(new EncoderOutput(channel), film, cancel, progress));
    }

    /// Whether to go on.
    @FunctionalInterface
    private interface Check {
        void at(double share) throws IOException;
    }

    private static void encode(EncoderOutput out, Film film, CancelSignal cancel, DoubleConsumer progress) throws IOException {
        Sound sound = film.sound();
        FilmFrames frames = new FilmFrames(film.picture(), film.captions());
        Ffmpeg.silence();
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(
                out, frames.width(), frames.height(), sound.channels().length)) {
            recorder.setFormat("mp4");
            recorder.setVideoCodec(avcodec.AV_CODEC_ID_H264);
            recorder.setPixelFormat(avutil.AV_PIX_FMT_YUV420P);
            recorder.setFrameRate(FRAMES_PER_SECOND);
            recorder.setVideoBitrate(VIDEO_BIT_RATE);
            recorder.setAudioCodec(avcodec.AV_CODEC_ID_AAC);
            recorder.setSampleRate(sound.sampleRate());
            recorder.setAudioBitrate(AUDIO_BIT_RATE);
            recorder.start();
            record(recorder, frames, sound, share -> {
                cancel.throwIfRaised();
                progress.accept(share);
                out.throwIfFailed();
            });
            recorder.stop();
        }
        out.throwIfFailed();
    }

    /// Sound and picture in turn, frame by frame, so that the two lie beside each other in the file.
    private static void record(FFmpegFrameRecorder recorder, FilmFrames frames, Sound sound, Check check)
            throws IOException {
        int count = (int) Math.ceil(sound.seconds() * FRAMES_PER_SECOND);
        int recorded = 0;
        try (Frame frame = new Frame(frames.width(), frames.height(), Frame.DEPTH_UBYTE, 3, frames.width() * 3)) {
            for (int i = 0; i < count; i++) {
                check.at((double) i / count);
                double seconds = (double) i / FRAMES_PER_SECOND;
                ((ByteBuffer) frame.image[0]).clear().put(frames.at(seconds / sound.seconds())).flip();
                recorder.record(frame, avutil.AV_PIX_FMT_BGR24);
                int until = (int) Math.min(sound.length(), Math.round((double) (i + 1) / FRAMES_PER_SECOND * sound.sampleRate()));
                recorder.recordSamples(sound.sampleRate(), sound.channels().length, SoundExport.interleaved(sound, recorded, until));
                recorded = until;
            }
        }
    }
}
