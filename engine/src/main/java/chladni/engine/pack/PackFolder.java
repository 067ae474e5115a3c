package chladni.engine.pack;

import chladni.engine.failure.PackBroken;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where a pack lies and what it says about itself: a folder as diffusers lays it out, one sub-folder per network.
public record PackFolder(Path path, PackManifest manifest) {
    private static final String INDEX = "model_index.json";

    /// Reads the manifest only; networks are looked at when they are opened, or by [PackCheck].
    ///
    /// @throws PackBroken when this is no pack, or its manifest is damaged
    public static PackFolder open(Path path) {
        if (!isPack(path)) {
            throw new PackBroken(path + " is not a pack: it holds neither " + INDEX + " nor " + ManifestJson.FILE
                    + ", and no config.json of a CLIP or CLAP model.");
        }
        return new PackFolder(path, ManifestJson.read(path));
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
