package chladni.engine.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chladni.engine.Parity;
import chladni.engine.failure.ChladniFailure;
import chladni.engine.failure.PackBroken;
import chladni.engine.tensor.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TorchArchiveTest {
    /// `{"a": _rebuild_tensor_v2(("storage", FloatStorage, "0", "cpu", 6), offset, (2, 3), (3, 1), False, OrderedDict())}`
    private static final String TABLE = "\u0080\u0002}X\1\0\0\0actorch._utils\n_rebuild_tensor_v2\n((X\7\0\0\0storagectorch\nFloatStorage\n"
            + "X\1\0\0\0" + "0X\3\0\0\0cpuK\6tQK\0K\2K\3\u0086K\3K\1\u0086\u0089ccollections\nOrderedDict\n)RtRs.";

    @TempDir
    Path folder;

    @Test
    void tensorsLieWhereTheirEntriesAre() throws IOException {
        Path file = archive(TABLE, new byte[] {0, 0, (byte) 0x80, 0x3F, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x40}, ZipEntry.STORED);
        StoredTensor tensor = WeightFile.open(file).tensors().get("a");
        assertEquals(Shape.of(2, 3), tensor.shape());
        assertEquals(1f, TensorReader.read(tensor).at(0, 0));
        assertEquals(2f, TensorReader.read(tensor).at(1, 2));
    }

    @Test
    void tablesInsideTablesGetDottedNames() {
        assertTrue(WeightFile.open(Parity.open().path("tiny-sound/vocoder/vocoder.pt")).tensors().containsKey("generator.conv_pre.weight_g"));
    }

    @Test
    void whatWouldCallAnythingElseIsRefusedByName() throws IOException {
        Path file = archive("\u0080\u0002cos\nsystem\n(X\4\0\0\0echotR.", new byte[0], ZipEntry.STORED);
        assertRefused(file, "os.system");
    }

    @Test
    void whatReachesOutsideItsStorageIsRefused() throws IOException {
        assertRefused(archive(TABLE, new byte[20], ZipEntry.STORED), "does not fit");
        assertRefused(archive(TABLE.replace("tQK\0", "tQK\1"), new byte[24], ZipEntry.STORED), "does not fit");
    }

    @Test
    void stridesThatAreNotRowMajorAreRefused() throws IOException {
        assertRefused(archive(TABLE.replace("K\3K\1\u0086", "K\1K\2\u0086"), new byte[24], ZipEntry.STORED), "strides [1, 2]");
    }

    @Test
    void compressedEntriesAreRefused() throws IOException {
        assertRefused(archive(TABLE, new byte[24], ZipEntry.DEFLATED), "compressed");
    }

    @Test
    void theOldFormatAndOtherZipsAreNamed() throws IOException {
        Path old = folder.resolve("old.bin");
        Files.write(old, new byte[] {(byte) 0x80, 2, (byte) 0x8A, 10, 0x6C, (byte) 0xFC, (byte) 0x9C, 0x46, (byte) 0xF9, 0x20});
        assertRefused(old, "old format");
        Path zip = folder.resolve("other.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("readme.txt"));
        }
        assertRefused(zip, "no data.pkl");
    }

    @Test
    void aTableThatUnfoldsWithoutEndIsRefused() throws IOException {
        // Every level is a dictionary that holds the level below a hundred times.
        StringBuilder table = new StringBuilder("\u0080\u0002}q\0");
        for (int level = 1; level <= 4; level++) {
            table.append("}q").append((char) level);
            for (int i = 0; i < 100; i++) {
                table.append("X\2\0\0\0").append((char) ('0' + i / 10)).append((char) ('0' + i % 10)).append("h").append((char) (level - 1)).append("s");
            }
        }
        assertRefused(archive(table + ".", new byte[0], ZipEntry.STORED), "unfolds");
    }

    @Test
    void noDamageEscapesAsAnythingButAPackBroken() throws IOException {
        byte[] good = Files.readAllBytes(archive(TABLE, new byte[24], ZipEntry.STORED));
        Random random = new Random(7);
        Path file = folder.resolve("damaged.bin");
        for (int i = 0; i < 2000; i++) {
            byte[] damaged = good.clone();
            for (int k = 0; k <= random.nextInt(3); k++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            Files.write(file, random.nextInt(5) == 0 ? java.util.Arrays.copyOf(damaged, random.nextInt(damaged.length)) : damaged);
            try {
                WeightFile.open(file);
            } catch (ChladniFailure expected) {
                assertTrue(expected instanceof PackBroken, expected.toString());
            }
        }
    }

    private static void assertRefused(Path file, String reason) {
        String message = assertThrows(PackBroken.class, () -> WeightFile.open(file)).getMessage();
        assertTrue(message.contains(reason) && message.contains(file.getFileName().toString()), message);
    }

    private Path archive(String table, byte[] numbers, int method) throws IOException {
        Path file = folder.resolve("archive.bin");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            put(out, "archive/data.pkl", table.getBytes(StandardCharsets.ISO_8859_1), method);
            put(out, "archive/data/0", numbers, method);
        }
        Files.write(file, bytes.toByteArray());
        return file;
    }

    private static void put(ZipOutputStream out, String name, byte[] bytes, int method) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        entry.setMethod(method);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        out.putNextEntry(entry);
        out.write(bytes);
        out.closeEntry();
    }
}
