package chladni.engine.codec;

import chladni.engine.media.Picture;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;

/// Still pictures that the JDK has no decoder for: the first frame, in colour, transparent pixels over black.
final class FfmpegPicture {
    private static final int BYTES_PER_PIXEL = 4;

    private FfmpegPicture() {}

    static Picture read(Path file) throws IOException {
        try (FFmpegFrameGrabber grabber = Ffmpeg.grabber(file)) {
            grabber.setPixelFormat(avutil.AV_PIX_FMT_RGBA);
            grabber.start();
            Frame frame = grabber.grabImage();
            return Optional.ofNullable(frame).flatMap(FfmpegPicture::of).orElseThrow(() -> new IOException("it holds no picture"));
        }
    }

    /// A frame of red, green, blue and transparency; empty when it holds no picture.
    static Optional<Picture> of(Frame frame) {
        return frame.image != null && frame.image[0] instanceof ByteBuffer pixels
                ? Optional.of(picture(pixels, frame.imageHeight, frame.imageWidth, frame.imageStride)) : Optional.empty();
    }

    private static Picture picture(ByteBuffer pixels, int height, int width, int stride) {
        float[] values = new float[Math.multiplyExact(3 * height, width)];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = y * stride + x * BYTES_PER_PIXEL;
                float alpha = (pixels.get(at + 3) & 0xFF) / 255f;
                for (int c = 0; c < 3; c++) {
                    values[(c * height + y) * width + x] = (pixels.get(at + c) & 0xFF) / 255f * alpha;
                }
            }
        }
        return new Picture(3, height, width, values);
    }
}
