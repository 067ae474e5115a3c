package chladni.engine.codec;

import chladni.engine.media.RiffusionFormat;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The marks by which a PNG is known to come from riffusion: its own Exif tags, 11000 to 11080.
///
/// source: W3C, Portable Network Graphics, third edition (`eXIf`); Adobe, TIFF Revision 6.0 (tables of numbers)
public final class RiffusionExif {
    private static final int SIGNATURE_BYTES = 8;
    private static final int MOST_BYTES = 1 << 20;
    private static final int SAMPLE_RATE = 11000;
    private static final int STEP_MILLIS = 11010;
    private static final int PADDED_MILLIS = 11030;
    private static final int BANDS = 11040;
    private static final int LOWEST = 11050;
    private static final int HIGHEST = 11060;
    private static final int POWER = 11070;
    private static final int MOST = 11080;

    private RiffusionExif() {}

    /// Empty when the file is no PNG or none of riffusion's.
    public static Optional<RiffusionFormat> of(Path file) {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            if (FileKind.of(in.readNBytes(SIGNATURE_BYTES)) != FileKind.PNG) {
                return Optional.empty();
            }
            while (true) {
                int length = in.readInt();
                String type = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
                if (type.equals("eXIf") && length > SIGNATURE_BYTES && length < MOST_BYTES) {
                    return format(numbers(in.readNBytes(length)));
                }
                if (type.equals("IEND") || length < 0) {
                    return Optional.empty();
                }
                in.skipNBytes(length + 4L);
            }
        } catch (IOException | BufferUnderflowException | IllegalArgumentException damaged) {
            return Optional.empty(); // whether it can be read as a picture is said elsewhere
        }
    }

    private static Optional<RiffusionFormat> format(Map<Integer, Double> tags) {
        if (!tags.containsKey(SAMPLE_RATE)) {
            return Optional.empty();
        }
        RiffusionFormat usual = RiffusionFormat.USUAL;
        return Optional.of(new RiffusionFormat(
                (int) (double) tags.getOrDefault(SAMPLE_RATE, (double) usual.sampleRate()),
                tags.getOrDefault(STEP_MILLIS, usual.stepMillis()),
                tags.getOrDefault(PADDED_MILLIS, usual.paddedMillis()),
                (int) (double) tags.getOrDefault(BANDS, (double) usual.bands()),
                tags.getOrDefault(LOWEST, usual.fMin()),
                tags.getOrDefault(HIGHEST, usual.fMax()),
                tags.getOrDefault(POWER, usual.power()),
                tags.getOrDefault(MOST, usual.most())));
    }

    /// The first directory's numbers, each tag's first.
    private static Map<Integer, Double> numbers(byte[] exif) {
        ByteBuffer in = ByteBuffer.wrap(exif);
        in.order(in.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        in.position(in.getInt(4));
        int count = Short.toUnsignedInt(in.getShort());
        Map<Integer, Double> numbers = new HashMap<>();
        for (int i = 0; i < count; i++) {
            int tag = Short.toUnsignedInt(in.getShort());
            int type = Short.toUnsignedInt(in.getShort());
            in.getInt();
            int at = in.position();
            number(in, type, at).ifPresent(value -> numbers.put(tag, value));
            in.position(at + 4);
        }
        return numbers;
    }

    /// Numbers of more than four bytes lie elsewhere.
    private static Optional<Double> number(ByteBuffer in, int type, int at) {
        return switch (type) {
            case 1 -> Optional.of((double) Byte.toUnsignedInt(in.get(at)));
            case 3 -> Optional.of((double) Short.toUnsignedInt(in.getShort(at)));
            case 4 -> Optional.of((double) Integer.toUnsignedLong(in.getInt(at)));
            case 5 -> Optional.of((double) Integer.toUnsignedLong(in.getInt(in.getInt(at)))
                    / Math.max(1, Integer.toUnsignedLong(in.getInt(in.getInt(at) + 4))));
            case 9 -> Optional.of((double) in.getInt(at));
            case 11 -> Optional.of((double) in.getFloat(at));
            case 12 -> Optional.of(in.getDouble(in.getInt(at)));
            default -> Optional.empty();
        };
    }
}
