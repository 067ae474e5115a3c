package chladni.engine.text;

import chladni.engine.failure.PackBroken;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;

/// Walks through the fields of a protocol buffer message without a schema: just enough to read a SentencePiece model.
final class ProtoReader {
    private final ByteBuffer bytes;
    private final String where;

    /// One field. Numbers are in `number`, texts and inner messages in `bytes`.
    record Field(int id, long number, ByteBuffer bytes) {
        private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

        float real() {
            return Float.intBitsToFloat((int) number);
        }
    }

    ProtoReader(ByteBuffer bytes, String where) {
        this.bytes = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        this.where = where;
    }

    /// @throws PackBroken when the bytes are no message
    void fields(Consumer<Field> each) {
        try {
            while (bytes.hasRemaining()) {
                long tag = varint();
                int id = (int) (tag >>> 3);
                each.accept(switch ((int) (tag & 7)) {
                    case 0 -> new Field(id, varint(), Field.NOTHING);
                    case 1 -> new Field(id, bytes.getLong(), Field.NOTHING);
                    case 2 -> new Field(id, 0, slice(varint()));
                    case 5 -> new Field(id, bytes.getInt(), Field.NOTHING);
                    default -> throw damaged();
                });
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException short_) {
            throw damaged();
        }
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte b = bytes.get();
            value |= (long) (b & 0x7F) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw damaged();
    }

    private ByteBuffer slice(long length) {
        if (length < 0 || length > bytes.remaining()) {
            throw damaged();
        }
        ByteBuffer slice = bytes.slice(bytes.position(), (int) length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(bytes.position() + (int) length);
        return slice;
    }

    private PackBroken damaged() {
        return new PackBroken(where + " is damaged: it is no SentencePiece model.");
    }
}
