package chladni.engine.codec;

import java.awt.image.DataBuffer;

/// Bits of each channel in the PNG files that we write.
public enum PngDepth {
    EIGHT(255, DataBuffer.TYPE_BYTE),
    SIXTEEN(65_535, DataBuffer.TYPE_USHORT);

    private final int white;
    private final int dataType;

    PngDepth(int white, int dataType) {
        this.white = white;
        this.dataType = dataType;
    }

    int dataType() {
        return dataType;
    }

    int bits() {
        return DataBuffer.getDataTypeSize(dataType);
    }

    /// `floor(255 x + 0.5)`, and the same with 65535; beyond black and white is black and white.
    int stored(float value) {
        return Math.clamp((int) Math.floor((double) value * white + 0.5), 0, white);
    }
}
