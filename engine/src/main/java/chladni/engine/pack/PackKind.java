package chladni.engine.pack;

import java.util.Locale;
import java.util.Optional;

/// What a pack's models are for.
public enum PackKind {
    PICTURE,
    SOUND,
    BOTH,
    /// Makes small coloured pictures, in pixels and not in latents (DeepFloyd IF stage I).
    COLOUR,
    /// Makes coloured pictures larger (DeepFloyd IF stage II).
    ENLARGE,
    /// Judges pictures by words.
    CLIP,
    /// Judges sounds by words.
    CLAP,
    /// Judges pictures and spectrograms by sentences: the starter's.
    JUDGE;

    /// As a manifest writes it: `picture`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether prompts for pictures may go to this pack.
    public boolean makesPictures() {
        return this == PICTURE || this == BOTH;
    }

    /// Whether prompts for sounds may go to this pack.
    public boolean makesSounds() {
        return this == SOUND || this == BOTH;
    }

    static Optional<PackKind> of(String id) {
        for (PackKind kind : values()) {
            if (kind.id().equals(id)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
