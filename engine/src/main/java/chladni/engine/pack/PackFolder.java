package chladni.engine.pack;

import chladni.engine.failure.PackBroken;
import chladni.engine.weights.Checkpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Where a pack lies and what it says about itself: a folder as diffusers lays it out, one sub-folder per network, or a single
/// checkpoint file, which has no sub-folders.
public record PackFolder(Path path, PackManifest manifest) {
    private static final String INDEX = "model_index.json";

    /// Reads the manifest only; networks are looked at when they are opened, or by [PackCheck].
    ///
    /// @throws PackBroken when this is no pack, or its manifest is damaged
    public static PackFolder open(Path path) {
        if (Files.isRegularFile(path)) {
            Checkpoint.open(path);
        } else if (!isPack(path)) {
            throw new PackBroken(whyNone(path));
        }
        return new PackFolder(path, ManifestJson.read(path));
    }

    private static String whyNone(Path path) {
        if (!Files.exists(path)) {
            return "There is no " + path + ".";
        }
        try (Stream<Path> files = Files.list(path)) {
            Optional<Path> checkpoint = files.filter(PackFolder::isNamedAsCheckpoint).sorted().findFirst();
            if (checkpoint.isPresent()) {
                return path + " is not a pack, but holds a file that may be one. Name the file itself: " + checkpoint.get() + ".";
            }
        } catch (IOException unreadable) {
            return path + " cannot be read: " + unreadable.getMessage() + ".";
        }
        return path + " is not a pack: it holds neither " + INDEX + " nor " + ManifestJson.FILE + ", and no config.json of a CLIP or CLAP model.";
    }

    /// Whether a file's name is one that checkpoints have; what is inside decides.
    static boolean isNamedAsCheckpoint(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return (name.endsWith(".safetensors") || name.endsWith(".ckpt")) && Files.isRegularFile(file);
    }

    /// Whether all networks lie in this one file.
    public boolean isSingleFile() {
        return Files.isRegularFile(path);
    }

    static boolean isPack(Path path) {
        return Files.isRegularFile(path.resolve(INDEX)) || Files.isRegularFile(path.resolve(ManifestJson.FILE))
                || ForeignKind.judge(path).isPresent();
    }

    public String id() {
        return manifest.id();
    }

    /// `model_index.json`: which parts the pack has.
    public Path index() {
        return path.resolve(INDEX);
    }

    public Path unet() {
        return path.resolve("unet");
    }

    public Path vae() {
        return path.resolve("vae");
    }

    public Path textEncoder() {
        return path.resolve("text_encoder");
    }

    public Path tokenizer() {
        return path.resolve("tokenizer");
    }

    public Path scheduler() {
        return path.resolve("scheduler");
    }

    /// Only sound packs have one.
    public Path vocoder() {
        return path.resolve("vocoder");
    }

    /// Names the pack's exact content; quick, for it reads at most a few hundred kilobytes of a file.
    ///
    /// @throws PackBroken when a file cannot be read
    public String fingerprint() {
        return Fingerprint.of(this);
    }

    /// Whether a name that came from a file stays inside the pack: relative, with forward slashes, without `..`.
    static boolean isInside(String name) {
        return !name.isEmpty() && !name.startsWith("/") && !name.contains("\\") && !name.contains(":") && !name.contains("\0")
                && !("/" + name + "/").contains("/../") && !("/" + name + "/").contains("/./") && !name.contains("//");
    }
}
