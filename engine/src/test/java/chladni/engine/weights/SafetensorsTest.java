package chladni.engine.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chladni.engine.failure.ChladniFailure;
import chladni.engine.failure.PackBroken;
import chladni.engine.tensor.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {
    @TempDir
    Path folder;

    @Test
    void namesTypesShapesAndPlacesAreTheHeaders() throws IOException {
        Path file = write("{\"__metadata__\":{\"format\":\"pt\"},\"a\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,24]},"
                + "\"b\":{\"dtype\":\"F16\",\"shape\":[],\"data_offsets\":[24,26]}}", 26);
        WeightFile weights = WeightFile.open(file);
        StoredTensor a = weights.tensors().get("a");
        assertEquals(Shape.of(2, 3), a.shape());
        assertEquals(NumberType.F32, a.type());
        assertEquals(Files.size(file) - 26, a.offset());
        assertEquals(2, weights.tensors().get("b").length());
        assertEquals(2, weights.tensors().size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "'a':{'dtype':'F32','shape':[2,3],'data_offsets':[0,999]} | truncated",
        "'a':{'dtype':'F32','shape':[2,3],'data_offsets':[0,20]} | take 24 bytes",
        "'a':{'dtype':'F32','shape':[2,3],'data_offsets':[-4,20]} | from 0 up",
        "'a':{'dtype':'F32','shape':[2,-3],'data_offsets':[0,24]} | from 0 up",
        "'a':{'dtype':'F32','shape':[65536,65536,65536],'data_offsets':[0,24]} | too large",
        "'a':{'dtype':'F32','shape':[1e3],'data_offsets':[0,24]} | from 0 up",
        "'a':{'dtype':'F32','shape':7,'data_offsets':[0,24]} | list",
        "'a':{'dtype':'F8_E5M2','shape':[24],'data_offsets':[0,24]} | not supported",
        "'a':{'dtype':'F32','shape':[2,3],'data_offsets':[24,0]} | bytes 24 to 0",
        "'a':{'dtype':'F32','shape':[2,3]} | data_offsets",
        "'a':{'dtype':'F32','shape':[6],'data_offsets':[0,24]},'b':{'dtype':'F32','shape':[1],'data_offsets':[20,24]} | overlap",
        "'a':{'dtype':'F32','shape':[6],'data_offsets':[0,24]},'a':{'dtype':'F32','shape':[6],'data_offsets':[0,24]} | not valid JSON",
        "'a':[[[[ | not valid JSON",
    })
    void aLyingHeaderIsRefusedWithFileAndReason(String header, String reason) throws IOException {
        Path file = write("{" + header.replace('\'', '"') + "}", 24);
        String message = assertThrows(PackBroken.class, () -> WeightFile.open(file)).getMessage();
        assertTrue(message.contains(reason) && message.contains("test.safetensors"), message);
    }

    @Test
    void aHeaderLongerThanTheFileIsRefusedWithoutAllocatingIt() throws IOException {
        for (long length : List.of(Long.MAX_VALUE, -1L, 99_000_000L, 0L)) {
            Path file = folder.resolve("test.safetensors");
            Files.write(file, ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array());
            assertTrue(assertThrows(PackBroken.class, () -> WeightFile.open(file)).getMessage().contains("header claims"));
        }
    }

    @Test
    void aWrongShapeIsNamedWithBothAndTheFile() throws IOException {
        Path file = write("{\"conv.weight\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,24]}}", 24);
        Weights weights = Weights.of(List.of(WeightFile.open(file)));
        String message = assertThrows(PackBroken.class, () -> weights.at("conv").tensor("weight", Shape.of(3, 2))).getMessage();
        assertTrue(message.contains("[2, 3]") && message.contains("[3, 2]") && message.contains("conv.weight"), message);
        message = assertThrows(PackBroken.class, () -> weights.at("conv").tensor("bias", Shape.of(2))).getMessage();
        assertTrue(message.contains("conv.bias is missing"), message);
    }

    @Test
    void aNanOrInfinityIsFoundInEveryFloatingType() throws IOException {
        check("F32", 4, ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(Float.NaN).array());
        check("F64", 8, ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putDouble(Double.POSITIVE_INFINITY).array());
        check("F16", 2, new byte[] {0x01, 0x7E});
        check("BF16", 2, new byte[] {(byte) 0x80, (byte) 0xFF});
    }

    private void check(String type, int bytes, byte[] bad) throws IOException {
        Path file = write("{\"good\":{\"dtype\":\"" + type + "\",\"shape\":[1],\"data_offsets\":[0," + bytes + "]},\"bad\":{\"dtype\":\"" + type
                + "\",\"shape\":[1],\"data_offsets\":[" + bytes + "," + 2 * bytes + "]}}", 0);
        byte[] head = Files.readAllBytes(file);
        Files.write(file, ByteBuffer.allocate(head.length + 2 * bytes).put(head).put(new byte[bytes]).put(bad).array());
        Weights weights = Weights.of(List.of(WeightFile.open(file)));
        TensorReader.requireFinite(List.of(weights.tensor("good")));
        assertTrue(assertThrows(PackBroken.class, () -> TensorReader.requireFinite(weights.all())).getMessage().contains("Tensor bad"));
    }

    @Test
    void noDamageEscapesAsAnythingButAPackBroken() throws IOException {
        byte[] good = Files.readAllBytes(write("{\"a\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,24]},"
                + "\"b\":{\"dtype\":\"F16\",\"shape\":[1],\"data_offsets\":[24,26]}}", 26));
        Random random = new Random(11);
        Path file = folder.resolve("damaged.safetensors");
        for (int i = 0; i < 2000; i++) {
            byte[] damaged = good.clone();
            for (int k = 0; k <= random.nextInt(3); k++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            Files.write(file, random.nextInt(5) == 0 ? Arrays.copyOf(damaged, random.nextInt(damaged.length)) : damaged);
            try {
                WeightFile.open(file);
            } catch (ChladniFailure expected) {
                assertTrue(expected instanceof PackBroken, expected.toString());
            }
        }
    }

    @Test
    void shardsAreFoundThroughTheirIndex() throws IOException {
        Files.move(write("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}", 4), folder.resolve("x-00001-of-00002.safetensors"));
        Files.move(write("{\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}", 4), folder.resolve("x-00002-of-00002.safetensors"));
        Path index = folder.resolve("diffusion_pytorch_model.safetensors.index.json");
        Files.writeString(index, "{\"weight_map\":{\"a\":\"x-00001-of-00002.safetensors\",\"b\":\"x-00002-of-00002.safetensors\"}}");
        assertEquals(2, WeightFolder.open(folder).all().size());
        Files.writeString(index, "{\"weight_map\":{\"a\":\"../x-00001-of-00002.safetensors\"}}");
        assertThrows(PackBroken.class, () -> WeightFolder.open(folder));
        Files.writeString(index, "{\"weight_map\":{\"a\":\"x-00003-of-00002.safetensors\"}}");
        assertTrue(assertThrows(PackBroken.class, () -> WeightFolder.open(folder)).getMessage().contains("missing"));
    }

    private Path write(String header, int dataLength) throws IOException {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve("test.safetensors");
        Files.write(file, ByteBuffer.allocate(8 + json.length + dataLength).order(ByteOrder.LITTLE_ENDIAN).putLong(json.length).put(json).array());
        return file;
    }
}
