package chladni.engine.codec;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Finds the orientation in a JPEG's Exif segment; every other tag is passed over.
///
/// source: JPEG (ITU T.81, annex B) for segments, Exif 2.32 section 4.5 for the TIFF structure inside
final class JpegOrientation {
    private static final int START_OF_SCAN = 0xDA;
    private static final int APP1 = 0xE1;
    private static final int ORIENTATION_TAG = 0x0112;
    private static final int ENTRY_BYTES = 12;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    private JpegOrientation() {}

    /// Upright when the file does not say, or says it in a broken way.
    static Orientation of(InputStream jpeg) throws IOException {
        DataInputStream in = new DataInputStream(jpeg);
        in.skipNBytes(2);
        while (in.read() == 0xFF) {
            int marker = in.read();
            if (marker == START_OF_SCAN || marker < 0) {
                break;
            }
            byte[] segment = in.readNBytes(Math.max(0, in.readUnsignedShort() - 2));
            if (marker == APP1 && startsWithExif(segment)) {
                return inTiff(ByteBuffer.wrap(segment, EXIF.length, segment.length - EXIF.length).slice());
            }
        }
        return Orientation.UPRIGHT;
    }

    private static boolean startsWithExif(byte[] segment) {
        return segment.length > EXIF.length && Arrays.equals(segment, 0, EXIF.length, EXIF, 0, EXIF.length);
    }

    private static Orientation inTiff(ByteBuffer tiff) {
        try {
            tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = tiff.getInt(4);
            int entries = Short.toUnsignedInt(tiff.getShort(directory));
            for (int i = 0; i < entries; i++) {
                int entry = directory + 2 + i * ENTRY_BYTES;
                if (Short.toUnsignedInt(tiff.getShort(entry)) == ORIENTATION_TAG) {
                    return Orientation.ofTag(tiff.getShort(entry + 8));
                }
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            return Orientation.UPRIGHT;
        }
        return Orientation.UPRIGHT;
    }
}
