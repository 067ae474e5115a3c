package chladni.app.feature.export;

import chladni.engine.take.SavedTake;
import java.nio.file.Path;
import java.util.function.Function;

/// What of a take can be exported. The files carry their recipe, so dropping them back restores everything.
public enum Part {
    SOUND("Sound", "wav", SavedTake::sound),
    SPECTROGRAM("Playable spectrogram", "png", SavedTake::spectrogram),
    PICTURE("Picture", "png", SavedTake::picture);

    private final String label;
    private final String extension;
    private final Function<SavedTake, Path> file;

    Part(String label, String extension, Function<SavedTake, Path> file) {
        this.label = label;
        this.extension = extension;
        this.file = file;
    }

    public String label() {
        return label;
    }

    public String extension() {
        return extension;
    }

    Path of(SavedTake take) {
        return file.apply(take);
    }

    /// "castle towers × bell ringing.wav", without what file systems refuse.
    String suggestedName(String title, long seed) {
        String words = title.replaceAll("[^\\p{L}\\p{N} ×,.'-]", " ").replaceAll("\\s+", " ").strip();
        String start = words.substring(0, Math.min(words.length(), 60)).strip();
        String kind = this == SPECTROGRAM ? " spectrogram" : "";
        return (start.isEmpty() ? "take" : start) + " s" + seed + kind + "." + extension;
    }
}
