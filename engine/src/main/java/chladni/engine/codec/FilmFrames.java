package chladni.engine.codec;

import chladni.engine.media.Picture;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.List;

/// Draws the frames of a film: the picture, enlarged, over its captions, and the playhead on top.
final class FilmFrames {
    private static final int WIDTH_AIMED_AT = 1280;
    private static final int WIDEST = 3840;
    private static final int HIGHEST = 1080;
    private static final int LINE_HEIGHT = 36;
    private static final int MARGIN = 16;
    private static final Color GROUND = new Color(0x0d1015);
    private static final Color WORDS = new Color(0xdfe5ee);
    private static final int PLAYHEAD = 0xf0b14c;
    private static final int PLAYHEAD_WIDTH = 2;

    private final int pictureWidth;
    private final int pictureHeight;
    private final BufferedImage still;

    FilmFrames(Picture picture, List<String> captions) {
        double scale = scale(picture);
        pictureWidth = even(picture.width() * scale);
        pictureHeight = even(picture.height() * scale);
        int captionHeight = captions.isEmpty() ? 0 : even(captions.size() * LINE_HEIGHT + MARGIN);
        still = new BufferedImage(pictureWidth, pictureHeight + captionHeight, BufferedImage.TYPE_3BYTE_BGR);
        draw(picture, captions, scale);
    }

    /// Whole pixels become whole squares, as long as the film stays of a size that players can play.
    private static double scale(Picture picture) {
        double fits = Math.min((double) WIDEST / picture.width(), (double) HIGHEST / picture.height());
        if (fits < 1) {
            return fits;
        }
        return Math.min(Math.floor(fits), Math.ceil((double) WIDTH_AIMED_AT / picture.width()));
    }

    /// Video codecs take even sizes only.
    private static int even(double size) {
        return 2 * (int) Math.max(1, Math.round(size / 2));
    }

    int width() {
        return still.getWidth();
    }

    int height() {
        return still.getHeight();
    }

    private void draw(Picture picture, List<String> captions, double scale) {
        Graphics2D g = still.createGraphics();
        g.setColor(GROUND);
        g.fillRect(0, 0, width(), height());
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, scale < 1
                ? RenderingHints.VALUE_INTERPOLATION_BILINEAR : RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        g.drawImage(image(picture), 0, 0, pictureWidth, pictureHeight, null);
        try {
            caption(g, captions);
        } catch (InternalError e) {
            // The JDK answers so on a machine without any font; the film is then one without captions.
            g.setFont(null);
        }
        g.dispose();
    }

    private void caption(Graphics2D g, List<String> captions) {
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(WORDS);
        for (int line = 0; line < captions.size(); line++) {
            Font font = new Font(Font.SANS_SERIF, Font.PLAIN, LINE_HEIGHT * 2 / 3);
            double room = (double) (width() - 2 * MARGIN) / g.getFontMetrics(font).stringWidth(captions.get(line));
            g.setFont(room < 1 ? font.deriveFont((float) (font.getSize2D() * room)) : font);
            g.drawString(captions.get(line), MARGIN, pictureHeight + MARGIN / 2 + (line + 1) * LINE_HEIGHT - MARGIN / 2);
        }
    }

    static BufferedImage image(Picture picture) {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                int rgb = 0;
                for (int c = 0; c < 3; c++) {
                    rgb = rgb << 8 | PngDepth.EIGHT.stored(picture.at(picture.channels() == 1 ? 0 : c, y, x));
                }
                image.setRGB(x, y, rgb);
            }
        }
        return image;
    }

    /// The frame with the playhead at a place, 0 the left edge, 1 the right one: rows of blue, green, red bytes.
    byte[] at(double place) {
        byte[] frame = ((DataBufferByte) still.getRaster().getDataBuffer()).getData().clone();
        int left = (int) Math.clamp(Math.round(place * pictureWidth) - PLAYHEAD_WIDTH / 2, 0L, pictureWidth - PLAYHEAD_WIDTH);
        for (int y = 0; y < pictureHeight; y++) {
            for (int x = left; x < left + PLAYHEAD_WIDTH; x++) {
                for (int c = 0; c < 3; c++) {
                    frame[(y * width() + x) * 3 + c] = (byte) (PLAYHEAD >> 8 * c);
                }
            }
        }
        return frame;
    }
}
