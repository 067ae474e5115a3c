package chladni.engine.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NpyTest {
    @Test
    void whatIsWrittenIsReadBackBitForBit(@TempDir Path folder) throws IOException {
        Tensor tensor = Tensor.of(Shape.of(2, 3), new float[] {0, -0f, 1.5f, Float.NaN, Float.MIN_VALUE, -3e38f});
        Npy.write(folder.resolve("a.npy"), tensor);
        assertThat(Npy.read(folder.resolve("a.npy"))).isEqualTo(tensor);
    }

    @Test
    void scalarsAndEmptyArraysKeepTheirShape() throws IOException {
        assertThat(reread(Tensor.scalar(7))).isEqualTo(Tensor.scalar(7));
        assertThat(reread(Tensor.zeros(Shape.of(0, 4))).shape()).isEqualTo(Shape.of(0, 4));
        assertThat(reread(Tensor.zeros(Shape.of(5))).shape()).isEqualTo(Shape.of(5));
    }

    /// The header that `numpy.save` writes for a float32 array of shape (3,), from numpy.lib.format's description.
    @Test
    void theHeaderIsNumPysOwn() {
        byte[] bytes = Npy.bytes(Tensor.of(Shape.of(3), new float[] {1, 2, 3}));
        String header = new String(bytes, 10, 118, StandardCharsets.ISO_8859_1);
        assertThat(bytes).hasSize(128 + 12).startsWith(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0);
        assertThat(header).startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (3,), }").endsWith(" \n");
    }

    @Test
    void everyTypeBecomesFloat() throws IOException {
        assertThat(read("<f2", "(2,)", 2, bytes -> bytes.putShort((short) 0x3C00).putShort((short) 0xFBFF)))
                .isEqualTo(vector(1, -65504));
        assertThat(read("<f8", "(1,)", 1, bytes -> bytes.putDouble(0.1))).isEqualTo(vector(0.1f));
        assertThat(read("<i4", "(1,)", 1, bytes -> bytes.putInt(-49407))).isEqualTo(vector(-49407));
        assertThat(read("<i8", "(1,)", 1, bytes -> bytes.putLong(1L << 40))).isEqualTo(vector(1L << 40));
        assertThat(read("|u1", "(2,)", 2, bytes -> bytes.put((byte) 200).put((byte) 3))).isEqualTo(vector(200, 3));
        assertThat(read("|b1", "(2,)", 3, bytes -> bytes.put((byte) 0).put((byte) 1))).isEqualTo(vector(0, 1));
    }

    @Test
    void fortranOrderIsTurnedIntoRowMajorOrder() throws IOException {
        byte[] columnMajor = {1, 4, 2, 5, 3, 6};
        assertThat(read("|u1', 'fortran_order': True, 'y': '", "(2, 3)", 1, bytes -> bytes.put(columnMajor)))
                .isEqualTo(Tensor.of(Shape.of(2, 3), new float[] {1, 2, 3, 4, 5, 6}));
    }

    @Test
    void arraysInOneStreamAreReadOneAfterTheOther() throws IOException {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(Npy.bytes(vector(1, 2)));
        both.write(Npy.bytes(vector(3)));
        InputStream in = new ByteArrayInputStream(both.toByteArray());
        assertThat(Npy.read(in)).isEqualTo(vector(1, 2));
        assertThat(Npy.read(in)).isEqualTo(vector(3));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 7, 9, 40, 128, 139})
    void aTruncatedFileIsRefused(int length) {
        byte[] whole = Npy.bytes(vector(1, 2, 3));
        assertThatThrownBy(() -> Npy.read(new ByteArrayInputStream(whole, 0, length))).isInstanceOf(IOException.class);
    }

    @Test
    void headersThatLieAreRefusedInWords() {
        assertThatThrownBy(() -> read("<f4", "(2147483647,)", 1, bytes -> bytes)).hasMessageContaining("2147483647");
        assertThatThrownBy(() -> read("<f4", "(99999, 99999)", 1, bytes -> bytes)).hasMessageContaining("too large");
        assertThatThrownBy(() -> read("<f4", "(-1,)", 1, bytes -> bytes)).hasMessageContaining("negative");
        assertThatThrownBy(() -> read("<c8", "(1,)", 1, bytes -> bytes.putLong(0))).hasMessageContaining("<c8");
        assertThatThrownBy(() -> read(">f4", "(1,)", 1, bytes -> bytes.putInt(0))).hasMessageContaining(">f4");
        assertThatThrownBy(() -> Npy.read(new ByteArrayInputStream("RIFF....".getBytes(StandardCharsets.US_ASCII))))
                .hasMessageContaining("not an .npy array");
    }

    private interface Numbers {
        ByteBuffer put(ByteBuffer bytes);
    }

    private static Tensor read(String type, String shape, int version, Numbers numbers) throws IOException {
        byte[] header = ("{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + "}\n")
                .getBytes(StandardCharsets.US_ASCII);
        ByteBuffer file = ByteBuffer.allocate(500).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
        if (version == 1) {
            file.putShort((short) header.length);
        } else {
            file.putInt(header.length);
        }
        numbers.put(file.put(header));
        return Npy.read(new ByteArrayInputStream(file.array(), 0, file.position()));
    }

    private static Tensor vector(float... numbers) {
        return Tensor.of(Shape.of(numbers.length), numbers);
    }

    private static Tensor reread(Tensor tensor) throws IOException {
        return Npy.read(new ByteArrayInputStream(Npy.bytes(tensor)));
    }
}
