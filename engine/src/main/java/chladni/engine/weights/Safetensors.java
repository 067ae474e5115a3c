package chladni.engine.weights;

import chladni.engine.failure.PackBroken;
import chladni.engine.tensor.Shape;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The safetensors format: eight bytes with the header's length, a JSON header
/// `{"name": {"dtype": "F16", "shape": [2, 3], "data_offsets": [0, 12]}, …}`, then the numbers. Every claim of the header
/// is checked before any of it is used: a lying header must not make anything read outside the file or allocate beyond it.
final class Safetensors {
    /// The reference implementation's limit.
    private static final long LONGEST_HEADER = 100_000_000;
    private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private Safetensors() {}

    static WeightFile read(Path file, FileChannel channel) throws IOException {
        long headerLength = WeightFile.read(channel, 0, 8).getLong();
        if (headerLength < 2 || headerLength > LONGEST_HEADER || headerLength > channel.size() - 8) {
            throw new PackBroken(file + " is not a safetensors file, or is truncated: its header claims " + Long.toUnsignedString(headerLength)
                    + " bytes, the file has " + channel.size() + ".");
        }
        byte[] header = WeightFile.read(channel, 8, (int) headerLength).array();
        long start = 8 + headerLength;
        Header claims = new Header(file, start, channel.size() - start);
        return new WeightFile(file, claims.parse(header));
    }

    /// The header of `file`, whose numbers begin at `start` and have room for `room` bytes.
    private record Header(Path file, long start, long room) {
        LinkedHashMap<String, StoredTensor> parse(byte[] json) {
            JsonNode root = parseJson(json);
            LinkedHashMap<String, StoredTensor> tensors = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> entry : root.properties()) {
                if (!entry.getKey().equals("__metadata__")) {
                    tensors.put(entry.getKey(), tensor(entry.getKey(), entry.getValue()));
                }
            }
            refuseOverlaps(tensors);
            return tensors;
        }

        private JsonNode parseJson(byte[] json) {
            try {
                JsonNode root = JSON.readTree(json);
                if (root.isObject()) {
                    return root;
                }
            } catch (JacksonException e) {
                throw new PackBroken(file + " is damaged: its header is not valid JSON (" + e.getOriginalMessage() + ").", e);
            }
            throw new PackBroken(file + " is damaged: its header is not a JSON object.");
        }

        private StoredTensor tensor(String name, JsonNode claim) {
            NumberType type = NumberType.ofSafetensors(claim.path("dtype").asString("")).orElseThrow(() ->
                    broken(name, "its number type " + claim.path("dtype") + " is not supported"));
            Shape shape = shape(name, claim.path("shape"));
            long begin = number(name, claim.path("data_offsets").path(0), "data_offsets");
            long end = number(name, claim.path("data_offsets").path(1), "data_offsets");
            if (begin > end || end > room) {
                throw broken(name, "it claims bytes " + begin + " to " + end + " of " + room + "; the file is truncated or its header is wrong");
            }
            StoredTensor tensor = new StoredTensor(name, type, shape, file, start + begin);
            if (tensor.length() != end - begin) {
                throw broken(name, type + " numbers of shape " + shape + " take " + tensor.length() + " bytes, the header gives them " + (end - begin));
            }
            return tensor;
        }

        private Shape shape(String name, JsonNode claim) {
            if (!claim.isArray() || claim.size() > 8) {
                throw broken(name, "its shape " + shortened(claim) + " is not a list of at most 8 lengths");
            }
            long[] lengths = new long[claim.size()];
            long size = 1;
            for (int axis = 0; axis < lengths.length; axis++) {
                lengths[axis] = number(name, claim.path(axis), "shape");
                size *= lengths[axis]; // cannot overflow: both factors are below 2^31
                if (lengths[axis] > Integer.MAX_VALUE || size > Integer.MAX_VALUE) {
                    throw broken(name, "its shape " + shortened(claim) + " is too large");
                }
            }
            return Shape.of(lengths);
        }

        private long number(String name, JsonNode claim, String key) {
            if (!claim.isIntegralNumber() || !claim.canConvertToLong() || claim.asLong() < 0) {
                throw broken(name, "its " + key + " must be whole numbers from 0 up, not " + shortened(claim));
            }
            return claim.asLong();
        }

        private void refuseOverlaps(Map<String, StoredTensor> tensors) {
            List<StoredTensor> inOrder = new ArrayList<>(tensors.values());
            inOrder.sort(Comparator.comparingLong(StoredTensor::offset).thenComparingLong(StoredTensor::length));
            for (int i = 1; i < inOrder.size(); i++) {
                StoredTensor before = inOrder.get(i - 1);
                if (before.offset() + before.length() > inOrder.get(i).offset()) {
                    throw broken(inOrder.get(i).name(), "its bytes overlap those of " + before.name());
                }
            }
        }

        private PackBroken broken(String tensor, String what) {
            return new PackBroken(file + " is damaged at tensor " + tensor + ": " + what + ".");
        }

        private static String shortened(JsonNode claim) {
            String text = claim.isMissingNode() ? "nothing" : claim.toString();
            return text.length() <= 80 ? text : text.substring(0, 80) + "…";
        }
    }
}
