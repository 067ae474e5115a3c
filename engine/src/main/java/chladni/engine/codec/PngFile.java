package chladni.engine.codec;

import chladni.engine.media.Picture;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Writes PNG pictures, one stored number per value, with the texts that restore a recipe. [PictureFile] reads them.
///
/// source: W3C, Portable Network Graphics, third edition (`tEXt` is Latin-1, `iTXt` UTF-8)
public final class PngFile {
    static final String PARAMETERS = "parameters";
    static final String RECIPE = "chladni";
    static final String CALIBRATION = "chladni-calibration";
    static final String METADATA_FORMAT = "javax_imageio_png_1.0";

    private PngFile() {}

    /// @throws chladni.engine.failure.StorageFailed when it cannot be written; nothing is left behind then
    public static void write(Path file, Picture picture, PngDepth depth, PngText text) {
        SafeWrite.stream(file, out -> encode(image(picture, depth), text, out));
    }

    private static BufferedImage image(Picture picture, PngDepth depth) {
        int bands = picture.channels();
        int[] bits = new int[bands];
        Arrays.fill(bits, depth.bits());
        ColorSpace space = ColorSpace.getInstance(bands == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
        WritableRaster raster =
                Raster.createInterleavedRaster(depth.dataType(), picture.width(), picture.height(), bands, null);
        int[] line = new int[picture.width() * bands];
        for (int y = 0; y < picture.height(); y++) {
            for (int i = 0; i < line.length; i++) {
                line[i] = depth.stored(picture.at(i % bands, y, i / bands));
            }
            raster.setPixels(0, y, picture.width(), 1, line);
        }
        return new BufferedImage(
                new ComponentColorModel(space, bits, false, false, ComponentColorModel.OPAQUE, depth.dataType()), raster, false, null);
    }

    private static void encode(BufferedImage image, PngText text, OutputStream out) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
            metadata.mergeTree(METADATA_FORMAT, tree(text));
            writer.write(null, new IIOImage(image, null, metadata), null);
        } finally {
            writer.dispose();
        }
    }

    private static IIOMetadataNode tree(PngText text) {
        IIOMetadataNode latin = new IIOMetadataNode("tEXt");
        IIOMetadataNode unicode = new IIOMetadataNode("iTXt");
        text.parameters().ifPresent(words -> {
            if (StandardCharsets.ISO_8859_1.newEncoder().canEncode(words)) {
                latin.appendChild(entry("tEXtEntry", PARAMETERS, "value", words));
            } else {
                // As image tools in Python do when a prompt does not fit into Latin-1.
                unicode.appendChild(unicodeEntry(PARAMETERS, words));
            }
        });
        text.recipe().ifPresent(json -> unicode.appendChild(unicodeEntry(RECIPE, json)));
        text.calibration().ifPresent(
                format -> unicode.appendChild(unicodeEntry(CALIBRATION, CalibrationJson.write(format))));
        IIOMetadataNode root = new IIOMetadataNode(METADATA_FORMAT);
        if (latin.hasChildNodes()) {
            root.appendChild(latin);
        }
        if (unicode.hasChildNodes()) {
            root.appendChild(unicode);
        }
        return root;
    }

    private static IIOMetadataNode unicodeEntry(String keyword, String text) {
        IIOMetadataNode entry = entry("iTXtEntry", keyword, "text", text);
        entry.setAttribute("compressionFlag", "FALSE");
        entry.setAttribute("compressionMethod", "0");
        entry.setAttribute("languageTag", "");
        entry.setAttribute("translatedKeyword", "");
        return entry;
    }

    private static IIOMetadataNode entry(String name, String keyword, String attribute, String text) {
        IIOMetadataNode entry = new IIOMetadataNode(name);
        entry.setAttribute("keyword", keyword);
        entry.setAttribute(attribute, text);
        return entry;
    }
}
