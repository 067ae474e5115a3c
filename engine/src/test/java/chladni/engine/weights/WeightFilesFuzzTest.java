package chladni.engine.weights;

import chladni.engine.Hostile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Weight files come from strangers.
class WeightFilesFuzzTest {
    private static final Path FOLDER = Hostile.folder("weights");
    private static final byte[] SAFETENSORS = safetensors();
    private static final byte[] ARCHIVE = archive();

    private static byte[] safetensors() {
        byte[] header = """
                {"__metadata__":{"format":"pt"},"a":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]},
                "b.weight":{"dtype":"F16","shape":[4],"data_offsets":[24,32]},"c":{"dtype":"I64","shape":[],"data_offsets":[32,40]}}"""
                .getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + header.length + 40).order(ByteOrder.LITTLE_ENDIAN).putLong(header.length).put(header).array();
    }

    /// `{"a": tensor of 2 × 3, "b": {"c": the same storage's second half}}` as PyTorch pickles it.
    private static byte[] archive() {
        String tensor = "ctorch._utils\n_rebuild_tensor_v2\n((X\7\0\0\0storagectorch\nFloatStorage\nX\1\0\0\0" + "0X\3\0\0\0cpuK\6tQK%sK%sK\3\u0086K\3K\1\u0086"
                + "\u0089ccollections\nOrderedDict\n)RtR";
        String table = "\u0080\u0002}(X\1\0\0\0a" + tensor.formatted("\0", "\2") + "X\1\0\0\0b}X\1\0\0\0c" + tensor.formatted("\3", "\1") + "su.";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entry(zip, "m/data.pkl", table.getBytes(StandardCharsets.ISO_8859_1));
            entry(zip, "m/data/0", new byte[24]);
            entry(zip, "m/version", "3\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        CRC32 crc = new CRC32();
        crc.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    @Property
    void damagedSafetensorsAreAnsweredOrRefused(@ForAll long seed) {
        open("x.safetensors", Hostile.damaged(SAFETENSORS, seed));
    }

    @Property
    void damagedArchivesAreAnsweredOrRefused(@ForAll long seed) {
        open("x.bin", Hostile.damaged(ARCHIVE, seed));
    }

    @Property
    void bytesThatMeanNothingAreRefused(@ForAll byte[] bytes) {
        open("x.pt", bytes);
    }

    private static void open(String name, byte[] content) {
        Path file = Hostile.file(FOLDER.resolve(name), content);
        Hostile.survives(content.length, () -> WeightFile.open(file).tensors().values().forEach(TensorReader::read));
    }

    @Property
    void damagedShardIndexesAreAnsweredOrRefused(@ForAll long seed) {
        Path folder = FOLDER.resolve("shards");
        Hostile.file(folder.resolve("one.safetensors"), SAFETENSORS);
        byte[] index = Hostile.damaged("{\"metadata\": {\"total_size\": 40}, \"weight_map\": {\"a\": \"one.safetensors\", \"c\": \"one.safetensors\"}}", seed)
                .getBytes(StandardCharsets.UTF_8);
        Hostile.file(folder.resolve("model.safetensors.index.json"), index);
        Hostile.survives(index.length + SAFETENSORS.length, () -> WeightFolder.open(folder).all().forEach(TensorReader::read));
    }
}
