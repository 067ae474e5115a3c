package chladni.engine.codec;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;

/// Opens files for FFmpeg's decoders.
final class Ffmpeg {
    private Ffmpeg() {}

    /// Not started yet. Only local files are opened, also by what the file refers to (playlists can name addresses).
    static FFmpegFrameGrabber grabber(Path file) {
        silence();
        FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(url(file));
        grabber.setOption("protocol_whitelist", "file");
        return grabber;
    }

    /// With its protocol, so that a colon in a name is not taken for one.
    static String url(Path file) {
        return "file:" + file.toAbsolutePath();
    }

    /// FFmpeg writes to the process's standard error otherwise; what matters comes back as exceptions.
    static void silence() {
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    }
}
