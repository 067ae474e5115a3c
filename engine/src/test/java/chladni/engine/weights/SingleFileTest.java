package chladni.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import chladni.engine.Parity;
import chladni.engine.failure.PackBroken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A single-file checkpoint in the original names must give the same tensors as the diffusers folder. The names come from
/// `assets/recipe/fixtures/single_file.py`, which checks them with diffusers' own conversion.
class SingleFileTest {
    private record Line(String part, String diffusers, String original) {}

    @TempDir
    private Path folder;

    private static List<Line> lines() throws IOException {
        try (var in = SingleFileTest.class.getResourceAsStream("/single-file/names.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t")).map(words -> new Line(words[0], words[1], words[2])).toList();
        }
    }

    private static Map<String, Weights> packParts() {
        Map<String, Weights> parts = new LinkedHashMap<>();
        for (String part : List.of("unet", "vae", "text_encoder")) {
            parts.put(part, WeightFolder.open(Parity.open().path("tiny-picture").resolve(part)));
        }
        return parts;
    }

    /// Where a single file has an attention's 1 × 1 convolution, the folder has a linear layer.
    private static int[] originalShape(Line line, StoredTensor tensor) {
        int[] shape = tensor.shape().toArray();
        boolean convolution = line.part().equals("vae") && line.original().contains("attn_1") && shape.length == 2;
        return convolution ? new int[] {shape[0], shape[1], 1, 1} : shape;
    }

    private Path singleFile(List<Line> lines, Map<String, Weights> parts) throws IOException {
        ObjectNode header = JsonMapper.shared().createObjectNode();
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        for (Line line : lines) {
            StoredTensor tensor = parts.get(line.part()).tensor(line.diffusers());
            ObjectNode entry = header.putObject(line.original());
            entry.put("dtype", tensor.type().name());
            Arrays.stream(originalShape(line, tensor)).forEach(entry.putArray("shape")::add);
            entry.putArray("data_offsets").add(data.size()).add(data.size() + tensor.length());
            data.writeBytes(bytes(tensor));
        }
        byte[] json = header.toString().getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve("v1-5.safetensors");
        try (var out = Files.newOutputStream(file)) {
            out.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(json.length).array());
            out.write(json);
            out.write(data.toByteArray());
        }
        return file;
    }

    private static byte[] bytes(StoredTensor tensor) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(tensor.file().toFile(), "r")) {
            byte[] bytes = new byte[(int) tensor.length()];
            file.seek(tensor.offset());
            file.readFully(bytes);
            return bytes;
        }
    }

    private Weights part(Path single, String name) throws IOException {
        Path part = Files.createDirectories(folder.resolve(name));
        Files.createSymbolicLink(part.resolve("diffusion_pytorch_model.safetensors"), single);
        return WeightFolder.open(part);
    }

    @Test
    void everyTensorIsFoundUnderItsDiffusersNameWithTheSameBytes() throws IOException {
        List<Line> lines = lines();
        Map<String, Weights> parts = packParts();
        Path single = singleFile(lines, parts);
        Map<String, Weights> read = new LinkedHashMap<>();
        for (String part : parts.keySet()) {
            read.put(part, part(single, part));
        }
        assertThat(lines).hasSizeGreaterThan(900);
        for (Line line : lines) {
            StoredTensor expected = parts.get(line.part()).tensor(line.diffusers());
            StoredTensor found = read.get(line.part()).tensor(newAttentionName(line.diffusers()));
            assertThat(found.shape()).isEqualTo(expected.shape());
            assertThat(bytes(found)).isEqualTo(bytes(expected));
        }
    }

    /// The fixture pack has the autoencoder's attention under its old names.
    private static String newAttentionName(String name) {
        return name.replace(".query.", ".to_q.").replace(".key.", ".to_k.").replace(".value.", ".to_v.").replace(".proj_attn.", ".to_out.0.");
    }

    @Test
    void aPartThatTheFileDoesNotHoldIsNamed() throws IOException {
        List<Line> unetOnly = lines().stream().filter(line -> line.part().equals("unet")).toList();
        Path single = singleFile(unetOnly, packParts());
        assertThatExceptionOfType(PackBroken.class).isThrownBy(() -> part(single, "vae")).withMessageContaining("first_stage_model");
    }
}
