package chladni.engine.pack;

import java.util.Locale;
import java.util.Optional;

/// What a pack's models are for.
public enum PackKind {
    PICTURE,
    SOUND,
    BOTH;

    /// As a manifest writes it: `picture`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether prompts for pictures may go to this pack.
    public boolean makesPictures() {
        return this != SOUND;
    }

    /// Whether prompts for sounds may go to this pack.
    public boolean makesSounds() {
        return this != PICTURE;
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
