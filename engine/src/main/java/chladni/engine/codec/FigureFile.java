package chladni.engine.codec;

import chladni.engine.codec.Figure.Mark;
import chladni.engine.media.Picture;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;

/// Draws a figure and writes it as PNG.
public final class FigureFile {
    private static final int WIDTH_AIMED_AT = 1600;
    private static final int LEFT = 104;
    private static final int TOP = 64;
    private static final int RIGHT = 150;
    private static final int BOTTOM = 72;
    private static final int BAR_WIDTH = 22;
    private static final int BAR_GAP = 36;
    private static final int TICK = 8;
    private static final int TEXT = 22;
    private static final Color PAPER = Color.WHITE;
    private static final Color INK = new Color(0x1a212b);

    private final Figure figure;
    private final int scale;
    private final int width;
    private final int height;

    private FigureFile(Figure figure) {
        this.figure = figure;
        scale = Math.max(1, WIDTH_AIMED_AT / figure.picture().width());
        width = figure.picture().width() * scale;
        height = figure.picture().height() * scale;
    }

    /// @throws chladni.engine.failure.StorageFailed when it cannot be written; nothing is left behind then
    public static void write(Path file, Figure figure, PngText text) {
        PngFile.write(file, RasterPicture.of(new FigureFile(figure).drawn()), PngDepth.EIGHT, text);
    }

    private BufferedImage drawn() {
        BufferedImage image = new BufferedImage(LEFT + width + RIGHT, TOP + height + BOTTOM, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = image.createGraphics();
        g.setColor(PAPER);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.drawImage(pixels(figure.picture()), LEFT, TOP, width, height, null);
        bar(g);
        g.setColor(INK);
        g.drawRect(LEFT - 1, TOP - 1, width + 1, height + 1);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, TEXT));
        try {
            g.drawString(figure.title(), LEFT, TOP - 22);
            vertical(g, figure.frequencies(), LEFT - 1, -1);
            vertical(g, figure.levels(), LEFT + width + BAR_GAP + BAR_WIDTH, 1);
            horizontal(g);
        } catch (InternalError e) {
            // The JDK answers so on a machine without any font; the figure is then one without words.
            g.setFont(null);
        }
        g.dispose();
        return image;
    }

    private void bar(Graphics2D g) {
        List<Integer> colours = figure.bar();
        int left = LEFT + width + BAR_GAP;
        for (int y = 0; y < height; y++) {
            int place = (int) Math.round((1 - (double) y / Math.max(1, height - 1)) * (colours.size() - 1));
            g.setColor(new Color(colours.get(place)));
            g.fillRect(left, TOP + y, BAR_WIDTH, 1);
        }
        g.setColor(INK);
        g.drawRect(left - 1, TOP - 1, BAR_WIDTH + 1, height + 1);
    }

    /// @param side −1: ticks and labels to the left of `x`; 1: to the right
    private void vertical(Graphics2D g, List<Mark> marks, int x, int side) {
        for (Mark mark : marks) {
            int y = TOP + (int) Math.round((1 - mark.place()) * height);
            g.drawLine(x, y, x + side * TICK, y);
            int room = g.getFontMetrics().stringWidth(mark.label());
            g.drawString(mark.label(), side < 0 ? x - TICK - 6 - room : x + TICK + 6, y + TEXT / 3);
        }
    }

    private void horizontal(Graphics2D g) {
        int y = TOP + height;
        for (Mark mark : figure.times()) {
            int x = LEFT + (int) Math.round(mark.place() * width);
            g.drawLine(x, y, x, y + TICK);
            g.drawString(mark.label(), x - g.getFontMetrics().stringWidth(mark.label()) / 2, y + TICK + TEXT + 2);
        }
    }

    private static BufferedImage pixels(Picture picture) {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                int rgb = 0;
                for (int c = 0; c < 3; c++) {
                    rgb = rgb << 8 | PngDepth.EIGHT.stored(picture.at(c, y, x));
                }
                image.setRGB(x, y, rgb);
            }
        }
        return image;
    }
}
