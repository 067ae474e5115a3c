package chladni.engine.codec;

import chladni.engine.media.Picture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;

/// A picture out of a film.
public final class FilmStill {
    private FilmStill() {}

    /// The picture a third of the way in, where titles are over; empty when the file holds no moving picture.
    public static Optional<Picture> of(Path file) {
        try (FFmpegFrameGrabber grabber = Ffmpeg.grabber(file)) {
            grabber.setPixelFormat(avutil.AV_PIX_FMT_RGBA);
            grabber.start();
            if (!grabber.hasVideo()) {
                return Optional.empty();
            }
            if (grabber.getLengthInTime() > 0) {
                grabber.setTimestamp(grabber.getLengthInTime() / 3);
            }
            Frame frame = grabber.grabImage();
            return frame == null ? Optional.empty() : FfmpegPicture.of(frame);
        } catch (IOException undecodable) {
            return Optional.empty();
        }
    }
}
