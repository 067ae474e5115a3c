package chladni.engine.take;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A take as the library lists it, without its pictures and its sound.
///
/// @param folder where it lies
/// @param title its prompts in a few words
/// @param kind of its recipe: `compose`, `imprint` …
/// @param packs ids of the packs that made it
/// @param looks how well it looks like its words; null when nobody judged
/// @param sounds how well it sounds like its words; null when nobody judged
/// @param trashed when it was thrown away; null while it is kept
public record TakeEntry(
        Path folder, String title, String kind, List<String> packs, long seed, Instant made, TakeNotes notes,
        @Nullable Double looks, @Nullable Double sounds, @Nullable Instant trashed) {
    public TakeEntry {
        packs = List.copyOf(packs);
    }

    public Path spectrogram() {
        return folder.resolve("spectrogram.png");
    }

    public Path picture() {
        return folder.resolve("picture.png");
    }

    public Path sound() {
        return folder.resolve("sound.wav");
    }

    public TakeEntry withNotes(TakeNotes changed) {
        return new TakeEntry(folder, title, kind, packs, seed, made, changed, looks, sounds, trashed);
    }
}
