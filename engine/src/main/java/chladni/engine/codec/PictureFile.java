package chladni.engine.codec;

import chladni.engine.failure.BadInput;
import chladni.engine.media.Picture;
import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/// Reads pictures: PNG, JPEG (turned upright as its Exif says), GIF (first frame), BMP, TIFF, WebP; known by content.
/// Values are those stored in the file, without colour management; transparent pixels lie over black. Pictures beyond
/// 25 million pixels are read thinned out, every second, third … pixel of every such line.
public final class PictureFile {
    private static final long MOST_PIXELS_WHOLE = 25_000_000;
    private static final long MOST_PIXELS = 1_000_000_000;

    private PictureFile() {}

    /// @throws BadInput when it is no picture or a broken one; the message says what it is and what can be read
    public static PictureContents read(Path file) {
        FileKind kind = FileKind.of(file);
        if (!kind.isPicture()) {
            throw new BadInput(file + " is " + kind.words() + ". Pictures can be PNG, JPEG, GIF, BMP, TIFF or WebP.");
        }
        try {
            return switch (kind) {
                case WEBP, HEIF -> new PictureContents(FfmpegPicture.read(file), PngText.NONE);
                case JPEG -> jpeg(file);
                default -> decoded(file);
            };
        } catch (IOException | RuntimeException e) {
            // Decoders answer damaged files with all kinds of unchecked exceptions.
            throw e instanceof BadInput known ? known : broken(file, kind, e);
        }
    }

    private static BadInput broken(Path file, FileKind kind, Exception e) {
        String reason = e instanceof IOException io ? SafeWrite.reason(io) : String.valueOf(e.getMessage());
        return new BadInput(file + " is " + kind.words() + " that cannot be decoded (" + reason + ").", e);
    }

    private static PictureContents jpeg(Path file) throws IOException {
        Orientation orientation;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            orientation = JpegOrientation.of(in);
        }
        Picture stored;
        try {
            stored = decoded(file).picture();
        } catch (IOException | RuntimeException e) {
            stored = FfmpegPicture.read(file); // the JDK reads no CMYK and no arithmetic coding
        }
        return new PictureContents(orientation.upright(stored), PngText.NONE);
    }

    private static PictureContents decoded(Path file) throws IOException {
        try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("no decoder knows this variant");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, false, false);
                BufferedImage image = reader.read(0, thinning(reader, file));
                return new PictureContents(RasterPicture.of(image), text(reader));
            } finally {
                reader.dispose();
            }
        }
    }

    private static ImageReadParam thinning(ImageReader reader, Path file) throws IOException {
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > MOST_PIXELS) {
            throw new BadInput(file + " claims to have " + reader.getWidth(0) + " × " + reader.getHeight(0)
                    + " pixels; at most a thousand million can be read.");
        }
        int step = (int) Math.ceil(Math.sqrt((double) pixels / MOST_PIXELS_WHOLE));
        ImageReadParam param = reader.getDefaultReadParam();
        if (step > 1) {
            param.setSourceSubsampling(step, step, 0, 0);
        }
        return param;
    }

    private static PngText text(ImageReader reader) throws IOException {
        if (!reader.getFormatName().equalsIgnoreCase("png")) {
            return PngText.NONE;
        }
        return Optional.ofNullable(reader.getImageMetadata(0)).map(PngTextReader::of).orElse(PngText.NONE);
    }
}
