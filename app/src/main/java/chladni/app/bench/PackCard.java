package chladni.app.bench;

import chladni.engine.pack.PackKind;
import chladni.engine.pack.PackManifest;
import chladni.engine.pack.PackManifest.Defaults;
import java.util.List;

/// What the window shows of a pack.
///
/// @param id as recipes name it
/// @param kind which prompts may go to it
/// @param title for people
/// @param bands rows of its spectrograms: voices of one recipe must agree
/// @param defaults the pack's own settings
/// @param prompts examples that work well with it, possibly none
public record PackCard(String id, PackKind kind, String title, int bands, Defaults defaults, List<String> prompts) {
    private static final Defaults FALLBACK = new Defaults(10, 50, 0.5, 0.1);

    public PackCard {
        prompts = List.copyOf(prompts);
    }

    public static PackCard of(PackManifest pack) {
        return new PackCard(pack.id(), pack.kind(), pack.title(), pack.spectrogram().mels(), pack.defaults(), pack.prompts());
    }

    /// A pack that is named somewhere and not here; it is said to be missing when it is needed, with where it was looked for.
    public static PackCard missing(String id, PackKind kind) {
        return new PackCard(id, kind, id + " (missing)", 0, FALLBACK, List.of());
    }

    public boolean isHere() {
        return bands > 0;
    }
}
