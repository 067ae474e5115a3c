package chladni.engine.codec;

import chladni.engine.media.Picture;

/// How a camera was held: what is to be done to the stored picture so that up is up.
///
/// source: Exif 2.32, tag 0x0112
enum Orientation {
    UPRIGHT, MIRRORED, UPSIDE_DOWN, MIRRORED_UPSIDE_DOWN, TRANSPOSED, LYING_RIGHT, TRANSVERSED, LYING_LEFT;

    /// @param tag 1 … 8; anything else counts as upright
    static Orientation ofTag(int tag) {
        return tag >= 1 && tag <= values().length ? values()[tag - 1] : UPRIGHT;
    }

    Picture upright(Picture stored) {
        if (this == UPRIGHT) {
            return stored;
        }
        boolean swapped = compareTo(TRANSPOSED) >= 0;
        int height = swapped ? stored.width() : stored.height();
        int width = swapped ? stored.height() : stored.width();
        float[] values = new float[stored.values().length];
        for (int c = 0; c < stored.channels(); c++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    values[(c * height + y) * width + x] = source(stored, c, y, x);
                }
            }
        }
        return new Picture(stored.channels(), height, width, values);
    }

    private float source(Picture stored, int c, int y, int x) {
        int bottom = stored.height() - 1;
        int right = stored.width() - 1;
        return switch (this) {
            case UPRIGHT -> stored.at(c, y, x);
            case MIRRORED -> stored.at(c, y, right - x);
            case UPSIDE_DOWN -> stored.at(c, bottom - y, right - x);
            case MIRRORED_UPSIDE_DOWN -> stored.at(c, bottom - y, x);
            case TRANSPOSED -> stored.at(c, x, y);
            case LYING_RIGHT -> stored.at(c, bottom - x, y);
            case TRANSVERSED -> stored.at(c, bottom - x, right - y);
            case LYING_LEFT -> stored.at(c, x, right - y);
        };
    }
}
