package chladni.engine.codec;

import chladni.engine.failure.CancelSignal;
import chladni.engine.media.Picture;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Writes a picture with a moving playhead as an endless GIF, 25 frames a second, without sound. Each frame after the first holds
/// only the strip where the playhead was and is, so files stay small.
///
/// source: CompuServe, Graphics Interchange Format, version 89a
public final class AnimationExport {
    static final int FRAMES_PER_SECOND = 25;

    private static final String METADATA = "javax_imageio_gif_image_1.0";
    private static final int HUNDREDTHS = 100 / FRAMES_PER_SECOND;
    private static final int AMBER = 255;
    private static final int PLAYHEAD_WIDTH = 2;
    private static final int WIDTH_AIMED_AT = 1024;

    private final BufferedImage still;
    private final CancelSignal cancel;
    private final DoubleConsumer progress;

    private AnimationExport(BufferedImage still, CancelSignal cancel, DoubleConsumer progress) {
        this.still = still;
        this.cancel = cancel;
        this.progress = progress;
    }

    /// @param seconds how long the playhead takes from left to right
    /// @param progress told, on this thread, what share is done, 0 … 1
    /// @throws chladni.engine.failure.StorageFailed when it cannot be written; nothing is left behind then
    /// @throws chladni.engine.failure.Cancelled within one frame; nothing is left behind then
    public static void write(Path file, Picture picture, double seconds, CancelSignal cancel, DoubleConsumer progress) {
        int count = (int) Math.max(1, Math.round(seconds * FRAMES_PER_SECOND));
        SafeWrite.stream(file, out -> new AnimationExport(enlarged(picture), cancel, progress).encode(count, out));
    }

    private void encode(int count, OutputStream out) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < count; i++) {
                cancel.throwIfRaised();
                progress.accept((double) i / count);
                int left = left(i, count);
                int from = i == 0 ? 0 : left(i - 1, count);
                int until = i == 0 ? still.getWidth() : left + PLAYHEAD_WIDTH;
                Rectangle part = new Rectangle(from, 0, until - from, still.getHeight());
                BufferedImage frame = frame(part, left);
                writer.writeToSequence(new IIOImage(frame, null, metadata(writer, frame, part.x, i == 0)), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
    }

    private int left(int frame, int count) {
        return (int) Math.round((double) frame / count * (still.getWidth() - PLAYHEAD_WIDTH));
    }

    /// A copy of a part of the still with the playhead on it.
    private BufferedImage frame(Rectangle part, int playhead) {
        BufferedImage frame = new BufferedImage(part.width, part.height, BufferedImage.TYPE_BYTE_INDEXED,
                (IndexColorModel) still.getColorModel());
        int[] row = new int[part.width];
        for (int y = 0; y < part.height; y++) {
            still.getRaster().getPixels(part.x, y, part.width, 1, row);
            for (int x = playhead; x < playhead + PLAYHEAD_WIDTH; x++) {
                row[x - part.x] = AMBER;
            }
            frame.getRaster().setPixels(0, y, part.width, 1, row);
        }
        return frame;
    }

    private static IIOMetadata metadata(ImageWriter writer, BufferedImage frame, int left, boolean first) throws IOException {
        ImageWriteParam param = writer.getDefaultWriteParam();
        IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(frame), param);
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(METADATA);
        node(root, "ImageDescriptor").setAttribute("imageLeftPosition", Integer.toString(left));
        IIOMetadataNode control = node(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "doNotDispose");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("delayTime", Integer.toString(HUNDREDTHS));
        control.setAttribute("transparentColorIndex", "0");
        if (first) {
            IIOMetadataNode endless = new IIOMetadataNode("ApplicationExtension");
            endless.setAttribute("applicationID", "NETSCAPE");
            endless.setAttribute("authenticationCode", "2.0");
            endless.setUserObject(new byte[] {1, 0, 0});
            node(root, "ApplicationExtensions").appendChild(endless);
        }
        metadata.setFromTree(METADATA, root);
        return metadata;
    }

    private static IIOMetadataNode node(IIOMetadataNode root, String name) {
        for (int i = 0; i < root.getLength(); i++) {
            if (root.item(i).getNodeName().equalsIgnoreCase(name)) {
                return (IIOMetadataNode) root.item(i);
            }
        }
        IIOMetadataNode made = new IIOMetadataNode(name);
        root.appendChild(made);
        return made;
    }

    /// Whole pixels as whole squares, in at most 255 colours and the playhead's: the greys of a grey picture; of a coloured one the
    /// nearest of 6 × 7 × 6 evenly spread colours, with the error passed on to the next pixels.
    private static BufferedImage enlarged(Picture picture) {
        int scale = Math.max(1, WIDTH_AIMED_AT / picture.width());
        Palette palette = picture.channels() == 1 ? Palette.GREYS : Palette.COLOURS;
        int[] places = palette.places(picture);
        BufferedImage image = new BufferedImage(picture.width() * scale, picture.height() * scale, BufferedImage.TYPE_BYTE_INDEXED,
                palette.model());
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.getRaster().setSample(x, y, 0, places[y / scale * picture.width() + x / scale]);
            }
        }
        return image;
    }

    private enum Palette {
        GREYS, COLOURS;

        private static final int REDS = 6;
        private static final int GREENS = 7;
        private static final int BLUES = 6;
        private static final int[] PLAYHEAD = {0xF0, 0xB1, 0x4C};

        IndexColorModel model() {
            byte[][] rgb = new byte[3][AMBER + 1];
            for (int i = 0; i < AMBER; i++) {
                int[] colour = colour(i);
                for (int c = 0; c < 3; c++) {
                    rgb[c][i] = (byte) colour[c];
                }
            }
            for (int c = 0; c < 3; c++) {
                rgb[c][AMBER] = (byte) PLAYHEAD[c];
            }
            return new IndexColorModel(8, AMBER + 1, rgb[0], rgb[1], rgb[2]);
        }

        private int[] colour(int place) {
            if (this == GREYS) {
                int grey = (int) Math.round(place * 255.0 / (AMBER - 1));
                return new int[] {grey, grey, grey};
            }
            int red = place / (GREENS * BLUES);
            int green = place / BLUES % GREENS;
            return new int[] {Math.min(255, red * 255 / (REDS - 1)), green * 255 / (GREENS - 1), place % BLUES * 255 / (BLUES - 1)};
        }

        int[] places(Picture picture) {
            int[] places = new int[picture.width() * picture.height()];
            float[][] carried = new float[3][picture.width() + 2];
            for (int y = 0; y < picture.height(); y++) {
                float[][] below = new float[3][picture.width() + 2];
                for (int x = 0; x < picture.width(); x++) {
                    places[y * picture.width() + x] = this == GREYS
                            ? Math.round(Math.clamp(picture.at(0, y, x), 0, 1) * (AMBER - 1)) : dithered(picture, y, x, carried, below);
                }
                carried = below;
            }
            return places;
        }

        /// R. Floyd and L. Steinberg, An adaptive algorithm for spatial greyscale, 1976: 7/16 right, 3/16, 5/16 and 1/16 below.
        private static int dithered(Picture picture, int y, int x, float[][] carried, float[][] below) {
            int[] steps = {REDS - 1, GREENS - 1, BLUES - 1};
            int place = 0;
            for (int c = 0; c < 3; c++) {
                float wanted = Math.clamp(picture.at(c, y, x) + carried[c][x + 1], 0, 1);
                int step = Math.round(wanted * steps[c]);
                float error = wanted - (float) step / steps[c];
                carried[c][x + 2] += error * 7 / 16;
                below[c][x] += error * 3 / 16;
                below[c][x + 1] += error * 5 / 16;
                below[c][x + 2] += error / 16;
                place = place * (steps[c] + 1) + step;
            }
            return place;
        }
    }
}
