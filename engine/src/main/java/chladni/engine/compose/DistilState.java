package chladni.engine.compose;

import chladni.engine.field.AdamW;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/// How far a distillation has come, as bytes: a mark, the steps done, the length of θ, then θ, m and v.
final class DistilState {
    private static final int MARK = 0x43684431; // "ChD1"

    private DistilState() {}

    static byte[] write(AdamW.State state) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(12 * state.theta().length + 12);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MARK);
            out.writeInt(state.steps());
            out.writeInt(state.theta().length);
            for (float[] numbers : new float[][] {state.theta(), state.mean(), state.square()}) {
                for (float number : numbers) {
                    out.writeFloat(number);
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail", impossible);
        }
        return bytes.toByteArray();
    }

    /// Steps done, by the first bytes of a state; 0 when they are none.
    static int steps(byte[] head) {
        if (head.length < 8) {
            return 0;
        }
        ByteBuffer numbers = ByteBuffer.wrap(head);
        return numbers.getInt() == MARK ? Math.max(0, numbers.getInt()) : 0;
    }

    /// Empty when the bytes are no such state of this many numbers.
    static Optional<AdamW.State> read(byte[] bytes, int parameters) {
        if (bytes.length != 12 + 12 * parameters) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int mark = in.readInt();
            int steps = in.readInt();
            int length = in.readInt();
            if (mark != MARK || steps < 0 || length != parameters) {
                return Optional.empty();
            }
            return Optional.of(new AdamW.State(floats(in, length), floats(in, length), floats(in, length), steps));
        } catch (IOException short_) {
            return Optional.empty();
        }
    }

    private static float[] floats(DataInputStream in, int count) throws IOException {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = in.readFloat();
        }
        return numbers;
    }
}
