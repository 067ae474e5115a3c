package chladni.engine.codec;

import chladni.engine.media.Picture;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// A table of small pictures with words: heads above and at the left, a line under every picture.
///
/// @param thumb size of every picture in it
/// @param columns heads above, one for each column; a line break begins a new line
/// @param rows from above
public record ContactSheet(String title, Thumb thumb, List<String> columns, List<Row> rows) {
    private static final int GAP = 12;
    private static final int LINE = 17;
    private static final int HEAD_LINES = 4;
    private static final int LEFT = 230;
    private static final Color GROUND = new Color(0x0d1015);
    private static final Color WORDS = new Color(0xdfe5ee);
    private static final Color QUIET = new Color(0x8b95a5);
    private static final Color EMPTY = new Color(0x1a1f28);

    /// @param width in pixels
    /// @param height in pixels
    public record Thumb(int width, int height) {
        public static final Thumb SMALL = new Thumb(256, 64);
    }

    /// @param picture null where there is none
    public record Cell(@Nullable Picture picture, String caption) {}

    /// @param head at the left; a line break begins a new line
    public record Row(String head, List<Cell> cells) {}

    /// Pictures of one size side by side, row after row, without heads.
    ///
    /// @param across how many stand beside one another
    public static ContactSheet grid(String title, int across, Thumb thumb, List<Cell> cells) {
        List<Row> rows = new ArrayList<>();
        for (int from = 0; from < cells.size(); from += across) {
            rows.add(new Row("", List.copyOf(cells.subList(from, Math.min(cells.size(), from + across)))));
        }
        return new ContactSheet(title, thumb, Collections.nCopies(Math.min(across, cells.size()), ""), rows);
    }

    /// As a PNG, whole or not at all.
    ///
    /// @throws chladni.engine.failure.StorageFailed with the path and the reason
    public static void write(Path file, ContactSheet sheet) {
        BufferedImage image = sheet.drawn();
        SafeWrite.stream(file, out -> {
            if (!ImageIO.write(image, "png", out)) {
                throw new IOException("this Java writes no PNG");
            }
        });
    }

    private BufferedImage drawn() {
        boolean headed = columns.stream().anyMatch(head -> !head.isEmpty());
        int top = GAP + LINE * ((headed ? HEAD_LINES : 0) + (title.isEmpty() ? 0 : 2));
        int rowHeight = thumb.height + LINE + GAP;
        int width = left(columns.size());
        BufferedImage image = new BufferedImage(width, top + rows.size() * rowHeight + GAP, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.setColor(GROUND);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        pictures(g, top, rowHeight);
        try {
            words(g, top, rowHeight);
        } catch (InternalError e) {
            // The JDK answers so on a machine without any font; the table is then one without words.
            g.setFont(null);
        }
        g.dispose();
        return image;
    }

    private int left(int column) {
        boolean headed = rows.stream().anyMatch(row -> !row.head.isEmpty());
        return (headed ? LEFT : GAP) + column * (thumb.width + GAP);
    }

    private void pictures(Graphics2D g, int top, int rowHeight) {
        for (int row = 0; row < rows.size(); row++) {
            List<Cell> cells = rows.get(row).cells;
            for (int column = 0; column < cells.size(); column++) {
                int y = top + row * rowHeight;
                g.setColor(EMPTY);
                g.fillRect(left(column), y, thumb.width, thumb.height);
                Picture picture = cells.get(column).picture;
                if (picture != null) {
                    g.drawImage(FilmFrames.image(picture), left(column), y, thumb.width, thumb.height, null);
                }
            }
        }
    }

    private void words(Graphics2D g, int top, int rowHeight) {
        Font plain = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
        if (!title.isEmpty()) {
            g.setFont(plain.deriveFont(Font.BOLD, 16f));
            g.setColor(WORDS);
            g.drawString(title, GAP, GAP + LINE);
        }
        g.setFont(plain);
        for (int column = 0; column < columns.size(); column++) {
            List<String> lines = wrapped(columns.get(column), g.getFontMetrics(), thumb.width, HEAD_LINES);
            lines(g, lines, left(column), top - LINE * lines.size() + LINE / 2);
        }
        for (int row = 0; row < rows.size(); row++) {
            int y = top + row * rowHeight;
            lines(g, wrapped(rows.get(row).head, g.getFontMetrics(), LEFT - 2 * GAP, (rowHeight - GAP) / LINE), GAP, y + LINE - 4);
            g.setColor(QUIET);
            List<Cell> cells = rows.get(row).cells;
            for (int column = 0; column < cells.size(); column++) {
                g.drawString(cells.get(column).caption, left(column), y + thumb.height + LINE - 3);
            }
        }
    }

    private static void lines(Graphics2D g, List<String> lines, int x, int y) {
        g.setColor(WORDS);
        for (int i = 0; i < lines.size(); i++) {
            g.drawString(lines.get(i), x, y + i * LINE);
        }
    }

    /// Broken between words; what does not fit into the lines ends in an ellipsis.
    private static List<String> wrapped(String text, FontMetrics metrics, int width, int most) {
        List<String> lines = new ArrayList<>();
        for (String part : text.split("\n", -1)) {
            String line = "";
            for (String word : part.split(" ", -1)) {
                String longer = line.isEmpty() ? word : line + " " + word;
                if (metrics.stringWidth(longer) > width && !line.isEmpty()) {
                    lines.add(line);
                    longer = word;
                }
                line = longer;
            }
            lines.add(line);
        }
        if (lines.size() > most) {
            List<String> fitting = new ArrayList<>(lines.subList(0, most));
            fitting.set(most - 1, fitting.get(most - 1) + " …");
            return fitting;
        }
        return lines;
    }
}
