package chladni.app.mask;

import chladni.engine.media.Picture;
import java.util.Arrays;

/// A byte, 0 … 255, for every pixel of a canvas; row 0 is the highest band. As a mask 0 keeps and 255 makes anew; as a balance 0 is
/// all picture, 255 all sound and 128 what the panel says. For one thread; another one works on a `copy`.
public final class Layer {
    private static final int BYTE = 0xFF;

    private final int rows;
    private final int columns;
    private final int blank;
    private final byte[] values;

    /// @param blank what stands where nothing was painted
    public Layer(int rows, int columns, int blank) {
        this(rows, columns, blank, new byte[rows * columns]);
        Arrays.fill(values, (byte) blank);
    }

    /// A painting that was kept as a grey picture.
    public static Layer of(Picture grey, int blank) {
        Layer layer = new Layer(grey.height(), grey.width(), blank);
        for (int i = 0; i < layer.values.length; i++) {
            layer.values[i] = (byte) Math.clamp(Math.round(grey.values()[i] * BYTE), 0, BYTE);
        }
        return layer;
    }

    private Layer(int rows, int columns, int blank, byte[] values) {
        this.rows = rows;
        this.columns = columns;
        this.blank = blank;
        this.values = values;
    }

    /// The grey levels of a picture as a mask, stretched to a size.
    public static Layer of(Picture picture, int rows, int columns) {
        Picture grey = picture.grey();
        Layer layer = new Layer(rows, columns, 0);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                float level = grey.at(0, row * grey.height() / rows, column * grey.width() / columns);
                layer.set(row, column, Math.round(Math.clamp(level, 0, 1) * BYTE));
            }
        }
        return layer;
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    public int blank() {
        return blank;
    }

    public int at(int row, int column) {
        return values[row * columns + column] & BYTE;
    }

    void set(int row, int column, int value) {
        values[row * columns + column] = (byte) value;
    }

    public Layer copy() {
        return new Layer(rows, columns, blank, values.clone());
    }

    /// 255 − each value.
    public Layer inverted() {
        byte[] out = new byte[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) (BYTE - (values[i] & BYTE));
        }
        return new Layer(rows, columns, blank, out);
    }

    /// The same painting elsewhere; what leaves the canvas is gone, what comes in is blank.
    public Layer moved(int right, int down) {
        Layer out = new Layer(rows, columns, blank);
        for (int row = Math.max(0, down); row < Math.min(rows, rows + down); row++) {
            for (int column = Math.max(0, right); column < Math.min(columns, columns + right); column++) {
                out.set(row, column, at(row - down, column - right));
            }
        }
        return out;
    }

    public Area whole() {
        return new Area(0, 0, columns, rows);
    }

    public boolean isBlank() {
        for (byte value : values) {
            if ((value & BYTE) != blank) {
                return false;
            }
        }
        return true;
    }

    /// The smallest rectangle around everything that was painted.
    public Area painted() {
        int left = columns;
        int top = rows;
        int right = 0;
        int bottom = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (at(row, column) != blank) {
                    left = Math.min(left, column);
                    right = Math.max(right, column + 1);
                    top = Math.min(top, row);
                    bottom = row + 1;
                }
            }
        }
        return right == 0 ? Area.NONE : new Area(left, top, right, bottom);
    }

    /// How many pixels are more made anew than kept.
    public int count() {
        int count = 0;
        for (byte value : values) {
            count += (value & BYTE) > BYTE / 2 ? 1 : 0;
        }
        return count;
    }

    /// The bytes of a rectangle, row by row.
    byte[] cut(Area area) {
        byte[] cut = new byte[area.width() * area.height()];
        for (int y = 0; y < area.height(); y++) {
            System.arraycopy(values, (area.top() + y) * columns + area.left(), cut, y * area.width(), area.width());
        }
        return cut;
    }

    void paste(Area area, byte[] bytes) {
        for (int y = 0; y < area.height(); y++) {
            System.arraycopy(bytes, y * area.width(), values, (area.top() + y) * columns + area.left(), area.width());
        }
    }
}
