package chladni.engine.codec;

import chladni.engine.media.Picture;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/// Pixels as they are stored → floats 0 … 1, past every colour management: a 16-bit grey stays 16 bits, palette entries are
/// looked up, transparent pixels are laid over black.
final class RasterPicture {
    private RasterPicture() {}

    static Picture of(BufferedImage image) {
        return image.getColorModel() instanceof IndexColorModel palette ? ofPalette(image, palette) : ofSamples(image);
    }

    private static Picture ofSamples(BufferedImage image) {
        Raster raster = image.getRaster();
        int bands = raster.getNumBands();
        boolean hasAlpha = bands == 2 || bands == 4;
        int channels = bands < 3 ? 1 : 3;
        int width = image.getWidth();
        int height = image.getHeight();
        float[] scale = new float[bands];
        for (int band = 0; band < bands; band++) {
            scale[band] = fullScale(raster, band);
        }
        float[] values = new float[Math.multiplyExact(channels * height, width)];
        float[] line = new float[width * bands];
        for (int y = 0; y < height; y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, line);
            for (int x = 0; x < width; x++) {
                int at = x * bands;
                float alpha = hasAlpha ? line[at + bands - 1] / scale[bands - 1] : 1;
                for (int c = 0; c < channels; c++) {
                    values[(c * height + y) * width + x] = line[at + c] / scale[c] * alpha;
                }
            }
        }
        return new Picture(channels, height, width, values);
    }

    private static float fullScale(Raster raster, int band) {
        int type = raster.getSampleModel().getDataType();
        if (type == DataBuffer.TYPE_FLOAT || type == DataBuffer.TYPE_DOUBLE) {
            return 1;
        }
        return (float) ((1L << raster.getSampleModel().getSampleSize(band)) - 1);
    }

    private static Picture ofPalette(BufferedImage image, IndexColorModel palette) {
        int width = image.getWidth();
        int height = image.getHeight();
        int channels = isGrey(palette) ? 1 : 3;
        float[] values = new float[Math.multiplyExact(channels * height, width)];
        int[] line = new int[width];
        for (int y = 0; y < height; y++) {
            image.getRaster().getPixels(0, y, width, 1, line);
            for (int x = 0; x < width; x++) {
                int argb = palette.getRGB(line[x]);
                float alpha = (argb >>> 24) / 255f;
                for (int c = 0; c < channels; c++) {
                    values[(c * height + y) * width + x] = (argb >> (16 - 8 * c) & 0xFF) / 255f * alpha;
                }
            }
        }
        return new Picture(channels, height, width, values);
    }

    private static boolean isGrey(IndexColorModel palette) {
        for (int i = 0; i < palette.getMapSize(); i++) {
            if (palette.getRed(i) != palette.getGreen(i) || palette.getRed(i) != palette.getBlue(i)) {
                return false;
            }
        }
        return true;
    }
}
