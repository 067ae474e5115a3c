package chladni.engine.weights;

import chladni.engine.failure.PackBroken;
import chladni.engine.tensor.Shape;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A Stable Diffusion 1.x or 2.x checkpoint in one file, as its authors published it: the weights of all three networks, under
/// diffusers' names.
///
/// @param openClip whether the text encoder is OpenCLIP's, which makes it version 2
public record Checkpoint(Weights unet, Weights vae, Weights textEncoder, boolean openClip) {
    private static final String FUSED = ".self_attn.in_proj_";

    /// @throws PackBroken when the file is damaged or is not such a checkpoint
    public static Checkpoint open(Path file) {
        Map<String, StoredTensor> tensors = WeightFile.open(file).tensors();
        return in(tensors).orElseThrow(() -> new PackBroken(file + " is not a Stable Diffusion 1.x or 2.x checkpoint: " + guess(tensors.keySet())));
    }

    /// Whether the file is such a checkpoint; empty for what is a readable file of weights of another kind.
    ///
    /// @throws PackBroken when the file is damaged
    public static Optional<Checkpoint> find(Path file) {
        return in(WeightFile.open(file).tensors());
    }

    private static Optional<Checkpoint> in(Map<String, StoredTensor> tensors) {
        CompVisNames names = CompVisNames.of(tensors.keySet());
        Map<CompVisNames.Network, Map<String, StoredTensor>> parts = new EnumMap<>(CompVisNames.Network.class);
        for (StoredTensor tensor : tensors.values()) {
            names.named(tensor.name()).ifPresent(named -> put(parts.computeIfAbsent(named.network(), network -> new LinkedHashMap<>()), named.name(), tensor));
        }
        Map<String, StoredTensor> unet = parts.getOrDefault(CompVisNames.Network.UNET, Map.of());
        Map<String, StoredTensor> vae = parts.getOrDefault(CompVisNames.Network.VAE, Map.of());
        Map<String, StoredTensor> clip = parts.getOrDefault(CompVisNames.Network.TEXT, Map.of());
        Map<String, StoredTensor> openClip = parts.getOrDefault(CompVisNames.Network.OPEN_CLIP_TEXT, Map.of());
        if (unet.isEmpty() || vae.isEmpty() || clip.isEmpty() == openClip.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Checkpoint(Weights.named(unet), Weights.named(vae), Weights.named(clip.isEmpty() ? openClip : clip), clip.isEmpty()));
    }

    /// OpenCLIP keeps the three projections of attention in one matrix; its thirds are matrices of their own, where they lie.
    private static void put(Map<String, StoredTensor> into, String name, StoredTensor tensor) {
        int fused = name.indexOf(FUSED);
        if (fused < 0 || tensor.shape().rank() == 0 || tensor.shape().length(0) % 3 != 0) {
            into.put(name, tensor);
            return;
        }
        Shape third = tensor.shape().with(0, tensor.shape().length(0) / 3);
        String layer = name.substring(0, fused) + ".self_attn.";
        String kind = name.substring(fused + FUSED.length());
        for (int i = 0; i < 3; i++) {
            long offset = tensor.offset() + i * (tensor.length() / 3);
            into.put(layer + "qkv".charAt(i) + "_proj." + kind, new StoredTensor(tensor.name(), tensor.type(), third, tensor.file(), offset));
        }
    }

    /// What another file of weights probably is, so that people know what they have.
    private static String guess(Set<String> names) {
        if (names.stream().anyMatch(name -> name.contains("lora_") || name.contains(".lora."))) {
            return "it is a LoRA, a change to another model, which this version cannot use.";
        }
        if (names.stream().anyMatch(name -> name.startsWith("conditioner.embedders."))) {
            return "it is Stable Diffusion XL, which is built differently and cannot be used.";
        }
        if (names.stream().anyMatch(name -> name.startsWith("model.diffusion_model.joint_blocks."))) {
            return "it is Stable Diffusion 3, which is built differently and cannot be used.";
        }
        return "it does not hold a UNet, an autoencoder and a text encoder under the names of one.";
    }
}
